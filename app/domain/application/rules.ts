import { CSO_ROLES, PLAN_ROLES, may } from '#app/access/policy.ts'
import type { Actor, Role } from '#app/access/policy.ts'
import type { LetterKind, LetterStep } from '#app/domain/application-call/rules.ts'
import type { LettersAsked, MonthsAsked } from '#app/domain/application-call/schema.ts'
import { addMonths, firstDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'

/** Roles that write applications of their member. */
export const APPLICATION_ROLES: readonly Role[] = [...PLAN_ROLES, ...CSO_ROLES]

/** The two sides that write an application. Source: OGP Local, call of 2020 (jointly filed). */
export const APPLICATION_SIDES = ['GOVERNMENT', 'CIVIL_SOCIETY'] as const
export type ApplicationSide = (typeof APPLICATION_SIDES)[number]

/** Languages that an application can be written in. */
export const APPLICATION_LANGUAGES = ['id', 'en'] as const
export type ApplicationLanguage = (typeof APPLICATION_LANGUAGES)[number]

/** Stages of an application. Source: OGP Local, calls of 2020 to 2023; codes ours. */
export const APPLICATION_STATES = [
	'DRAFT',
	'AGREED',
	'SUBMITTED',
	'SHORTLISTED',
	'FULL_APPLICATION',
	'ACCEPTED',
	'REJECTED',
	'WITHDRAWN',
] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

/** Stages that are acts of the log. */
export const PUBLISHED_STATES = [
	'SUBMITTED',
	'SHORTLISTED',
	'FULL_APPLICATION',
	'ACCEPTED',
	'REJECTED',
	'WITHDRAWN',
] as const satisfies readonly ApplicationState[]
export type PublishedState = (typeof PUBLISHED_STATES)[number]

/** Stages that OGP announces, so that whoever records one says on which day, and where it can be read. */
export const OUTCOMES_OF_OGP = [
	'SHORTLISTED',
	'ACCEPTED',
	'REJECTED',
] as const satisfies readonly PublishedState[]

/** How far a field is. */
export const FIELD_STATES = ['EMPTY', 'UNCONFIRMED', 'ONE_SIDE', 'AGREED'] as const
export type FieldState = (typeof FIELD_STATES)[number]

/** Whether months are left as a call asks. */
export const TERM_VERDICTS = ['NOT_RECORDED', 'NOT_ASKED', 'ENOUGH', 'BELOW_MINIMUM', 'BELOW_IDEAL'] as const
export type TermVerdict = (typeof TERM_VERDICTS)[number]

/** Longest text where a call gives no limit. Unit: Unicode code points. Source: our own. */
export const TEXT_MAX_CHARACTERS = 10_000

/** Length of a text as limits count it. Unit: Unicode code points, after trimming. Source: call of 2020. */
export function charactersOf(text: string): number {
	return [...text.trim()].length
}

const STEPS: { readonly [S in ApplicationState]: readonly ApplicationState[] } = {
	DRAFT: ['AGREED', 'WITHDRAWN'],
	AGREED: ['DRAFT', 'SUBMITTED', 'WITHDRAWN'],
	SUBMITTED: ['SHORTLISTED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'],
	SHORTLISTED: ['FULL_APPLICATION', 'REJECTED', 'WITHDRAWN'],
	FULL_APPLICATION: ['ACCEPTED', 'REJECTED', 'WITHDRAWN'],
	ACCEPTED: [],
	REJECTED: [],
	WITHDRAWN: [],
}

/**
 * The stages that an application may enter next. A call with a second step decides after a shortlist only; one without
 * knows no shortlist.
 */
export function stepsFrom(
	state: ApplicationState,
	{ hasFullApplication }: { readonly hasFullApplication: boolean },
): readonly ApplicationState[] {
	const skipped: ApplicationState = hasFullApplication ? 'ACCEPTED' : 'SHORTLISTED'
	return STEPS[state].filter((next) => state !== 'SUBMITTED' || next !== skipped)
}

type Taken = { readonly position: number; readonly corrects: number | null; readonly state: string }

/** The stages that an application entered, in their order, without what was recorded by mistake and corrected. */
export function standingSteps<Step extends Taken>(steps: readonly Step[]): readonly Step[] {
	const inOrder = [...steps].sort((a, b) => a.position - b.position)
	return inOrder.reduce<readonly Step[]>((standing, step) => {
		if (step.corrects === null) return [...standing, step]
		const before = standing.slice(0, -1)
		return before.at(-1)?.state === step.state ? before : [...before, step]
	}, [])
}

/**
 * What the newest stage can be corrected to: the one before it, where it never happened, or what OGP can have announced
 * in its place. What was sent to OGP was sent: that can be withdrawn, and not corrected.
 *
 * Returns  nothing where there is nothing to correct.
 */
export function correctionsOf(
	steps: readonly Taken[],
	call: { readonly hasFullApplication: boolean },
): readonly ApplicationState[] {
	const [before, newest] = standingSteps(steps).slice(-2)
	const from = APPLICATION_STATES.find((state) => state === before?.state)
	const isOpen = newest !== undefined && !['DRAFT', 'AGREED', 'SUBMITTED'].includes(newest.state)
	if (from === undefined || !isOpen) return []
	return [from, ...OUTCOMES_OF_OGP.filter((one) => stepsFrom(from, call).includes(one))]
}

/** Whether texts and confirmations of an application may still change, as far as its stage goes. */
export function isBeingWritten(state: ApplicationState): state is 'DRAFT' | 'AGREED' {
	return state === 'DRAFT' || state === 'AGREED'
}

/** Whether a stage is an act of the log when an application enters it: whatever was never sent is withdrawn in private. */
export function isPublishedStep(from: ApplicationState, to: ApplicationState): to is PublishedState {
	return PUBLISHED_STATES.some((state) => state === to) && (to !== 'WITHDRAWN' || !isBeingWritten(from))
}

type Confirmed = { readonly side: string; readonly textVersion: number }
type Written = { readonly version: number; readonly text: string }

/** How far a field is: agreed where both sides stand behind its newest version; what they stood behind before is void. */
export function fieldState(newest: Written | null, confirmations: readonly Confirmed[]): FieldState {
	if (newest === null || newest.text === '') return 'EMPTY'
	const sides = APPLICATION_SIDES.filter((side) =>
		confirmations.some((one) => one.side === side && one.textVersion === newest.version),
	)
	return sides.length === 2 ? 'AGREED' : sides.length === 1 ? 'ONE_SIDE' : 'UNCONFIRMED'
}

/** Whether both sides stand behind the same version of every field. */
export function isAgreed(states: readonly FieldState[]): boolean {
	return states.length > 0 && states.every((state) => state === 'AGREED')
}

/**
 * Full months from the day of the application to the end of the term.
 *
 * Returns  0 where less than one is left or the term is over. From 31 January to 28 February is a full month.
 * Source   OGP Local eligibility criteria: months left in the term.
 */
export function monthsLeft(from: CalendarDay, endsOn: PartialDay): number {
	const end = firstDayOf(endsOn)
	const most = monthOf(end) - monthOf(from)
	return Math.max(0, addMonths(from, most) <= end ? most : most - 1)
}

/** Months since the year 0. */
function monthOf(day: CalendarDay): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** What months left mean for a call. */
export function termVerdict(left: number | null, asked: MonthsAsked | null): TermVerdict {
	if (asked === null) return left === null ? 'NOT_RECORDED' : 'NOT_ASKED'
	if (left === null) return 'NOT_RECORDED'
	if (left >= asked.least) return 'ENOUGH'
	return asked.isRequired ? 'BELOW_MINIMUM' : 'BELOW_IDEAL'
}

/** The letters that are missing for a step, by kind. */
export function missingLetters(
	letters: readonly { readonly kind: string }[],
	asked: LettersAsked,
	by: LetterStep,
): readonly LetterKind[] {
	const due = asked.filter((one) => one.by === 'SUBMITTED' || by === 'FULL_APPLICATION')
	return due
		.filter(({ kind, least }) => letters.filter((letter) => letter.kind === kind).length < least)
		.map(({ kind }) => kind)
}

/** In whose name somebody works on a member's application. */
export type HeldSide = {
	readonly side: ApplicationSide
	readonly role: Role
	readonly organizationId: string
}

/** The side that somebody is of, with the role and organization; null for whoever does not write applications of the member. */
export function heldSide(actor: Actor, memberId: string): HeldSide | null {
	const held = (roles: readonly Role[]) =>
		actor.appointments.find(
			(one) => roles.includes(one.role) && (one.memberId === memberId || one.memberId === null),
		)
	if (!may(actor, 'application.write', { memberId })) return null
	const government = held(PLAN_ROLES)
	if (government) return { ...government, side: 'GOVERNMENT' }
	const society = held(CSO_ROLES)
	return society ? { ...society, side: 'CIVIL_SOCIETY' } : null
}
