import { CSO_ROLES, REPLY_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { dueOnOf } from '#app/domain/finding-thread/queries.server.ts'
import { LISTED_AT_ONCE, listed } from '#app/domain/task/view.ts'
import type { Listed } from '#app/domain/task/view.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { Prisma, Reply, VerifierDecision } from '#prisma/generated/client.ts'
import { waitingDecision, waitingReply } from './view.ts'
import type { StoredThread, WaitingDecision, WaitingReply } from './view.ts'

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** Findings that wait for a reply of the actor's institutions, the earliest last day first. */
export async function listWaitingReplies(
	ctx: Context,
	most: number = LISTED_AT_ONCE,
): Promise<Listed<WaitingReply>> {
	const own = organizationsOf(ctx.actor, REPLY_ROLES)
	if (own.length === 0) return listed([], most)
	const rows = await ctx.db.$queryRawUnsafe<{ readonly recordId: string }[]>(MAY_BE_OWED, own)
	if (rows.length === 0) return listed([], most)
	const [threads, drafts] = await Promise.all([
		findThreads(ctx, { recordId: { in: rows.map(({ recordId }) => recordId) } }),
		ctx.db.replyDraft.findMany({
			where: { organizationId: { in: [...own] } },
			select: { verificationRecordId: true, organizationId: true },
		}),
	])
	const waiting = threads
		.flatMap((thread) => {
			const organizationId = thread.institutionIds.find((id) => own.includes(id)) ?? ''
			const hasDraft = drafts.some(
				(draft) => draft.verificationRecordId === thread.recordId && draft.organizationId === organizationId,
			)
			return waitingReply(thread, { organizationId, hasDraft }) ?? []
		})
		.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
	return listed(waiting, most)
}

/**
 * Findings on commitments that some institutions answer for, and that can be owed a reply: those that may be adverse in
 * one of their versions. Mostly there is none, and then nothing else is asked.
 */
const MAY_BE_OWED = `
	SELECT DISTINCT v."recordId" FROM "Verification" v
	WHERE v."outcome" <> 'CONFIRMED' AND (v."outcome" <> 'CANNOT_VERIFY' OR v."verifiedLevel" IS NOT NULL)
		AND v."commitmentId" IN (
			SELECT i."commitmentId" FROM "CommitmentInstitution" i WHERE i."organizationId" = ANY($1::text[])
		)`

/** Findings of the actor's organization that wait for its decision, the longest waiting first. */
export async function listWaitingDecisions(
	ctx: Context,
	most: number = LISTED_AT_ONCE,
): Promise<Listed<WaitingDecision>> {
	const own = ctx.actor.appointments.filter(({ role }) => CSO_ROLES.includes(role))
	const open = own.filter(({ organizationId, memberId }) =>
		may(ctx.actor, 'verifier-decision.publish', { organizationId, memberId: memberId ?? '' }),
	)
	if (open.length === 0) return listed([], most)
	const organizationIds = open.map(({ organizationId }) => organizationId)
	const rows = await ctx.db.$queryRawUnsafe<{ readonly recordId: string }[]>(MAY_WAIT, organizationIds)
	const recordIds = rows.map(({ recordId }) => recordId)
	const threads = recordIds.length === 0 ? [] : await findThreads(ctx, { recordId: { in: recordIds } })
	const waiting = threads
		.flatMap((thread) => waitingDecision(thread) ?? [])
		.sort((a, b) => (a.sinceOn < b.sinceOn ? -1 : a.sinceOn > b.sinceOn ? 1 : 0))
	return listed(waiting, most)
}

/**
 * Findings that can wait for a decision at all, so that the many that confirm a claim are not read: those with a reply,
 * and those that may be adverse and were not decided about.
 */
const MAY_WAIT = `
	SELECT DISTINCT v."recordId" FROM "Verification" v
	WHERE v."organizationId" = ANY($1::text[]) AND (
		EXISTS (SELECT 1 FROM "Reply" r WHERE r."verificationRecordId" = v."recordId")
		OR (
			v."outcome" <> 'CONFIRMED' AND (v."outcome" <> 'CANNOT_VERIFY' OR v."verifiedLevel" IS NOT NULL)
			AND NOT EXISTS (
				SELECT 1 FROM "VerifierDecision" d
				WHERE d."verificationRecordId" = v."recordId" AND d."verificationVersion" = v."version"
			)
		)
	)`

/** Findings on commitments that some institutions answer for. */
export function answeredForBy(organizationIds: readonly string[]): Prisma.VerificationWhereInput {
	return { commitment: { institutions: { some: { organizationId: { in: [...organizationIds] } } } } }
}

const NEWEST = {
	orderBy: { version: 'desc' },
	take: 1,
	select: { titleEn: true, titleId: true },
} as const

const PLACE = {
	milestone: { select: { versions: NEWEST } },
	commitment: {
		select: {
			versions: NEWEST,
			institutions: { select: { organizationId: true } },
			actionPlan: {
				select: {
					status: true,
					versions: NEWEST,
					member: { select: { timeZone: true } },
					ruleSet: { select: { verification: true } },
				},
			},
		},
	},
} as const

/** The threads of some findings, each in its newest version; without those that were withdrawn for somebody's safety. */
export async function findThreads(
	world: World,
	where: Prisma.VerificationWhereInput,
): Promise<readonly StoredThread[]> {
	const { db } = world
	const [rows, withdrawn] = await Promise.all([
		db.verification.findMany({ where, include: PLACE, orderBy: { version: 'desc' }, distinct: ['recordId'] }),
		withdrawnRecordIds(world),
	])
	const shown = rows.filter(
		({ recordId, commitment }) => !withdrawn.has(recordId) && commitment.actionPlan.status !== 'DRAFT',
	)
	if (shown.length === 0) return []
	const about = { verificationRecordId: { in: shown.map(({ recordId }) => recordId) } }
	const claimIds = shown.flatMap(({ claimRecordId }) => claimRecordId ?? [])
	const judged = {
		where: { recordId: { in: claimIds } },
		select: { recordId: true, version: true, claimedLevel: true },
	} as const
	const [replies, decisions, claims, levels] = await Promise.all([
		db.reply.findMany({ where: about, orderBy: [{ publishedAt: 'desc' }, { version: 'desc' }] }),
		db.verifierDecision.findMany({ where: about, orderBy: [{ publishedAt: 'desc' }, { version: 'desc' }] }),
		db.progressUpdate.findMany(judged),
		db.commitmentLevel.findMany(judged),
	])
	return shown.map((row) => {
		const claim = [...claims, ...levels].find(
			(c) => c.recordId === row.claimRecordId && c.version === row.claimVersion,
		)
		const isAbout = (act: Reply | VerifierDecision) => act.verificationRecordId === row.recordId
		return {
			...placeOf(row, world.now),
			dueOn: dueOnOf(row, claim, replyDaysOf(row)),
			replies: replies.filter(isAbout).map(storedReply),
			decisions: decisions.filter(isAbout).map(storedDecision),
		}
	})
}

type PlacedRow = Prisma.VerificationGetPayload<{ include: typeof PLACE }>

function placeOf(row: PlacedRow, now: Date) {
	const { actionPlan, institutions, versions } = row.commitment
	return {
		recordId: row.recordId,
		version: row.version,
		organizationId: row.organizationId,
		commitmentId: row.commitmentId,
		commitmentTitle: titleOf(versions),
		milestoneTitle: row.milestone && titleOf(row.milestone.versions),
		planTitle: titleOf(actionPlan.versions),
		institutionIds: institutions.map(({ organizationId }) => organizationId),
		publishedOn: row.publishedOn,
		today: dayIn(actionPlan.member.timeZone, now),
	}
}

function replyDaysOf({ commitment }: PlacedRow): number {
	return VerificationRules.parse(commitment.actionPlan.ruleSet.verification).replyDays.value
}

function storedReply({ recordId, version, verificationVersion, organizationId, publishedOn }: Reply) {
	return { recordId, version, findingVersion: verificationVersion, organizationId, publishedOn }
}

function storedDecision({ verificationVersion, decision, replyRecordId, replyVersion }: VerifierDecision) {
	const isToReply = replyRecordId !== null && replyVersion !== null
	const reply = isToReply ? { recordId: replyRecordId, version: replyVersion } : null
	return { findingVersion: verificationVersion, decision, reply }
}

function titleOf([text]: readonly { readonly titleEn: string | null; readonly titleId: string | null }[]) {
	return { en: text?.titleEn ?? null, id: text?.titleId ?? null }
}
