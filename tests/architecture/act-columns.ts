import { MEMBER_ACT_KINDS } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { textOf } from './source-files.ts'

/** The table that keeps the acts of a kind. */
export const TABLE_OF: { readonly [K in ActKind]: string } = {
	'action-plan.published': 'ActionPlanVersion',
	'commitment.published': 'CommitmentVersion',
	'milestone.published': 'MilestoneVersion',
	'progress-update.published': 'ProgressUpdate',
	'verification.published': 'Verification',
	'irm-coding.published': 'IrmCoding',
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
	...(Object.fromEntries(MEMBER_ACT_KINDS.map((kind) => [kind, 'MemberAct'])) as Record<
		MemberActKind,
		string
	>),
}

/** Salts seal, and a report is sealed by its hash. */
export const NOT_SAID = ['salt', 'privateSalt', 'model']

/** People and instants are not said in public: they are sealed by a hash of their own, whose salt stays here. */
export const SEALED_APART = [
	'publishedAt',
	'authorId',
	'submittedById',
	'approvedById',
	'compiledById',
	'requestedById',
	'reviewedById',
	'personId',
	'replacementPersonId',
	'signatoryIds',
]

/** Columns whose name in public is another: an organization is named, and an id says whose it is. */
export const SAID_AS: Readonly<Record<string, string>> = {
	actorOrganizationId: 'actorOrganization',
	importedById: 'importedBy',
	actionPlanId: 'planId',
	pdfSha256En: 'pdfSha256',
	pdfSha256Id: 'pdfSha256',
}

/** The columns of a model in the schema: its fields whose type is a plain one. */
export function columnsOf(model: string): readonly string[] {
	const body =
		new RegExp(`^model ${model} \\{([\\s\\S]*?)^\\}`, 'm').exec(textOf('prisma/schema.prisma'))?.[1] ?? ''
	return [...body.matchAll(/^\s+(\w+)\s+(?:String|Int|Boolean|DateTime|Json|Bytes)\b/gm)].map(
		(match) => match[1] ?? '',
	)
}
