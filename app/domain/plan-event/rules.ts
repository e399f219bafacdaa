import { lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import type { ObligationEvent } from '#app/domain/cycle-rules/schema.ts'
import { isReportExpected } from '#app/domain/progress-update/rules.ts'

/** A day on which something happened to a plan; `subject` tells one such day from the others, '' where there is one. */
export type EventDay = { readonly subject: string; readonly on: CalendarDay }

/** The days that a plan's deadlines count from; null: no record of this site holds such a day yet. */
export type PlanEvents = { readonly [E in ObligationEvent]: readonly EventDay[] | null }

type Claimed = {
	readonly milestoneId: string
	readonly checkpointId: string | null
	readonly level: ClaimedLevel | null
	readonly on: CalendarDay
}

/** What the records say of a plan, as far as its deadlines need it. Days are days in the member's time zone. */
export type PlanFacts = {
	readonly today: CalendarDay
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
	readonly submittedOn: PartialDay | null
	readonly checkpoints: readonly { readonly id: string; readonly code: string; readonly dueOn: CalendarDay }[]
	/** Those that still stand: what was withdrawn or moved is reported on no more. */
	readonly commitments: readonly {
		readonly id: string
		readonly milestones: readonly { readonly id: string; readonly startsOn: PartialDay | null }[]
	}[]
	/** In the order in which they were published; corrections stand after what they correct. */
	readonly claims: readonly Claimed[]
	readonly levels: readonly {
		readonly commitmentId: string
		readonly level: string
		readonly on: CalendarDay
	}[]
	readonly selfAssessments: readonly {
		readonly kind: string
		readonly stage: string
		readonly commentOpensOn: CalendarDay
		readonly commentClosesOn: CalendarDay
		readonly on: CalendarDay
	}[]
	/** Of a Monitoring Body; corrections stand after what they correct. */
	readonly localAssessments: readonly {
		readonly kind: string
		readonly commitmentId: string | null
		readonly on: CalendarDay
	}[]
	readonly refreshedOn: CalendarDay | null
	/** The day of the member's next plan. */
	readonly succeededOn: CalendarDay | null
	/** `isOfResults`: the IRM says what happened; else it says how the commitment was designed. */
	readonly codings: readonly { readonly isOfResults: boolean; readonly on: CalendarDay }[]
}

/**
 * The days that deadlines count from. A day that is given as a month or a year counts from its end: where the source
 * leaves it open, the deadline is the latest that it can mean.
 */
export function eventsOf(facts: PlanFacts): PlanEvents {
	return {
		PLAN_START: once(facts.startsOn),
		PLAN_END: once(facts.endsOn),
		PLAN_SUBMISSION: once(facts.submittedOn),
		CHECKPOINT_DUE: facts.checkpoints
			.filter((checkpoint) => expectedAt(checkpoint, facts).length > 0)
			.map(({ code, dueOn }) => ({ subject: code, on: dueOn })),
		COMMITMENT_COMPLETE: facts.commitments.flatMap((commitment) => {
			const on = completeSince(commitment, facts) ?? endedOn(facts)
			return on === null ? [] : [{ subject: commitment.id, on }]
		}),
		COMMENT_OPENED: facts.selfAssessments
			.filter(({ kind }, at, all) => all.findIndex((other) => other.kind === kind) === at)
			.map(({ kind, commentOpensOn }) => ({ subject: kind, on: commentOpensOn })),
		COCREATION_START: null,
		LAST_MEETING: null,
		LAST_UPDATE: null,
		ADMINISTRATION_CHANGE: null,
	}
}

/** A commitment that never was complete counts from the plan's end, once that is over. */
function endedOn({ endsOn, today }: PlanFacts): CalendarDay | null {
	return endsOn !== null && lastDayOf(endsOn) < today ? lastDayOf(endsOn) : null
}

function once(day: PartialDay | null): readonly EventDay[] {
	return day === null ? [] : [{ subject: '', on: lastDayOf(day) }]
}

type Owed = { readonly code: string; readonly subject: string; readonly dueOn: CalendarDay }
type Proof = (facts: PlanFacts, owed: Owed) => CalendarDay | null

/** What shows that an obligation was met. For codes that are not here, no act of this site can show it yet. */
const PROOFS: Readonly<Record<string, Proof>> = {
	CHECKPOINT: (facts, { subject }) => reportedOn(facts, subject),
	INCEPTION: (facts) => assessedOn(facts, 'INCEPTION', null),
	END_OF_COMMITMENT: (facts, { subject }) => assessedOn(facts, 'END_OF_COMMITMENT', subject),
	END_OF_PLAN: (facts) => assessedOn(facts, 'END_OF_PLAN', null),
	SA_MIDTERM: (facts) => finalOn(facts, 'MID_TERM'),
	SA_END: (facts) => finalOn(facts, 'END_OF_TERM'),
	SA_CONSULTATION: (facts, owed) => consultedOn(facts, owed),
	PLAN_SUCCESSOR: ({ succeededOn }) => succeededOn,
	FOUR_YEAR_REFRESH: ({ refreshedOn }) => refreshedOn,
	IRM_APR: ({ codings }) => firstDay(codings.filter(({ isOfResults }) => !isOfResults)),
	IRM_RESULTS: ({ codings }) => firstDay(codings.filter(({ isOfResults }) => isOfResults)),
}

/** Whether an act of this site can show that an obligation was met. */
export function canBeShown(code: string): boolean {
	return code in PROOFS
}

/** The day on which the records first show an obligation met; null while they do not. */
export function metOn(facts: PlanFacts, owed: Owed): CalendarDay | null {
	return PROOFS[owed.code]?.(facts, owed) ?? null
}

/** The day of the last first report of those that a checkpoint asks for; null while one is missing. */
function reportedOn(facts: PlanFacts, code: string): CalendarDay | null {
	const checkpoint = facts.checkpoints.find((known) => known.code === code)
	if (!checkpoint) return null
	const days = expectedAt(checkpoint, facts).map((milestoneId) =>
		firstDay(claimsOn(facts, milestoneId).filter(({ checkpointId }) => checkpointId === checkpoint.id)),
	)
	return days.length === 0 ? null : latest(days)
}

/** The claims by milestone, sorted out once for each reading of the records: a plan can have thousands. */
const byMilestone = new WeakMap<PlanFacts['claims'], ReadonlyMap<string, readonly Claimed[]>>()

/** What was claimed on a milestone, in the order in which it was published. */
export function claimsOn({ claims }: Pick<PlanFacts, 'claims'>, milestoneId: string): readonly Claimed[] {
	const known = byMilestone.get(claims) ?? sorted(claims)
	byMilestone.set(claims, known)
	return known.get(milestoneId) ?? []
}

function sorted(claims: PlanFacts['claims']): ReadonlyMap<string, readonly Claimed[]> {
	const found = new Map<string, Claimed[]>()
	for (const claim of claims) {
		const known = found.get(claim.milestoneId)
		if (known) known.push(claim)
		else found.set(claim.milestoneId, [claim])
	}
	return found
}

/** The milestones on which a checkpoint asks for a report. */
export function expectedAt(
	checkpoint: PlanFacts['checkpoints'][number],
	facts: PlanFacts,
): readonly string[] {
	const codes = new Map(facts.checkpoints.map(({ id, code }) => [id, code]))
	const dueOnOf = (code: string) => facts.checkpoints.find((known) => known.code === code)?.dueOn ?? null
	return facts.commitments
		.flatMap(({ milestones }) => milestones)
		.filter(({ id, startsOn }) => {
			const claims = claimsOn(facts, id)
				.filter(({ level }) => level === 'COMPLETE')
				.map(({ level, checkpointId }) => ({ level, checkpointCode: codes.get(checkpointId ?? '') ?? null }))
			return isReportExpected({ startsOn, claims }, checkpoint, dueOnOf)
		})
		.map(({ id }) => id)
}

/** Since when a commitment is complete by what government claims; null where it is not. */
function completeSince(
	{ id, milestones }: PlanFacts['commitments'][number],
	facts: PlanFacts,
): CalendarDay | null {
	const said = facts.levels.filter(({ commitmentId }) => commitmentId === id)
	if (said.length > 0) return completeRun(said)
	if (milestones.length === 0) return null
	return latest(milestones.map((milestone) => completeRun(claimsOn(facts, milestone.id))))
}

/** The first day of the unbroken run of "complete" at the end of a list of claims. */
function completeRun(
	claims: readonly { readonly level: string | null; readonly on: CalendarDay }[],
): CalendarDay | null {
	const lastOther = claims.findLastIndex(({ level }) => level !== 'COMPLETE')
	return claims[lastOther + 1]?.on ?? null
}

function assessedOn(
	{ localAssessments }: PlanFacts,
	kind: string,
	commitmentId: string | null,
): CalendarDay | null {
	return firstDay(localAssessments.filter((one) => one.kind === kind && one.commitmentId === commitmentId))
}

function finalOn(facts: PlanFacts, kind: string): CalendarDay | null {
	return firstDay(facts.selfAssessments.filter((row) => row.kind === kind && row.stage === 'FINAL'))
}

/** A window for comments is held on its last required day, when it was open until then and that day is over. */
function consultedOn(facts: PlanFacts, { subject, dueOn }: Owed): CalendarDay | null {
	const wasOpen = facts.selfAssessments.some((row) => row.kind === subject && row.commentClosesOn >= dueOn)
	const endedEarly = facts.selfAssessments.some(
		(row) => row.kind === subject && row.stage === 'FINAL' && row.on < dueOn,
	)
	return wasOpen && !endedEarly && facts.today > dueOn ? dueOn : null
}

function firstDay(acts: readonly { readonly on: CalendarDay }[]): CalendarDay | null {
	return acts.map(({ on }) => on).sort()[0] ?? null
}

/** The last of some days; null where one of them is not there yet. */
function latest(days: readonly (CalendarDay | null)[]): CalendarDay | null {
	const known = days.filter((day) => day !== null)
	return known.length < days.length ? null : (known.sort().at(-1) ?? null)
}
