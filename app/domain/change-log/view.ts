import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import type { ChangeRow } from './schema.ts'

/** Whose changes are asked for; everything that was published where nothing is named. */
export type ChangeScope =
	| { readonly of: 'SITE' }
	| { readonly of: 'PLAN'; readonly id: string }
	| { readonly of: 'COMMITMENT'; readonly id: string }
	| { readonly of: 'ORGANIZATION'; readonly id: string }

type Named = { readonly id: string; readonly name: Bilingual }

/** Something that was published: an entry of the log, by whom, and what it is about. */
export type Change = {
	/** Position in the public log. */
	readonly index: number
	readonly recordId: string
	/** From 2 on, it changed what was published before. */
	readonly version: number
	readonly kind: ActKind
	readonly on: CalendarDay
	/** The instant, as milliseconds since 1970; that of texts is not known closer than the day. */
	readonly atMs: number
	/** Null where that is not said. */
	readonly organization: Named | null
	/** Null for what concerns no member. */
	readonly member: Named | null
	readonly plan: Named | null
	readonly commitment: Named | null
	readonly milestoneId: string | null
	/** Invented to show how the record works. */
	readonly isDemonstration: boolean
}

/** A part of the list, newest first; `before` is where the following part begins, null at the end. */
export type ChangePage = { readonly changes: readonly Change[]; readonly before: number | null }

/** A change out of its row. */
export function changeView(row: ChangeRow): Change {
	return {
		index: row.index,
		recordId: row.recordId,
		version: row.version,
		kind: row.kind,
		on: row.on,
		atMs: row.atMs ?? Date.parse(`${row.on}T00:00:00Z`),
		organization: named(row.organizationId, row.organizationEn, row.organizationId_),
		member: named(row.memberId, row.memberEn, row.memberId_),
		plan: named(row.planId, row.planEn, row.planId_),
		commitment: named(row.commitmentId, row.commitmentEn, row.commitmentId_),
		milestoneId: row.milestoneId,
		isDemonstration: row.isDemonstration,
	}
}

function named(id: string | null, en: string | null, indonesian: string | null): Named | null {
	return id === null ? null : { id, name: { en, id: indonesian } }
}
