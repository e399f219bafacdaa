import { isMemberActKind } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { fieldSetIdOf } from '#app/domain/call-version/rules.ts'
import type { CallText } from '#app/domain/call-version/view.ts'
import type {
	ActSignature,
	ActionPlan,
	ActionPlanVersion,
	Amendment,
	ApplicationCallPublication,
	CheckpointReopening,
	Commitment,
	CommitmentLevel,
	CommitmentVersion,
	CsoAccountChange,
	Evidence,
	IrmCoding,
	LocalAssessment,
	MemberAct,
	Milestone,
	MilestoneVersion,
	ObligationWaiver,
	Observation,
	ObservationHiding,
	PlanStage,
	ProgressUpdate,
	Recusal,
	Reply,
	ReportSnapshot,
	RuleSet,
	RuleSetPublication,
	SelfAssessment,
	Verification,
	VerifierDecision,
	Withdrawal,
} from '#prisma/generated/client.ts'

/** The stored rows of one act, by its kind: all that its content is made of. */
export type ActRows =
	| { readonly kind: 'action-plan.published'; readonly row: ActionPlanVersion; readonly plan: ActionPlan }
	| {
			readonly kind: 'commitment.published'
			readonly row: CommitmentVersion
			readonly commitment: Commitment
	  }
	| { readonly kind: 'milestone.published'; readonly row: MilestoneVersion; readonly milestone: Milestone }
	| {
			readonly kind: 'progress-update.published'
			readonly row: ProgressUpdate
			readonly evidence: readonly Evidence[]
	  }
	| {
			readonly kind: 'verification.published'
			readonly row: Verification
			readonly evidence: readonly Evidence[]
	  }
	| { readonly kind: 'irm-coding.published'; readonly row: IrmCoding }
	| { readonly kind: 'report.published'; readonly row: ReportSnapshot }
	| { readonly kind: 'verification.withdrawn'; readonly row: Withdrawal }
	| { readonly kind: 'plan-stage.published'; readonly row: PlanStage }
	| { readonly kind: 'amendment.published'; readonly row: Amendment }
	| { readonly kind: 'checkpoint.reopened'; readonly row: CheckpointReopening }
	| { readonly kind: 'commitment-level.published'; readonly row: CommitmentLevel }
	| { readonly kind: 'self-assessment.published'; readonly row: SelfAssessment }
	| { readonly kind: 'obligation.waived'; readonly row: ObligationWaiver }
	| { readonly kind: 'reply.published'; readonly row: Reply; readonly evidence: readonly Evidence[] }
	| { readonly kind: 'verifier-decision.published'; readonly row: VerifierDecision }
	| { readonly kind: 'recusal.published'; readonly row: Recusal }
	| { readonly kind: 'cso-account.changed'; readonly row: CsoAccountChange }
	| { readonly kind: 'signature.published'; readonly row: ActSignature }
	| {
			readonly kind: 'local-assessment.published'
			readonly row: LocalAssessment
			readonly evidence: readonly Evidence[]
	  }
	| {
			readonly kind: 'observation.published'
			readonly row: Observation
			readonly evidence: readonly Evidence[]
	  }
	| { readonly kind: 'observation.hidden'; readonly row: ObservationHiding }
	| { readonly kind: 'rule-set.published'; readonly row: RuleSetPublication; readonly ruleSet: RuleSet }
	| {
			readonly kind: 'application-call.published'
			readonly row: ApplicationCallPublication
			readonly text: CallText
	  }
	| MemberActRows

/** An act of a member beyond its plans, or of others in the same registers. */
export type MemberActRows = {
	readonly kind: MemberActKind
	readonly row: MemberAct
	readonly evidence: readonly Evidence[]
}

/** A version of a record as it is stored; without its act where the rows cannot be read as one any more. */
export type StoredAct = {
	readonly recordId: string
	readonly version: number
	readonly kind: ActKind
	readonly act: ActRows | null
}

/** Kinds of acts that came with independent verification. */
const INDEPENDENT = [
	'reply.published',
	'verifier-decision.published',
	'recusal.published',
	'cso-account.changed',
	'signature.published',
	'local-assessment.published',
	'observation.published',
	'observation.hidden',
] as const
export type IndependentKind = (typeof INDEPENDENT)[number]
export type IndependentActRows = Extract<ActRows, { kind: IndependentKind }>

