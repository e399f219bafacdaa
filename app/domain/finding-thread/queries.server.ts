import { findPlanIdOfCommitment, findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import { findVerificationRules } from '#app/domain/verification-rules/queries.server.ts'
import { OUTCOMES } from '#app/domain/verification/rules.ts'
import { DECISIONS } from '#app/domain/verifier-decision/rules.ts'
import type { Decision } from '#app/domain/verifier-decision/rules.ts'
import { isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import type { Reply, Verification, VerifierDecision } from '#prisma/generated/client.ts'
import { isAdverse, replyDueOn } from './rules.ts'
import { findingInPlan } from './view.ts'
import type { FindingInPlan } from './view.ts'

/**
 * The newest version of a finding. Refuses with `not_found`, and with `withdrawn` where it was withdrawn for somebody's
 * safety.
 */
export async function findNewestVersion(
	db: Transaction,
	{ withdrawals }: Pick<Context, 'withdrawals'>,
	recordId: string,
): Promise<Verification> {
	if (await isWithdrawn({ db, withdrawals }, recordId)) throw new Refusal('withdrawn')
	const row = await db.verification.findFirst({
		where: { recordId, commitment: { actionPlan: { status: { not: 'DRAFT' } } } },
		orderBy: { version: 'desc' },
	})
	if (!row) throw new Refusal('not_found')
	return row
}

/** A finding with its thread and the claim that it judged, as everyone may see them. Refuses with `not_found`. */
export async function findFindingInPlan(
	ctx: Context,
	{ recordId, commitmentId }: Pick<Verification, 'recordId' | 'commitmentId'>,
): Promise<FindingInPlan> {
	const record = await findPlanRecord(ctx, await findPlanIdOfCommitment(ctx, commitmentId))
	const { replyDays } = await findVerificationRules(ctx.db, record.ruleSet.id)
	const today = dayIn(record.plan.member.timeZone, ctx.now)
	const found = findingInPlan(record, recordId, { replyDays, today })
	if (!found) throw new Refusal('not_found')
	return found
}

/** The thread of one version of a finding, out of its rows. */
export type ThreadRow = {
	readonly dueOn: CalendarDay | null
	/** Newest first; of corrected replies every version. */
	readonly replies: readonly Reply[]
	/** Newest first. */
	readonly decisions: readonly (Omit<VerifierDecision, 'decision'> & { readonly decision: Decision })[]
	readonly today: CalendarDay
}

/** The thread of one version of a finding as it is stored. */
export async function threadRow(
	db: Transaction,
	{ now }: Pick<Context, 'now'>,
	finding: Verification,
): Promise<ThreadRow> {
	const about = { verificationRecordId: finding.recordId, verificationVersion: finding.version }
	const claimed = { recordId: finding.claimRecordId ?? '', version: finding.claimVersion ?? 0 }
	const [replies, decisions, claim, stated, commitment] = await Promise.all([
		db.reply.findMany({ where: about, orderBy: [{ publishedAt: 'desc' }, { version: 'desc' }] }),
		db.verifierDecision.findMany({ where: about, orderBy: { version: 'desc' } }),
		db.progressUpdate.findFirst({ where: claimed }),
		db.commitmentLevel.findFirst({ where: claimed }),
		db.commitment.findUniqueOrThrow({
			where: { id: finding.commitmentId },
			select: {
				actionPlan: {
					select: { member: { select: { timeZone: true } }, ruleSet: { select: { verification: true } } },
				},
			},
		}),
	])
	const { member, ruleSet } = commitment.actionPlan
	const replyDays = VerificationRules.parse(ruleSet.verification).replyDays.value
	return {
		dueOn: dueOnOf(finding, claim ?? stated, replyDays),
		replies,
		decisions: decisions.map((row) => ({ ...row, decision: decisionOf(row) })),
		today: dayIn(member.timeZone, now),
	}
}

/** The last day of a stored finding's clock; null where it is not adverse. */
export function dueOnOf(
	{ verifiedLevel, outcome, publishedOn }: Verification,
	/** What is judged: a claim on a milestone, or the level that was stated for the commitment. */
	claim: { readonly claimedLevel: string | null } | null | undefined,
	replyDays: number,
): CalendarDay | null {
	const level = COMPLETION_LEVELS.find((step) => step === verifiedLevel) ?? null
	const said = OUTCOMES.find((one) => one === outcome) ?? 'CANNOT_VERIFY'
	const claimed = COMPLETION_LEVELS.find((step) => step === claim?.claimedLevel) ?? null
	return isAdverse({ level, outcome: said }, claimed) ? replyDueOn(publishedOn, replyDays) : null
}

/** A decision that no longer reads as one keeps the finding as it is. */
function decisionOf({ decision }: VerifierDecision): Decision {
	return DECISIONS.find((one) => one === decision) ?? 'MAINTAINED'
}

/** Holds what a finding is about until the transaction ends, so that findings, replies and decisions on it queue up. */
export async function holdSubject(
	tx: Transaction,
	{ commitmentId, milestoneId }: Pick<Verification, 'commitmentId' | 'milestoneId'>,
): Promise<void> {
	if (milestoneId === null)
		await tx.$queryRawUnsafe('SELECT "id" FROM "Commitment" WHERE "id" = $1 FOR UPDATE', commitmentId)
	else await tx.$queryRawUnsafe('SELECT "id" FROM "Milestone" WHERE "id" = $1 FOR UPDATE', milestoneId)
}
