import { addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/**
 * What ties a person or an organization to a commitment that they would judge.
 *
 * Source  our own, after https://www.opengovpartnership.org/?p=57307 (independence comes first); shown as such.
 */
export const INTERESTS = ['IMPLEMENTS', 'CO_LEADS', 'FUNDED_BY', 'EMPLOYED', 'OTHER'] as const
export type Interest = (typeof INTERESTS)[number]

/** About whom something is declared. */
export const SCOPES = ['PERSON', 'ORGANIZATION'] as const
export type Scope = (typeof SCOPES)[number]

/** An interest, and whose it is. */
export type NamedInterest = { readonly scope: Scope; readonly code: Interest }

/** Longest statement about an interest. Unit: Unicode code points. Source: our own. */
export const STATEMENT_MAX_CHARACTERS = 1000

/** What the record itself says ties a monitor to a commitment, whatever is declared. */
export type Ties = {
	/** Whether the plan names the organization among those that answer for the commitment. */
	readonly isNamed: boolean
	/** Last day of the person's office with that government, where it is not long past; null: none that counts. */
	readonly officeUntil: CalendarDay | null
}

/** The last day on which a declaration made on a day holds. */
export function declarationValidUntil(declaredOn: CalendarDay, months: number): CalendarDay {
	return addMonths(declaredOn, months)
}

/** An appointment by the government that is judged, as far as it matters here. */
export type Office = { readonly fromOn: CalendarDay; readonly untilOn: CalendarDay | null }

/**
 * The last day of the newest office that still counts: one that lasts, or ended no more than so many months ago.
 *
 * Returns  null where none counts; the day itself for an office that lasts.
 * Source   our own; shown as such in the interface.
 */
export function officeUntil(
	offices: readonly Office[],
	{ today, months }: { readonly today: CalendarDay; readonly months: number },
): CalendarDay | null {
	const days = offices
		.filter((office) => office.fromOn <= today)
		.map((office) => (office.untilOn === null || office.untilOn > today ? today : office.untilOn))
		.filter((day) => addMonths(day, months) >= today)
	return days.reduce<CalendarDay | null>((last, day) => (last === null || last < day ? day : last), null)
}

/** Interests of which a declaration names at least one, because the record shows it; none where it shows nothing. */
export function interestsShown(ties: Ties, scope: Scope): readonly Interest[] {
	if (scope === 'ORGANIZATION') return ties.isNamed ? ['CO_LEADS', 'IMPLEMENTS'] : []
	return ties.officeUntil === null ? [] : ['EMPLOYED']
}

/** What is declared of one of the two. */
export type Declared = { readonly hasInterest: boolean; readonly interests: readonly Interest[] }

/** What several declarations say together, of one of the two. */
export function declaredIn(declarations: readonly Declared[]): Declared {
	const interests = INTERESTS.filter((code) => declarations.some((one) => one.interests.includes(code)))
	return { hasInterest: declarations.some(({ hasInterest }) => hasInterest), interests }
}

/**
 * All interests in a commitment: those that are declared, and those that the record shows though nobody declared them.
 * Who has none is independent; nobody chooses it.
 *
 * Source  our own; shown as such in the interface.
 */
export function interestsOf(
	declared: { readonly [S in Scope]: Declared },
	ties: Ties,
): readonly NamedInterest[] {
	return SCOPES.flatMap((scope) => {
		const { hasInterest, interests } = declared[scope]
		const said: readonly Interest[] = hasInterest && interests.length === 0 ? ['OTHER'] : interests
		const shown = interestsShown(ties, scope)
		const unsaid = said.some((code) => shown.includes(code)) ? [] : shown.slice(0, 1)
		return [...said, ...unsaid].map((code) => ({ scope, code }))
	})
}
