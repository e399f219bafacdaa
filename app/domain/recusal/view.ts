import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Interest, Scope } from '#app/domain/conflict/rules.ts'
import { StoredInterests } from '#app/domain/conflict/schema.ts'
import { given } from '#app/domain/given.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Recusal } from '#prisma/generated/client.ts'
import type { Replacement } from './rules.ts'
import type { RecusalAnswer } from './schema.ts'

/** That somebody stood back from a commitment, and who looks at it instead. */
export type RecusalView = {
	readonly recordId: string
	readonly version: number
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly scope: Scope
	readonly interests: readonly Interest[]
	readonly reason: Bilingual
	readonly replacement: Replacement
	/** Null where nobody else, or nobody of another organization, takes the place. */
	readonly replacementName: Bilingual | null
	readonly untilOn: CalendarDay
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** What the log seals of it. */
export function recusalContent(row: Recusal) {
	return {
		kind: 'recusal.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		organizationId: row.organizationId,
		commitmentId: row.commitmentId,
		scope: row.scope,
		interests: StoredInterests.parse(row.interests),
		reasonEn: row.reasonEn,
		reasonId: row.reasonId,
		replacement: row.replacement,
		...given({ replacementOrganizationId: row.replacementOrganizationId }),
		untilOn: row.untilOn,
		...privateSeal(row.privateSalt, {
			personId: row.personId,
			replacementPersonId: row.replacementPersonId,
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** A choice by id: a person of the organization, or another organization. */
export type StandIn = { readonly id: string; readonly name: string }

/** What standing back from a commitment asks and offers. */
export type StandBackView = {
	readonly commitment: { readonly id: string; readonly number: string | null; readonly title: Bilingual }
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly organizationName: Bilingual
	/** Colleagues who may look at the commitment instead. */
	readonly colleagues: readonly StandIn[]
	readonly otherOrganizations: readonly { readonly id: string; readonly name: Bilingual }[]
	/** The last day on which it holds. */
	readonly untilOn: CalendarDay
	/** Whether the actor, or their organization, stands back already. */
	readonly isRecused: boolean
}

/** What of an act of standing back is known once its answers are held against what is there. */
type Publishing = {
	readonly recordId: string
	readonly organizationId: string
	readonly commitmentId: string
	readonly personId: string
	readonly untilOn: CalendarDay
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The row of the act that the answers become; of a whole organization no person is kept. */
export function recusalRow(answer: RecusalAnswer, publishing: Publishing) {
	const { personId, organizationId, at, ...known } = publishing
	const { scope, replacement } = answer
	return {
		...known,
		version: 1,
		organizationId,
		scope,
		personId: scope === 'PERSON' ? personId : null,
		interests: [...(answer.interests ?? [])],
		reasonEn: answer.reasonEn || null,
		reasonId: answer.reasonId || null,
		replacement,
		replacementOrganizationId: replacement === 'OTHER_ORGANIZATION' ? (answer.otherId ?? null) : null,
		replacementPersonId: replacement === 'SAME_ORGANIZATION' ? (answer.personId ?? null) : null,
		actorOrganizationId: organizationId,
		submittedById: personId,
		publishedOn: utcDay(at),
		publishedAt: at,
	} satisfies Recusal
}
