import { addDays, daysBetween } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { RegisterSaid } from '#app/domain/declaration/schema.ts'
import type { MemberRegisters } from './view.ts'

export type CompleteRegister = RegisterSaid['register']

/** A period with its first and last day. */
export type Period = { readonly from: CalendarDay; readonly to: CalendarDay }

/**
 * The periods of a register that the member declared complete, joined where they touch, earliest first.
 *
 * Source  our own: only within them does a missing act say that something did not happen.
 */
export function completePeriods(
	{ of }: Pick<MemberRegisters, 'of'>,
	register: CompleteRegister,
): readonly Period[] {
	const declared = of['register.declared']
		.filter(({ said }) => said.register === register)
		.map(({ said }): Period => ({ from: said.completeFrom, to: said.until ?? '9999-12-30' }))
		.filter(({ from, to }) => from <= to)
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
	return declared.reduce<readonly Period[]>((joined, next) => {
		const last = joined.at(-1)
		if (!last || addDays(last.to, 1) < next.from) return [...joined, next]
		return [...joined.slice(0, -1), { from: last.from, to: last.to > next.to ? last.to : next.to }]
	}, [])
}

/** Whether a register is declared complete on every day of a period; never where its first day is not known. */
export function isComplete(
	registers: Pick<MemberRegisters, 'of'>,
	register: CompleteRegister,
	{ from, to }: { readonly from: CalendarDay | null; readonly to: CalendarDay },
): boolean {
	if (from === null) return false
	return completePeriods(registers, register).some((period) => period.from <= from && to <= period.to)
}

/** The longest stretch of a period in which a register is declared complete. Unit: days from its first to its last. */
export function longestComplete(
	registers: Pick<MemberRegisters, 'of'>,
	register: CompleteRegister,
	{ from, to }: Period,
): number {
	const lengths = completePeriods(registers, register).map((period) =>
		daysBetween(period.from > from ? period.from : from, period.to < to ? period.to : to),
	)
	return Math.max(0, ...lengths)
}

/** The records by which a register was declared complete. */
export function declarationsOf(
	{ of }: Pick<MemberRegisters, 'of'>,
	register: CompleteRegister,
): readonly string[] {
	return of['register.declared'].filter(({ said }) => said.register === register).map((act) => act.recordId)
}
