import { addDays, daysBetween } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import {
	cocreationStart,
	earlier,
	finding,
	ifAhead,
	isInMaking,
	missing,
	notYetDue,
	recordsOf,
	submissionOf,
	timelinesOf,
} from '#app/domain/cocreation-window/rules.ts'
import type { CocreationFacts, Finding } from '#app/domain/cocreation-window/rules.ts'
import { beforeSubmission, makingOf } from '#app/domain/forum-requirement/rules.ts'
import type { ActView } from '#app/domain/member-register/view.ts'

/**
 * Requirement 3.1: the timeline of co-creation is public some days before it starts.
 *
 * Order  NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL; of several timelines the best one counts.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 3.1; the computation is our own.
 */
export function timelineIsPublished(facts: CocreationFacts): Finding {
	const { rules, day } = facts
	const start = cocreationStart(facts)
	if (start !== null && day < start)
		return notYetDue(ifAhead(addDays(start, -rules.timelineLeadDays.value), day) ?? start)
	const timelines = timelinesOf(facts)
	const behind = { records: recordsOf(timelines) }
	if (timelines.length === 0)
		return missing(facts, 'TIMELINE_MISSING', {
			register: 'COCREATION',
			from: start && addDays(start, -rules.timelineLeadDays.value),
			to: earlier(submissionOf(facts) ?? day, day),
		})
	const early = timelines.filter(({ said }) => said.publishedOn <= said.startsOn)
	if (early.length === 0) return finding('NOT_MET', ['TIMELINE_LATE'], behind)
	const linked = early.filter(({ said }) => Boolean(said.url))
	if (linked.length === 0) return finding('NO_EVIDENCE', ['TIMELINE_WITHOUT_LINK'], behind)
	const isInTime = linked.some(
		({ said }) => addDays(said.publishedOn, rules.timelineLeadDays.value) <= said.startsOn,
	)
	if (isInTime) return finding('MET', ['TIMELINE_IN_TIME'], behind)
	return finding('PARTIAL', ['TIMELINE_SHORT_NOTICE'], behind)
}

/** Consultations on the plan: those that name it, and unnamed ones from its making. */
function consultationsOf(facts: CocreationFacts): readonly ActView<'consultation.published'>[] {
	return facts.registers.of['consultation.published'].filter(
		({ said }) =>
			said.opensOn <= facts.day &&
			(said.planId ? said.planId === facts.plan.id : isInMaking(facts, said.opensOn)),
	)
}

/**
 * Requirement 3.2: outreach before input closes, to several kinds of audience.
 *
 * Order  NOT_YET_DUE, NOT_MET, NO_EVIDENCE (nothing that everyone can open), MET, else PARTIAL.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 3.2; the computation is our own.
 */
export function outreachIsDone(facts: CocreationFacts): Finding {
	const { registers, rules, day } = facts
	const closes = consultationsOf(facts).map(({ said }) => said.closesOn)
	const closesOn = closes.sort().at(-1) ?? submissionOf(facts)
	if (closesOn === null) return finding('NOT_RECORDED', ['SUBMISSION_UNKNOWN'])
	if (day < closesOn) return notYetDue(closesOn)
	const start = cocreationStart(facts)
	const done = registers.of['outreach.published'].filter(
		({ said }) => said.heldOn <= closesOn && (start === null || start <= said.heldOn),
	)
	const behind = { records: recordsOf(done) }
	if (done.length === 0)
		return missing(facts, 'OUTREACH_MISSING', { register: 'COCREATION', from: start, to: closesOn })
	const linked = done.filter(({ said }) => Boolean(said.url))
	if (linked.length === 0) return finding('NO_EVIDENCE', ['OUTREACH_WITHOUT_LINK'], behind)
	const audiences = new Set(linked.flatMap(({ said }) => said.audiences))
	if (audiences.size >= rules.outreachAudiences.value) return finding('MET', ['OUTREACH_BROAD'], behind)
	return finding('PARTIAL', ['OUTREACH_NARROW'], behind)
}

