import { addDays, addMonths, daysBetween, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import {
	cocreationStart,
	earlier,
	finding,
	hasBothSides,
	hasMinutes,
	heldMeetings,
	ifAhead,
	implementation,
	isInMaking,
	missing,
	notYetDue,
	recordsOf,
	submissionOf,
} from '#app/domain/cocreation-window/rules.ts'
import type { CocreationFacts, Finding } from '#app/domain/cocreation-window/rules.ts'
import { declarationsOf, isComplete, longestComplete } from '#app/domain/member-register/rules.ts'
import type { Period } from '#app/domain/member-register/rules.ts'
import type { ActView } from '#app/domain/member-register/view.ts'

type Meeting = ActView<'meeting.published'>

/**
 * Requirement 1.1: a forum that meets regularly, with government and others, by public rules.
 *
 * Order  NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL. A meeting without minutes, or where one side was
 *        absent, does not count in full; it also spoils nothing.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 1.1; the computation is our own.
 */
export function forumMeets(facts: CocreationFacts): Finding {
	const { rules, day } = facts
	const window = standingWindow(facts)
	if (window === null) return finding('NOT_RECORDED', ['PLAN_PERIOD_UNKNOWN'])
	const most = rules.forumGapDays.value
	if (day < addDays(window.from, most)) return notYetDue(addDays(window.from, most))
	const held = heldMeetings(facts).filter(
		({ said }) => said.isOfForum && said.meetsOn >= window.from && said.meetsOn <= window.to,
	)
	const forums = forumsOf(facts).filter(({ said }) => Boolean(said.rulesUrl))
	const last =
		held
			.map(({ said }) => said.meetsOn)
			.sort()
			.at(-1) ?? window.from
	const nextDueOn = window.to === day ? ifAhead(addDays(last, most), day) : null
	const behind = { records: recordsOf([...held, ...forums]), nextDueOn }
	const isWide = (meetings: readonly Meeting[]) =>
		gapsOf(meetings, window).some((gap) => lengthOf(gap) > most)

	if (isWide(held)) return gapFinding(facts, gapsOf(held, window), behind)
	const minuted = held.filter((meeting) => hasMinutes(meeting, day))
	if (isWide(minuted)) return finding('NO_EVIDENCE', ['MEETINGS_WITHOUT_MINUTES'], behind)
	const lacksSide = isWide(minuted.filter(hasBothSides))
	if (!lacksSide && forums.length > 0) return finding('MET', ['MEETINGS_REGULAR'], behind)
	return finding(
		'PARTIAL',
		[
			...(forums.length > 0 ? [] : (['RULES_NOT_PUBLIC'] as const)),
			...(lacksSide ? (['SECTOR_MISSING'] as const) : []),
		],
		behind,
	)
}

/** From the beginning of co-creation, or of the plan, until its end or the day. */
function standingWindow(facts: CocreationFacts): Period | null {
	const { plan, day } = facts
	const starts = [cocreationStart(facts), plan.startsOn && firstDayOf(plan.startsOn)]
	const from = starts.flatMap((start) => start ?? []).sort()[0]
	if (from === undefined) return null
	return { from, to: plan.endsOn === null ? day : earlier(lastDayOf(plan.endsOn), day) }
}

function gapsOf(meetings: readonly Meeting[], { from, to }: Period): readonly Period[] {
	const days = [from, ...meetings.map(({ said }) => said.meetsOn).sort(), to]
	return days.slice(1).map((next, at) => ({ from: days[at] ?? from, to: next }))
}

function lengthOf({ from, to }: Period): number {
	return daysBetween(from, to)
}

/** A time without a meeting says that none was held only where the register is complete for longer than one may last. */
function gapFinding(
	{ registers, rules }: CocreationFacts,
	gaps: readonly Period[],
	behind: { readonly records: readonly string[]; readonly nextDueOn: CalendarDay | null },
): Finding {
	const isKnown = gaps.some((gap) => longestComplete(registers, 'COCREATION', gap) > rules.forumGapDays.value)
	if (!isKnown) return finding('NOT_RECORDED', ['NOT_RECORDED_HERE'], behind)
	const records = [...behind.records, ...declarationsOf(registers, 'COCREATION')]
	return finding('NOT_MET', ['MEETING_GAP'], { ...behind, records })
}

type Year = Period & { readonly isOver: boolean; readonly needed: number }

/**
 * Requirement 5.1: meetings with civil society that present results and collect comments, twice in each plan year.
 *
 * Order  NOT_YET_DUE, NOT_MET (none in a year that is over), NO_EVIDENCE (only without minutes), MET, else PARTIAL.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 5.1; the computation is our own.
 */
export function resultMeetings(facts: CocreationFacts): Finding {
	const { plan, rules, day, registers } = facts
	if (plan.startsOn === null) return finding('NOT_RECORDED', ['PLAN_PERIOD_UNKNOWN'])
	const firstDueOn = addMonths(firstDayOf(plan.startsOn), rules.resultMeetingMonth.value)
	const window = implementation(facts)
	if (window === null || day < firstDueOn) return notYetDue(firstDueOn)
	const years = yearsOf(window, facts)
	const held = heldMeetings(facts, 'IMPLEMENTATION').filter(
		({ said }) =>
			said.presentsResults &&
			said.collectsComments &&
			said.meetsOn >= window.from &&
			said.meetsOn <= window.to,
	)
	const minuted = held.filter((meeting) => hasMinutes(meeting, day))
	const behind = { records: recordsOf(held), nextDueOn: nextMeetingOn(years, minuted, facts) }
	const isShown = (year: Year) => isComplete(registers, 'COCREATION', year)
	const empty = (meetings: readonly Meeting[]) =>
		years.filter((year) => year.needed > 0 && countIn(meetings, year) === 0)

	const withoutAny = empty(held)
	if (withoutAny.some((year) => year.isOver && isShown(year))) {
		const records = [...behind.records, ...declarationsOf(registers, 'COCREATION')]
		return finding('NOT_MET', ['RESULT_MEETINGS_MISSING'], { ...behind, records })
	}
	if (withoutAny.some((year) => !isShown(year))) return finding('NOT_RECORDED', ['NOT_RECORDED_HERE'], behind)
	if (empty(minuted).length > withoutAny.length)
		return finding('NO_EVIDENCE', ['RESULT_MEETINGS_WITHOUT_MINUTES'], behind)
	if (years.every((year) => countIn(minuted, year) >= year.needed))
		return finding('MET', ['RESULT_MEETINGS_HELD'], behind)
	return finding('PARTIAL', ['RESULT_MEETINGS_FEW'], behind)
}

/** Years of the plan, counted from its first day; of one that is not over, only a share is needed. */
function yearsOf({ from, to }: Period, { rules, day, plan }: CocreationFacts): readonly Year[] {
	const count = Math.ceil((daysBetween(from, to) + 1) / 365)
	return Array.from({ length: count }, (_, at) => {
		const next = addMonths(from, 12 * (at + 1))
		const last = addDays(next, -1)
		const isOver = last < day && (plan.endsOn === null || last <= lastDayOf(plan.endsOn))
		const isHalfway = addMonths(from, 12 * at + rules.resultMeetingMonth.value) <= to
		const needed = isOver ? rules.resultMeetings.value : isHalfway ? 1 : 0
		return { from: addMonths(from, 12 * at), to: earlier(last, to), isOver, needed }
	}).filter((year) => year.from <= year.to)
}

function countIn(meetings: readonly Meeting[], { from, to }: Period): number {
	return meetings.filter(({ said }) => said.meetsOn >= from && said.meetsOn <= to).length
}

function nextMeetingOn(
	years: readonly Year[],
	meetings: readonly Meeting[],
	{ rules, day }: CocreationFacts,
): CalendarDay | null {
	const running = years.at(-1)
	if (!running || running.isOver || running.to < day) return null
	const count = countIn(meetings, running)
	if (count >= rules.resultMeetings.value) return null
	const shareDueOn = addMonths(running.from, rules.resultMeetingMonth.value)
	return count === 0 && day <= shareDueOn ? shareDueOn : addDays(addMonths(running.from, 12), -1)
}

function forumsOf({ registers, day }: CocreationFacts): readonly ActView<'forum.published'>[] {
	return registers.of['forum.published'].filter(({ said }) => firstDayOf(said.foundedOn) <= day)
}

/**
 * Local requirements 1 and 2 are due when the plan is handed in; where that is not known, when it begins.
 *
 * Returns  what they are before they are due and without a forum; null where there is one to judge.
 */
function withoutForum(facts: CocreationFacts): Finding | null {
	const { plan, day } = facts
	const dueOn = submissionOf(facts) ?? (plan.startsOn && firstDayOf(plan.startsOn))
	if (dueOn !== null && day < dueOn) return notYetDue(dueOn)
	if (forumsOf(facts).length > 0) return null
	return missing(facts, 'FORUM_MISSING', {
		register: 'COCREATION',
		from: cocreationStart(facts),
		to: dueOn ?? day,
	})
}

/** Local requirement 1: a forum whose decree or rules are public. Source: OGP Local handbook; computation our own. */
export function forumExists(facts: CocreationFacts): Finding {
	const without = withoutForum(facts)
	if (without) return without
	const records = recordsOf(forumsOf(facts))
	const isPublic = forumsOf(facts).some(({ said }) => Boolean(said.decreeUrl ?? said.rulesUrl))
	if (isPublic) return finding('MET', ['FORUM_DOCUMENTED'], { records })
	return finding('NO_EVIDENCE', ['FORUM_UNDOCUMENTED'], { records })
}

/** Local requirement 2: government and somebody else sit in it. Source: OGP Local handbook; computation our own. */
export function forumIsMixed(facts: CocreationFacts): Finding {
	const without = withoutForum(facts)
	if (without) return without
	const forums = forumsOf(facts)
	const behind = { records: recordsOf(forums) }
	const isMixed = forums.some(
		({ said: { members } }) =>
			members.some(({ sector }) => sector === 'GOV') && members.some(({ sector }) => sector !== 'GOV'),
	)
	if (isMixed) return finding('MET', ['FORUM_MULTISTAKEHOLDER'], behind)
	if (forums.some(({ said }) => said.members.length === 0))
		return finding('NOT_RECORDED', ['FORUM_MEMBERS_UNKNOWN'], behind)
	return finding('NOT_MET', ['FORUM_ONE_SIDED'], behind)
}

/**
 * What holds before the making of a plan can be judged: before it is handed in, not yet due; without that day, not
 * recorded.
 *
 * Returns  null where it can be judged.
 */
export function beforeSubmission(facts: CocreationFacts): Finding | null {
	const submittedOn = submissionOf(facts)
	if (submittedOn === null) return finding('NOT_RECORDED', ['SUBMISSION_UNKNOWN'])
	return facts.day < submittedOn ? notYetDue(submittedOn) : null
}

/** Where what belongs to the making of a plan would be, had it happened. */
export function makingOf(facts: CocreationFacts) {
	return {
		register: 'COCREATION',
		from: cocreationStart(facts),
		to: submissionOf(facts) ?? facts.day,
	} as const
}

function meetingsInMaking(facts: CocreationFacts): readonly Meeting[] {
	return heldMeetings(facts, 'CO_CREATION').filter(({ said }) => isInMaking(facts, said.meetsOn))
}

/** Local requirement 3: a meeting with minutes before the plan was handed in. Source: OGP Local handbook; ours. */
export function meetingInMaking(facts: CocreationFacts): Finding {
	const before = beforeSubmission(facts)
	if (before) return before
	const held = meetingsInMaking(facts).filter(
		(meeting) => hasBothSides(meeting) || Object.keys(meeting.said.attendance).length === 0,
	)
	const behind = { records: recordsOf(held) }
	if (held.some((meeting) => hasMinutes(meeting, facts.day))) return finding('MET', ['MEETING_HELD'], behind)
	if (held.length > 0) return finding('NO_EVIDENCE', ['MEETINGS_WITHOUT_MINUTES'], behind)
	return missing(facts, 'MEETING_MISSING', makingOf(facts))
}

/** Recommended practice 2: documents are sent in time before meetings. Source: OGP Local handbook; days our own. */
export function documentsBeforeMeetings(facts: CocreationFacts): Finding {
	const before = beforeSubmission(facts)
	if (before) return before
	const held = meetingsInMaking(facts)
	const told = held.filter(({ said }) => said.documentsSentOn !== undefined)
	const behind = { records: recordsOf(held) }
	const inTime = told.filter(
		({ said }) =>
			said.documentsSentOn !== undefined &&
			addDays(said.documentsSentOn, facts.rules.documentLeadDays.value) <= said.meetsOn,
	)
	if (held.length > 0 && inTime.length === held.length) return finding('MET', ['DOCUMENTS_SENT'], behind)
	if (inTime.length > 0) return finding('PARTIAL', ['DOCUMENTS_SENT_PARTLY'], behind)
	if (told.length > 0) return finding('NOT_MET', ['DOCUMENTS_NOT_SENT'], behind)
	return missing(facts, 'DOCUMENTS_NOT_SENT', makingOf(facts))
}

/** Recommended practice 3: an open call, or a meeting that anyone could attend. Source: OGP Local handbook; ours. */
export function openToPublic(facts: CocreationFacts): Finding {
	const before = beforeSubmission(facts)
	if (before) return before
	const open = [
		...forumsOf(facts).filter(({ said }) => said.isOpenCall),
		...meetingsInMaking(facts).filter(({ said }) => said.access === 'OPEN'),
	]
	if (open.length > 0) return finding('MET', ['OPEN_TO_PUBLIC'], { records: recordsOf(open) })
	return missing(facts, 'CLOSED_TO_PUBLIC', makingOf(facts))
}