/** Whether an act is one of those who judge, or of the public. */
export function isIndependent<One extends { readonly kind: ActKind }>(
	act: One,
): act is Extract<One, { kind: IndependentKind }> {
	return INDEPENDENT.some((kind) => kind === act.kind)
}

/** Whether an act is one of a member beyond its plans. */
export function isMemberAct<One extends { readonly kind: ActKind }>(
	act: One,
): act is Extract<One, { kind: MemberActKind }> {
	return isMemberActKind(act.kind)
}

/** The rows of acts by table, in an order that every foreign key allows. */
export function tablesOf(acts: readonly ActRows[]): readonly TableRows[] {
	const argued = acts.flatMap((act) => ('evidence' in act ? act.evidence : []))
	const said = Object.entries(SAID_IN).map(([kind, table]): TableRows => {
		const rows = acts.filter((act) => act.kind === kind).map((act) => act.row)
		return [table, rows]
	})
	const ofMembers = acts.filter(isMemberAct).map((act) => act.row)
	const rules = acts.flatMap((act) => (act.kind === 'rule-set.published' ? [act.ruleSet] : []))
	return [
		['RuleSet', rules],
		...callTables(acts),
		...textTables(acts),
		...said,
		['MemberAct', ofMembers],
		['Evidence', argued],
	]
}

/** Versions of calls; a first version brings the call along, and each the set of fields that is named after it. */
function callTables(acts: readonly ActRows[]): readonly TableRows[] {
	const texts = acts.flatMap((act) => (act.kind === 'application-call.published' ? [act.text] : []))
	const isOwn = ({ version, fieldSet }: CallText) =>
		fieldSet.id === fieldSetIdOf(version.callId, version.version)
	return [
		['ApplicationFieldSet', texts.filter(isOwn).map(({ fieldSet }) => fieldSet)],
		[
			'ApplicationCall',
			texts
				.filter(({ version }) => version.version === 1)
				.map(({ version }) => ({ id: version.callId, isDemonstration: false })),
		],
		['ApplicationCallVersion', texts.map(({ version }) => version)],
	]
}

/** Tables of acts that are no versions of a text. */
const SAID_IN: {
	readonly [
		K in Exclude<ActKind, MemberActKind | `${'action-plan' | 'commitment' | 'milestone'}.published`>
	]: string
} = {
	'irm-coding.published': 'IrmCoding',
	'progress-update.published': 'ProgressUpdate',
	'verification.published': 'Verification',
	'report.published': 'ReportSnapshot',
	'verification.withdrawn': 'Withdrawal',
	'plan-stage.published': 'PlanStage',
	'amendment.published': 'Amendment',
	'checkpoint.reopened': 'CheckpointReopening',
	'commitment-level.published': 'CommitmentLevel',
	'self-assessment.published': 'SelfAssessment',
	'obligation.waived': 'ObligationWaiver',
	'reply.published': 'Reply',
	'verifier-decision.published': 'VerifierDecision',
	'recusal.published': 'Recusal',
	'cso-account.changed': 'CsoAccountChange',
	'signature.published': 'ActSignature',
	'local-assessment.published': 'LocalAssessment',
	'observation.published': 'Observation',
	'observation.hidden': 'ObservationHiding',
	'rule-set.published': 'RuleSetPublication',
	'application-call.published': 'ApplicationCallPublication',
}

/** Versions of texts; a first version brings its identity along. */
function textTables(acts: readonly ActRows[]): readonly TableRows[] {
	const of = <K extends ActRows['kind']>(kind: K) =>
		acts.filter((act): act is Extract<ActRows, { kind: K }> => act.kind === kind)
	const plans = of('action-plan.published')
	const commitments = of('commitment.published')
	const milestones = of('milestone.published')
	const rows = (list: readonly ActRows[]) => list.map((act) => act.row)
	return [
		['ActionPlan', plans.filter(isFirst).map((act) => act.plan)],
		['ActionPlanVersion', rows(plans)],
		['Commitment', commitments.filter(isFirst).map((act) => act.commitment)],
		['CommitmentVersion', rows(commitments)],
		['Milestone', milestones.filter(isFirst).map((act) => act.milestone)],
		['MilestoneVersion', rows(milestones)],
	]
}

function isFirst(act: ActRows): boolean {
	return act.row.version === 1
}