/**
 * Requirement 3.3: a way to give input that is open long enough, and whose input is public.
 *
 * Order  NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL; of several ways the best one counts.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 3.3; the days are our own.
 */
export function inputIsGathered(facts: CocreationFacts): Finding {
	const before = beforeSubmission(facts)
	if (before) return before
	const { registers, rules, day } = facts
	const submittedOn = submissionOf(facts) ?? day
	const all = consultationsOf(facts).filter(({ said }) => said.opensOn <= submittedOn)
	const behind = { records: recordsOf(all) }
	if (all.length === 0)
		return missing(facts, 'INPUT_MISSING', { ...makingOf(facts), register: 'CONSULTATION' })
	const shown = (consultation: ActView<'consultation.published'>) => {
		const counts = registers.counts.get(consultation.recordId)
		return counts ? counts.contributions - counts.hidden : 0
	}
	const linked = all.filter((one) => Boolean(one.said.url) || one.said.takesForms || shown(one) > 0)
	if (linked.length === 0) return finding('NO_EVIDENCE', ['INPUT_WITHOUT_LINK'], behind)
	const isLong = ({ said }: ActView<'consultation.published'>) =>
		addDays(said.opensOn, rules.inputDays.value) <= earlier(said.closesOn, day)
	if (linked.some((one) => isLong(one) && shown(one) > 0))
		return finding('MET', ['INPUT_OPEN_LONG_ENOUGH'], behind)
	return finding(
		'PARTIAL',
		[
			...(linked.some(isLong) ? [] : (['INPUT_OPEN_SHORT'] as const)),
			...(linked.some((one) => shown(one) > 0) ? [] : (['INPUT_NOT_PUBLISHED'] as const)),
		],
		behind,
	)
}

type Answers = {
	readonly records: readonly string[]
	/** Contributions that everyone sees, and those of them that are answered by the day. */
	readonly of: number
	readonly answered: number
	/** Day of the newest answer or, without any, of the document with the answers; null where there is neither. */
	readonly publishedOn: CalendarDay | null
	/** A document with answers is named that nobody can open. */
	readonly isClaimed: boolean
}

function answersOf(facts: CocreationFacts): Answers {
	const { registers, plan, day } = facts
	const consultations = consultationsOf(facts)
	const counts = consultations.flatMap(({ recordId }) => registers.counts.get(recordId) ?? [])
	const known = counts.filter(({ lastAnsweredOn }) => lastAnsweredOn !== null && lastAnsweredOn <= day)
	const documents = registers.of['document.published'].filter(
		({ said }) =>
			(said.requirement === 'MR4_1' || said.requirement === 'LRP4') &&
			said.datedOn <= day &&
			said.planId === plan.id,
	)
	const open = documents.filter(({ said }) => Boolean(said.url) && said.infoClass !== 'DIKECUALIKAN')
	const answerDays = known.flatMap(({ lastAnsweredOn }) => lastAnsweredOn ?? []).sort()
	const documentDays = open.map(({ said }) => said.datedOn).sort()
	return {
		records: recordsOf([...consultations, ...documents]),
		of: counts.reduce((sum, { contributions, hidden }) => sum + contributions - hidden, 0),
		answered: known.reduce(
			(sum, { answered, contributions, hidden }) => sum + Math.min(answered, contributions - hidden),
			0,
		),
		publishedOn: answerDays.at(-1) ?? documentDays[0] ?? null,
		isClaimed: documents.length > 0,
	}
}

