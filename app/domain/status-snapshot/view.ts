import type { CalendarDay } from '#app/domain/calendar.ts'
import { EXPECTATION_LEVELS, EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { ExpectationCode, ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { StatusSnapshot } from '#prisma/generated/client.ts'
import { z } from 'zod'

/** The five levels of a member as they were computed and stored once, with what was known then. */
export type SnapshotView = {
	readonly asOfOn: CalendarDay
	readonly ledgerSize: number
	readonly computedOn: CalendarDay
	readonly ruleSetId: string
	readonly levels: readonly { readonly code: ExpectationCode; readonly level: ExpectationLevel | null }[]
}

/** Stored rows put together by day and number of acts, the newest day first. */
export function snapshotsOf(rows: readonly StatusSnapshot[]): readonly SnapshotView[] {
	const keys = [...new Set(rows.map(keyOf))]
	return keys.flatMap((key) => {
		const own = rows.filter((row) => keyOf(row) === key)
		const [first] = own
		if (!first) return []
		const { asOfOn, ledgerSize, ruleSetId } = first
		const computedOn = first.computedAt.toISOString().slice(0, 10)
		return [{ asOfOn, ledgerSize, ruleSetId, computedOn, levels: EXPECTATIONS.map(levelIn(own)) }]
	})
}

function levelIn(rows: readonly StatusSnapshot[]) {
	return (code: ExpectationCode) => {
		const stored = rows.find((row) => row.expectation === code)?.level
		return {
			code,
			level: z
				.enum(EXPECTATION_LEVELS)
				.nullable()
				.parse(stored ?? null),
		}
	}
}

function keyOf({ asOfOn, ledgerSize }: StatusSnapshot): string {
	return `${asOfOn} ${String(ledgerSize)}`
}
