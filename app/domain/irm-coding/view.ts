import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { given } from '#app/domain/given.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { IrmCoding } from '#prisma/generated/client.ts'
import type { IrmIndicator } from './rules.ts'

/** One value the IRM gave a commitment or a plan, in the IRM's words and, where it is on a scale we know, as a code. */
export type CodingView = {
	readonly recordId: string
	readonly version: number
	readonly commitmentId: string | null
	readonly indicator: IrmIndicator
	readonly value: string | null
	readonly valueAsPublished: string
	readonly product: string
	readonly year: number | null
	readonly source: string
	readonly sourceUrl: string | null
	/** Day, month or year of the review it stands in; absent where it is not known. */
	readonly codedOn?: PartialDay
	/** Row or page of the source; absent where it is not known. */
	readonly locator?: string
	readonly importedBy: Bilingual | null
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** What the log seals of an IRM coding; the same at `/records/<recordId>.json`. */
export function codingContent(row: IrmCoding) {
	return {
		kind: 'irm-coding.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		importedBy: row.importedById,
		planId: row.actionPlanId,
		commitmentId: row.commitmentId,
		indicator: row.indicator,
		value: row.value,
		valueAsPublished: row.valueAsPublished,
		product: row.product,
		year: row.year,
		...given({ codedOn: row.codedOn, locator: row.locator }),
		source: row.source,
		sourceUrl: row.sourceUrl,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt?.toISOString() ?? null,
		}),
	}
}
