import { randomBytes, randomUUID } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdSubject, threadRow } from '#app/domain/finding-thread/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Verification, VerifierDecision } from '#prisma/generated/client.ts'
import { findOwnFindingToDecide } from './queries.server.ts'
import { reasonNotToDecide } from './rules.ts'
import type { DecisionAnswer } from './schema.ts'

type Published = { readonly recordId: string; readonly version: number }

/** Whether a decision could be published as it stands, asked before its check page. Refuses like the publishing. */
export async function checkDecision(ctx: Context, recordId: string, answer: DecisionAnswer): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		await subjectOf(tx, ctx, { finding: await findOwnFindingToDecide(tx, ctx, recordId), answer })
	})
}

/**
 * Publishes what a verifier decides about a finding of their organization. To maintain or withdraw it is said of its
 * newest version; to have changed it, of the version before, and names the newest. A decision is corrected by the
 * next one. Sent once more by the same person with the same words, it is the decision that was published.
 *
 * Refuses  with `finding_not_adverse`, `finding_not_changed`, `finding_changed`, `reply_window_open`, `decision_made`.
 */
export async function publishDecision(
	ctx: Context,
	recordId: string,
	answer: DecisionAnswer,
): Promise<Published> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		await holdSubject(tx, await findOwnFindingToDecide(tx, ctx, recordId))
		const finding = await findOwnFindingToDecide(tx, ctx, recordId)
		const published = await sameDecision(tx, ctx, { finding, answer })
		if (published) return published
		const { version, thread } = await subjectOf(tx, ctx, { finding, answer })
		const [before] = thread.decisions
		const [reply] = thread.replies
		const row = {
			recordId: before?.recordId ?? id,
			version: (before?.version ?? 0) + 1,
			verificationRecordId: recordId,
			verificationVersion: version,
			replyRecordId: reply?.recordId ?? null,
			replyVersion: reply?.version ?? null,
			commitmentId: finding.commitmentId,
			milestoneId: finding.milestoneId,
			organizationId: finding.organizationId,
			decision: answer.decision,
			changedToVersion: answer.decision === 'CHANGED' ? finding.version : null,
			reasonEn: answer.reasonEn || null,
			reasonId: answer.reasonId || null,
			actorOrganizationId: finding.organizationId,
			submittedById: ctx.actor.personId ?? '',
			publishedOn: utcDay(ctx.now),
			publishedAt: ctx.now,
			...salts,
		} satisfies VerifierDecision
		await tx.verifierDecision.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'verifier-decision.published', row }))
		return { recordId: row.recordId, version: row.version }
	})
}

type Decided = { readonly finding: Verification; readonly answer: DecisionAnswer }

/** The version of the finding that a decision speaks of, with its thread; or why it cannot be decided like that. */
async function subjectOf(tx: Transaction, ctx: Context, { finding: newest, answer }: Decided) {
	if (newest.version !== answer.findingVersion) throw new Refusal('finding_changed')
	const decided = await tx.verifierDecision.count({ where: { verificationRecordId: newest.recordId } })
	if (decided !== answer.after) throw new Refusal('decision_made')
	if (answer.decision !== 'CHANGED') {
		const thread = await threadRow(tx, ctx, newest)
		const reason = reasonNotToDecide(answer.decision, { ...thread, hasReply: thread.replies.length > 0 })
		if (reason) throw new Refusal(reason)
		return { version: newest.version, thread }
	}
	const before = await tx.verification.findUnique({
		where: { recordId_version: { recordId: newest.recordId, version: newest.version - 1 } },
	})
	if (!before) throw new Refusal('finding_not_changed')
	return { version: before.version, thread: await threadRow(tx, ctx, before) }
}

/** The newest decision on the finding, where it came from this form, sent before by the same person. */
async function sameDecision(
	tx: Transaction,
	ctx: Context,
	{ finding, answer }: Decided,
): Promise<Published | null> {
	const about = { verificationRecordId: finding.recordId }
	if ((await tx.verifierDecision.count({ where: about })) === answer.after) return null
	const newest = await tx.verifierDecision.findFirst({
		where: about,
		orderBy: [{ publishedAt: 'desc' }, { verificationVersion: 'desc' }, { version: 'desc' }],
	})
	const isSame =
		newest?.submittedById === ctx.actor.personId &&
		newest.decision === answer.decision &&
		newest.reasonEn === (answer.reasonEn || null) &&
		newest.reasonId === (answer.reasonId || null)
	return newest && isSame ? { recordId: newest.recordId, version: newest.version } : null
}
