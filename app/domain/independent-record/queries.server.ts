import type { Context } from '#app/domain/context.ts'
import { packedActs } from '#app/domain/packed-rows.ts'
import type { Placed } from '#app/domain/packed-rows.ts'
import { withKeysNow } from '#app/domain/signature/queries.server.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import type {
	ActSignature,
	LocalAssessment,
	Observation,
	ObservationHiding,
	Recusal,
	Reply,
	RuleSet,
	Verification,
	VerifierDecision,
} from '#prisma/generated/client.ts'

const REPLIES = packedActs<Reply>('Reply', 'recordId')
const DECISIONS = packedActs<VerifierDecision>('VerifierDecision', 'recordId')
const SIGNATURES = packedActs<ActSignature>('ActSignature', 'recordId')
const RECUSALS = packedActs<Recusal>('Recusal', 'recordId')
const ASSESSMENTS = packedActs<LocalAssessment>('LocalAssessment', 'recordId')
const OBSERVATIONS = packedActs<Observation>('Observation', 'recordId')
const HIDINGS = packedActs<ObservationHiding>('ObservationHiding', 'recordId')

const OF_COMMITMENTS = '"commitmentId" = ANY($1::text[])'
const ofFinding = (column: string) =>
	`v."${column}" IN (SELECT f."recordId" FROM "Verification" f WHERE f.${OF_COMMITMENTS})`

/** The acts around the findings on some commitments ($1) and plans ($3), as lists of a statement. */
export const INDEPENDENT_LISTS = {
	replies: REPLIES.list(ofFinding('verificationRecordId')),
	decisions: DECISIONS.list(ofFinding('verificationRecordId')),
	signatures: SIGNATURES.list(ofFinding('signedRecordId')),
	recusals: RECUSALS.list(`v.${OF_COMMITMENTS}`),
	assessments: ASSESSMENTS.list('v."actionPlanId" = ANY($3::text[])'),
	observations: OBSERVATIONS.list(`v.${OF_COMMITMENTS}`),
	hidings: HIDINGS.list(
		`v."observationRecordId" IN (SELECT o."recordId" FROM "Observation" o WHERE o.${OF_COMMITMENTS})`,
	),
}

type Found = {
	/** What the lists brought. */
	readonly found: { readonly [List in keyof typeof INDEPENDENT_LISTS]?: unknown }
	readonly shown: readonly Pick<Verification, 'recordId'>[]
}

/**
 * The acts around the findings on some plans. Replies, decisions and signatures of findings that were withdrawn are not
 * among them: they would tell what was withdrawn.
 */
export async function independentRows(
	ctx: Pick<Context, 'db'>,
	plans: readonly { readonly id: string; readonly ruleSet: RuleSet }[],
	{ found, shown }: Found,
) {
	const findings = new Set(shown.map((finding) => finding.recordId))
	const isOnShown = (act: { readonly verificationRecordId: string }) => findings.has(act.verificationRecordId)
	// What takes a finding back, hides an observation or vouches for its author counts with its leaf alone.
	const signatures = SIGNATURES.rows(found.signatures).filter(
		(act) => findings.has(act.signedRecordId) && isLogged(act),
	)
	return {
		replyDays: new Map(plans.map(({ id, ruleSet }) => [id, replyDaysOf(ruleSet)])),
		replies: REPLIES.rows(found.replies).filter(isOnShown),
		decisions: DECISIONS.rows(found.decisions).filter((act) => isOnShown(act) && isLogged(act)),
		recusals: RECUSALS.rows(found.recusals),
		assessments: ASSESSMENTS.rows(found.assessments),
		observations: OBSERVATIONS.rows(found.observations),
		signatures: signatures.length === 0 ? [] : await withKeysNow(ctx.db, signatures),
		hidings: HIDINGS.rows(found.hidings).filter(isLogged),
	}
}

function isLogged({ ledgerIndex }: Pick<Placed<object>, 'ledgerIndex'>): boolean {
	return ledgerIndex !== null
}

function replyDaysOf({ verification }: Pick<RuleSet, 'verification'>): number {
	return VerificationRules.parse(verification).replyDays.value
}
