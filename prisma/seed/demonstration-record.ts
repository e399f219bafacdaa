import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { IndependentRows } from '#app/domain/independent-record/view.ts'
import { planRecord } from '#app/domain/plan-record/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { Checkpoint, Member, Organization } from '#prisma/generated/client.ts'
import { RULE_SETS } from './rule-sets.ts'
import { VERIFICATION_RULES } from './verification-rules.ts'

export type RecordParts = {
	/** In the order in which they stand in the log. */
	readonly acts: readonly ActRows[]
	readonly checkpoints: readonly Checkpoint[]
	readonly member: Member
	readonly organizations: readonly Organization[]
	/** Leaves of the log before the first of these acts. */
	readonly logSize: number
}

/** The public record of the demonstration's plan as it stood on the morning of a day. */
export function recordOn(day: CalendarDay, parts: RecordParts): PlanRecord {
	const acts = parts.acts.filter((act) => act.row.publishedOn < day)
	const of = kindsOf(acts)
	const [plan] = of('action-plan.published')
	const ruleSet = RULE_SETS.find(({ id }) => id === plan?.plan.ruleSetId)
	if (!plan || !ruleSet) throw new Error('the demonstration has no plan, or no rules')
	const commitments = of('commitment.published')
	const claims = of('progress-update.published')
	const verifications = of('verification.published')
	const record = planRecord({
		plan: {
			...plan.plan,
			member: parts.member,
			ruleSet,
			versions: [plan.row],
			_count: { commitments: commitments.length },
		},
		planVersions: [],
		commitments: commitments.map(({ commitment, row }) => ({ ...commitment, versions: [row] })),
		milestones: milestoneRows(of('milestone.published')),
		elsewhere: [],
		amendments: of('amendment.published').map(({ row }) => row),
		checkpoints: parts.checkpoints,
		claims: claims.map(({ row }) => row),
		verifications: verifications.map(({ row }) => row).sort((a, b) => b.version - a.version),
		codings: [],
		levels: [],
		independent: independentRows(acts),
		withdrawals: [],
		evidence: acts.flatMap((act) => ('evidence' in act ? act.evidence : [])),
		organizations: new Map(parts.organizations.map((o) => [o.id, { en: o.nameEn, id: o.nameId }])),
		indexes: new Map(acts.map((act, at) => [keyOf(act), parts.logSize + at])),
		today: day,
		ledgerSize: parts.logSize + acts.length,
	})
	if (!record) throw new Error('the demonstration has no plan')
	return record
}

function kindsOf(acts: readonly ActRows[]) {
	return <K extends ActRows['kind']>(kind: K) =>
		acts.filter((act): act is Extract<ActRows, { kind: K }> => act.kind === kind)
}

/** What was answered to findings, assessed and observed. */
function independentRows(acts: readonly ActRows[]): IndependentRows {
	const of = kindsOf(acts)
	return {
		replyDays: VERIFICATION_RULES.replyDays.value,
		replies: of('reply.published').map(({ row }) => row),
		decisions: of('verifier-decision.published').map(({ row }) => row),
		recusals: of('recusal.published').map(({ row }) => row),
		assessments: of('local-assessment.published').map(({ row }) => row),
		observations: of('observation.published').map(({ row }) => row),
		hidings: of('observation.hidden').map(({ row }) => row),
		signatures: [],
	}
}

type MilestoneAct = Extract<ActRows, { kind: 'milestone.published' }>

/** Each milestone with its texts, the newest first. */
function milestoneRows(acts: readonly MilestoneAct[]) {
	return acts
		.filter(({ row }) => row.version === 1)
		.map(({ milestone }) => ({
			...milestone,
			versions: acts
				.filter((act) => act.milestone.id === milestone.id)
				.map(({ row }) => row)
				.reverse(),
		}))
}

function keyOf(act: ActRows): string {
	const { recordId } = contentKey(act)
	return `${recordId}@${String(act.row.version)}`
}

function contentKey({ row }: ActRows): { readonly recordId: string } {
	if ('recordId' in row) return row
	if ('milestoneId' in row) return { recordId: row.milestoneId }
	return { recordId: 'commitmentId' in row ? row.commitmentId : row.actionPlanId }
}
