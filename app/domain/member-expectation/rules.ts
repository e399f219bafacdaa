import type { CommitmentRecord, PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import { activeCommitments } from '#app/domain/active-commitment/rules.ts'
import { addDays, addMonths, firstDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { cocreationLevel } from '#app/domain/cocreation-expectation/rules.ts'
import { codesOf, requirementsOn, requirementsWithoutPlan } from '#app/domain/cocreation-requirement/rules.ts'
import type { RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { CommitmentEvidence } from '#app/domain/cocreation-window/rules.ts'
import { declarationLevel, isOgpMember, joiningOf } from '#app/domain/declaration-expectation/rules.ts'
import type { MemberFacts } from '#app/domain/declaration-expectation/rules.ts'
import { countsAsIndependent } from '#app/domain/divergence/rules.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import type { ExpectationCode, JudgedExpectation } from '#app/domain/expectation/view.ts'
import { changesOf } from '#app/domain/level-change/rules.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { memberCommitmentsLevel, previousDayOf } from '#app/domain/plan-succession/rules.ts'
import type { ProcessRuleSet } from '#app/domain/process-rules/queries.server.ts'
import { reportingLevel } from '#app/domain/reporting-expectation/rules.ts'
import { sharingLevel } from '#app/domain/sharing-expectation/rules.ts'
import type { MemberExpectation, MemberStanding, NamedRules } from './view.ts'

/** All that the five levels of a member are computed from. */
export type StandingFacts = {
	readonly member: MemberView
	readonly registers: MemberRegisters
	/** The plan in force, or the last one; null where the member has none here. */
	readonly record: PlanRecord | null
	/** Every public plan of the member. */
	readonly plans: readonly PlanView[]
	readonly rules: ProcessRuleSet
	readonly day: CalendarDay
}

/**
 * The five expectations of one member on one day, in OGP's order. There is no overall level.
 *
 * Source  our own; OGP publishes no formula, and the interface says so.
 */
export function memberStanding(facts: StandingFacts): MemberStanding {
	const { member, registers, record, day } = facts
	const own: MemberFacts = { member, registers, rules: facts.rules.rules, day }
	const requirements = requirementsOf(facts)
	const active = record ? activeCommitments(record, day) : []
	const cycleSince = record?.plan.startsOn ? firstDayOf(record.plan.startsOn) : null
	const ofTheDay = { id: facts.rules.id, track: member.level, version: facts.rules.version }
	const ofThePlan = record ? namedRules(record.ruleSet) : ofTheDay
	const declared = declarationLevel(
		own,
		active.map(({ id }) => id),
	)
	const committed = record ? memberCommitmentsLevel(record, facts) : withoutPlan('E2_COMMITMENTS', own)
	const reported = record ? memberReportingLevel(record, day) : withoutPlan('E4_REPORTING', own)
	return {
		memberId: member.id,
		track: member.level,
		asOfOn: day,
		ruleSet: ofTheDay,
		planId: record?.plan.id ?? null,
		expectations: [
			answered(declared, ofTheDay),
			answered(committed, ofThePlan),
			answered(cocreationLevel(requirements), ofTheDay, requirements),
			answered(reported, ofThePlan),
			answered(sharingLevel(own, cycleSince), ofTheDay),
		],
	}
}

function namedRules({ id, track, version }: NamedRules): NamedRules {
	return { id, track, version }
}

function requirementsOf({
	member,
	registers,
	record,
	plans,
	rules,
	day,
}: StandingFacts): readonly RequirementView[] {
	if (!record && !isOgpMember(member))
		return codesOf(member.level).map((code) => ({
			code,
			level: 'NOT_APPLICABLE',
			reasons: ['NO_PLAN'],
			records: [],
			nextDueOn: null,
		}))
	if (!record) return requirementsWithoutPlan(member.level)
	return requirementsOn(member.level, {
		registers,
		plan: record.plan,
		previousOn: previousDayOf(plans, record.plan),
		evidence: activeCommitments(record, day).map(evidenceOf),
		assessments: record.assessments ?? [],
		inceptionDueOn: record.owedReports?.find(({ code }) => code === 'INCEPTION')?.dueOn ?? null,
		rules: rules.rules,
		day,
	})
}

/** The days on which acts about a commitment brought evidence that everyone can see. */
function evidenceOf(commitment: CommitmentRecord): CommitmentEvidence {
	const acts = [...verificationsOf(commitment), ...commitment.milestones.flatMap(({ claims }) => claims)]
	const isOpen = (piece: EvidenceView) => piece.visibility !== 'PROTECTED'
	const days = acts.filter(({ evidence }) => evidence.some(isOpen)).map(({ publishedOn }) => publishedOn)
	return { commitmentId: commitment.id, days: [...new Set(days)].sort() }
}

/** A member without any plan here: none is due for a new one, and of others it is not known. */
function withoutPlan(code: ExpectationCode, own: MemberFacts): JudgedExpectation {
	const none = { code, inputs: [], records: [], dueOn: null }
	if (!isOgpMember(own.member)) return { ...none, level: 'NOT_APPLICABLE', reasons: ['NOT_OGP_MEMBER'] }
	const joining = joiningOf(own)
	const dueOn = joining && addMonths(joining.to, own.rules.newMemberMonths.value)
	if (dueOn !== null && own.day < dueOn)
		return { ...none, level: 'NOT_YET_DUE', reasons: ['NEW_MEMBER'], dueOn }
	return { ...none, level: 'NOT_RECORDED', reasons: ['NO_PLAN_HERE'] }
}

/** E4 with the newest claims and findings behind it, and the last day of the next period. */
export function memberReportingLevel(record: PlanRecord, day: CalendarDay): JudgedExpectation {
	const grace = record.ruleSet.rules.graceDays.value
	const next = record.checkpoints.map(({ dueOn }) => addDays(dueOn, grace)).filter((on) => on >= day)
	const behind = record.commitments.flatMap((commitment) => [
		...commitment.milestones.flatMap(({ claims }) => claims.slice(0, 1)),
		...verificationsOf(commitment).filter(countsAsIndependent).slice(0, 1),
		...(commitment.assessments ?? []),
	])
	const records = [record.plan.id, ...behind.map(({ recordId }) => recordId)]
	return { ...reportingLevel(record, day), records, dueOn: next.sort()[0] ?? null }
}

/** A level with the rules it was computed by and what would change it. */
function answered(
	{ dueOn, ...judged }: JudgedExpectation,
	ruleSet: NamedRules,
	requirements: readonly RequirementView[] = [],
): MemberExpectation {
	return { ...judged, ruleSet, requirements, changes: changesOf(judged, dueOn) }
}
