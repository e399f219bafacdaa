import type { CalendarDay } from '#app/domain/calendar.ts'
import { EXPECTATION_LEVELS, EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { ExpectationCode, ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { StatusSnapshot } from '#prisma/generated/client.ts'
import { z } from 'zod'

/** One stored level; null where none was stored. */
export type StoredLevel = {
	readonly code: ExpectationCode
	readonly level: ExpectationLevel | null
	readonly ruleSet: StoredRules | null
}

/** The version by which a level was computed, as it was stored; the version's name is not known of the oldest. */
export type StoredRules = { readonly id: string; readonly version: string | null }

/** The five levels of a member as they were computed and stored once, with what was known then. */
export type SnapshotView = {
	readonly asOfOn: CalendarDay
	readonly ledgerSize: number
	readonly computedOn: CalendarDay
	/** Every version of the rules by which one of them was computed. */
	readonly ruleSetIds: readonly string[]
	readonly levels: readonly StoredLevel[]
}

/** Stored rows put together by day and number of acts, the newest day first. */
export function snapshotsOf(rows: readonly StatusSnapshot[]): readonly SnapshotView[] {
	const keys = [...new Set(rows.map(keyOf))]
	return keys.flatMap((key) => {
		const own = rows.filter((row) => keyOf(row) === key)
		const [first] = own
		if (!first) return []
		const { asOfOn, ledgerSize } = first
		const computedOn = first.computedAt.toISOString().slice(0, 10)
		const ruleSetIds = [...new Set(own.map(({ ruleSetId }) => ruleSetId))]
		return [{ asOfOn, ledgerSize, ruleSetIds, computedOn, levels: EXPECTATIONS.map(levelIn(own)) }]
	})
}

const Level = z.enum(EXPECTATION_LEVELS).nullable()
const Inputs = z.object({ ruleSetVersion: z.string() })

function levelIn(rows: readonly StatusSnapshot[]) {
	return (code: ExpectationCode): StoredLevel => {
		const stored = rows.find((row) => row.expectation === code)
		const version = Inputs.safeParse(stored?.inputs).data?.ruleSetVersion ?? null
		const ruleSet = stored ? { id: stored.ruleSetId, version } : null
		return { code, level: Level.parse(stored?.level ?? null), ruleSet }
	}
}

function keyOf({ asOfOn, ledgerSize }: StatusSnapshot): string {
	return `${asOfOn} ${String(ledgerSize)}`
}
