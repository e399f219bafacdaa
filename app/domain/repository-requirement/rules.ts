import { addDays, addMonths, firstDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import {
	cocreationStart,
	finding,
	ifAhead,
	implementation,
	missing,
	notYetDue,
	recordsOf,
} from '#app/domain/cocreation-window/rules.ts'
import type { CocreationFacts, Finding } from '#app/domain/cocreation-window/rules.ts'
import type { RequirementReason } from '#app/domain/cocreation-requirement/view.ts'
import { declarationsOf, isComplete } from '#app/domain/member-register/rules.ts'
import type { Period } from '#app/domain/member-register/rules.ts'
import type { ActView } from '#app/domain/member-register/view.ts'

/**
 * Requirement 2.1 and, with stricter figures, recommended practice 1: a public website that is kept up to date.
 *
 * Order  NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL. What the last check saw counts; that a site was not
 *        renewed after it is known only where the register is complete since, or a later check saw it.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 2.1; ages of the track are in the rule set.
 */
export function websiteIsKept(facts: CocreationFacts): Finding {
	const { registers, plan, rules, day } = facts
	const start = cocreationStart(facts) ?? (plan.startsOn && firstDayOf(plan.startsOn))
	if (start !== null && day < start) return notYetDue(start)
	const checks = registers.of['website.checked'].filter(({ said }) => said.checkedOn <= day)
	const checkedOn = checks
		.map(({ said }) => said.checkedOn)
		.sort()
		.at(-1)
	if (checkedOn === undefined) return withoutSite(facts, start)

	const last = checks.filter(({ said }) => said.checkedOn === checkedOn)
	const updatedOn = checks
		.flatMap(({ said }) => said.updatedOn ?? [])
		.filter((on) => on <= day)
		.sort()
		.at(-1)
	const freshUntil = updatedOn && addDays(updatedOn, rules.siteFreshDays.value)
	const behind = { records: recordsOf(last), nextDueOn: ifAhead(freshUntil ?? null, day) }
	if (!last.some(({ said }) => said.isReachable)) return finding('NOT_MET', ['SITE_UNREACHABLE'], behind)
	const oldFrom = updatedOn && addDays(updatedOn, rules.siteStaleDays.value)
	if (oldFrom && oldFrom < day) {
		const isSeen = oldFrom < checkedOn || isComplete(registers, 'COCREATION', { from: checkedOn, to: day })
		return isSeen
			? finding('NOT_MET', ['SITE_OLD'], behind)
			: finding('NOT_RECORDED', ['SITE_NOT_CHECKED'], behind)
	}
	const isOpen = last.some(({ said }) => said.isReachable && !said.needsLogin)
	if (freshUntil && day <= freshUntil && isOpen) return finding('MET', ['SITE_FRESH'], behind)
	return finding('PARTIAL', siteFaults({ isOpen, freshUntil, day }), behind)
}

type SiteState = {
	readonly isOpen: boolean
	readonly freshUntil: string | undefined
	readonly day: CalendarDay
}

function siteFaults({ isOpen, freshUntil, day }: SiteState): readonly RequirementReason[] {
	return [
		...(isOpen ? [] : (['SITE_NEEDS_LOGIN'] as const)),
		...(freshUntil === undefined ? (['SITE_DATE_UNKNOWN'] as const) : []),
		...(freshUntil !== undefined && freshUntil < day ? (['SITE_STALE'] as const) : []),
	]
}

function withoutSite({ registers, day }: CocreationFacts, from: CalendarDay | null): Finding {
	if (!isComplete(registers, 'COCREATION', { from, to: day }))
		return finding('NOT_RECORDED', ['SITE_NOT_CHECKED'])
	return finding('NO_EVIDENCE', ['SITE_NOT_CHECKED'], { records: declarationsOf(registers, 'COCREATION') })
}

/**
 * Requirement 2.2: a repository with something new in each half year of the plan, and evidence for each commitment.
 *
 * Order  NOT_YET_DUE, NOT_MET (nothing new for too long while the plan is carried out), NO_EVIDENCE, MET, else PARTIAL.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 2.2; the computation is our own.
 */
export function repositoryIsKept(facts: CocreationFacts): Finding {
	const { plan, registers, rules, day } = facts
	if (plan.startsOn === null) return finding('NOT_RECORDED', ['PLAN_PERIOD_UNKNOWN'])
	const firstDueOn = addDays(firstDayOf(plan.startsOn), rules.repositoryGapDays.value)
	const window = implementation(facts)
	if (window === null || day < firstDueOn) return notYetDue(firstDueOn)
	const named = registers.of['document.published'].filter(
		({ said }) => said.datedOn <= window.to && (!said.planId || said.planId === plan.id),
	)
	const entries = named.filter(isPublicDocument)
	const days = entryDays(facts, entries, window.to)
	const last = days.at(-1)
	const recentFrom = addDays(window.to, -rules.repositoryGapDays.value)
	const nextDueOn =
		window.to === day && last !== undefined
			? ifAhead(addDays(last, rules.repositoryGapDays.value), day)
			: null
	const behind = { records: recordsOf(named), nextDueOn }

	if (last === undefined || last < recentFrom)
		return withoutEntries(facts, { from: recentFrom, to: window.to })
	const lacking = commitmentsWithout(facts, entries, window.to)
	const missed = halvesOf(window).filter((half) => !days.some((on) => on >= half.from && on <= half.to))
	if (missed.length === 0 && lacking === 0) return finding('MET', ['REPOSITORY_FRESH'], behind)
	return finding(
		'PARTIAL',
		[
			...(missed.length > 0 ? (['REPOSITORY_HALF_MISSING'] as const) : []),
			...(lacking > 0 ? (['COMMITMENTS_WITHOUT_EVIDENCE'] as const) : []),
		],
		behind,
	)
}

function isPublicDocument({ said }: ActView<'document.published'>): boolean {
	return Boolean(said.url) && said.infoClass !== 'DIKECUALIKAN'
}

/** Days on which the public got something new: documents, and evidence published with acts on commitments. */
function entryDays(
	{ evidence }: CocreationFacts,
	documents: readonly ActView<'document.published'>[],
	until: CalendarDay,
): readonly CalendarDay[] {
	return [...documents.map(({ said }) => said.datedOn), ...evidence.flatMap(({ days }) => days)]
		.filter((on) => on <= until)
		.sort()
}

/** Where nothing is new: not met if that is known, no evidence where documents are named that nobody can open. */
function withoutEntries(facts: CocreationFacts, recent: Period): Finding {
	const { registers, plan, day } = facts
	const found = missing(facts, 'REPOSITORY_GAP', { register: 'COCREATION', ...recent })
	if (found.level === 'NOT_MET') return found
	const closed = registers.of['document.published'].filter(
		(act) =>
			act.said.datedOn <= day && (!act.said.planId || act.said.planId === plan.id) && !isPublicDocument(act),
	)
	if (closed.length === 0) return found
	return finding('NO_EVIDENCE', ['REPOSITORY_EMPTY'], { records: recordsOf(closed) })
}

function commitmentsWithout(
	{ evidence, rules }: CocreationFacts,
	documents: readonly ActView<'document.published'>[],
	until: CalendarDay,
): number {
	const from = addMonths(until, -rules.evidenceMonths.value)
	const isRecent = (on: CalendarDay) => on >= from && on <= until
	return evidence.filter(
		({ commitmentId, days }) =>
			!days.some(isRecent) &&
			!documents.some(({ said }) => said.commitmentId === commitmentId && isRecent(said.datedOn)),
	).length
}

/** Half years of a plan that are over, counted from its first day. */
function halvesOf({ from, to }: Period): readonly Period[] {
	const halves: Period[] = []
	for (let at = 0; addMonths(from, 6 * (at + 1)) <= addDays(to, 1); at += 1)
		halves.push({ from: addMonths(from, 6 * at), to: addDays(addMonths(from, 6 * (at + 1)), -1) })
	return halves
}