/** Nothing was answered: not yet due within the days of grace, then not met where that is known. */
function withoutAnswers(facts: CocreationFacts, { isClaimed, records }: Answers): Finding {
	const graceUntil = addDays(submissionOf(facts) ?? facts.day, facts.rules.responseGraceDays.value)
	if (isClaimed) return finding('NO_EVIDENCE', ['ANSWERS_WITHOUT_DOCUMENT'], { records })
	if (facts.day <= graceUntil) return notYetDue(ifAhead(graceUntil, facts.day))
	return missing(facts, 'ANSWERS_MISSING', {
		register: 'CONSULTATION',
		from: cocreationStart(facts),
		to: graceUntil,
	})
}

/**
 * Requirement 4.1: every contribution has its reasoned answer by the day on which the plan is handed in.
 *
 * Order  NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL. Contributions hidden for law or safety are not counted.
 * Source OGP Participation and Co-Creation Standards (2021), requirement 4.1; the computation is our own.
 */
export function answersAreGiven(facts: CocreationFacts): Finding {
	const before = beforeSubmission(facts)
	if (before) return before
	const answers = answersOf(facts)
	const { publishedOn, records } = answers
	if (publishedOn === null) return withoutAnswers(facts, answers)
	const isComplete = answers.of > 0 && answers.answered >= answers.of
	const isLate = publishedOn > (submissionOf(facts) ?? facts.day)
	if (isComplete && !isLate) return finding('MET', ['ANSWERS_COMPLETE'], { records })
	return finding(
		'PARTIAL',
		[
			...(isComplete ? [] : (['ANSWERS_INCOMPLETE'] as const)),
			...(isLate ? (['ANSWERS_LATE'] as const) : []),
		],
		{ records },
	)
}

/** Recommended practice 4: a reasoned response is published. Source: OGP Local handbook; computation our own. */
export function responseIsPublished(facts: CocreationFacts): Finding {
	const before = beforeSubmission(facts)
	if (before) return before
	const answers = answersOf(facts)
	const { publishedOn, records } = answers
	if (publishedOn === null) return withoutAnswers(facts, answers)
	if (answers.answered < answers.of) return finding('PARTIAL', ['ANSWERS_INCOMPLETE'], { records })
	return finding('MET', ['ANSWERS_PUBLISHED'], { records })
}

/** Local requirement 4: somebody outside government endorsed the plan before it was handed in. Source: OGP Local handbook. */
export function planIsEndorsed(facts: CocreationFacts): Finding {
	const before = beforeSubmission(facts)
	if (before) return before
	const submittedOn = submissionOf(facts) ?? facts.day
	const given = facts.registers.of['plan-endorsement.published'].filter(
		({ said }) => said.planId === facts.plan.id && said.endorsedOn <= submittedOn,
	)
	if (given.length > 0) return finding('MET', ['PLAN_ENDORSED'], { records: recordsOf(given) })
	return missing(facts, 'PLAN_NOT_ENDORSED', makingOf(facts))
}

const ASSESSED = {
	YES: ['MET', 'ASSESSED_YES'],
	NO: ['NOT_MET', 'ASSESSED_NO'],
	UNCLEAR: ['PARTIAL', 'ASSESSED_UNCLEAR'],
} as const

/** Recommended practices that only the Monitoring Body can judge: as its first report answers. */
export function asAssessed(facts: CocreationFacts, code: 'LRP5' | 'LRP6'): Finding {
	const { assessments, inceptionDueOn, day } = facts
	const [newest] = assessments
		.filter(({ kind, publishedOn }) => kind === 'INCEPTION' && publishedOn <= day)
		.sort((a, b) => daysBetween(a.publishedOn, b.publishedOn) || b.ledgerIndex - a.ledgerIndex)
	const given = newest?.answers.find((one) => one.code === code)?.answer
	if (newest && (given === 'YES' || given === 'NO' || given === 'UNCLEAR')) {
		const [level, reason] = ASSESSED[given]
		return finding(level, [reason], { records: [newest.recordId] })
	}
	if (inceptionDueOn !== null && day <= inceptionDueOn) return notYetDue(inceptionDueOn)
	return finding('NOT_RECORDED', ['NOT_ASSESSED'])
}
