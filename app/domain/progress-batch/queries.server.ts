import { may, organizationsOf } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { draftView } from '#app/domain/progress-update/view.ts'
import { senderOf } from '#app/domain/report-sender/queries.server.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { OFFERED_AT_ONCE } from './schema.ts'
import type { NamedOutcome, Offer, OfferedReport, Outcome, ReportName } from './view.ts'

/** Who sent some reports, each looked up once. */
export async function listSenders(
	reader: { readonly db: Transaction; readonly actor: Context['actor'] },
	drafts: readonly { readonly submittedById: string | null }[],
): Promise<ReadonlyMap<string, Awaited<ReturnType<typeof senderOf>>>> {
	const senders = new Map<string, Awaited<ReturnType<typeof senderOf>>>()
	for (const id of new Set(drafts.map(({ submittedById }) => submittedById ?? '')))
		senders.set(id, await senderOf(reader, id))
	return senders
}

/** Reports that the actor may approve at once as lead of their institution, the oldest deadline first. */
export async function findOffer(ctx: Context): Promise<Offer> {
	const waiting = await ctx.db.progressUpdateDraft.findMany({
		where: { state: 'SUBMITTED', organizationId: { in: leadOf(ctx) } },
		select: { id: true, organizationId: true, state: true, submittedById: true },
		orderBy: [{ checkpoint: { dueOn: 'asc' } }, { submittedAt: 'asc' }, { id: 'asc' }],
	})
	const senders = await listSenders(ctx, waiting)
	const isOwn = (row: { submittedById: string | null }) => senders.get(row.submittedById ?? '')?.isActor
	const open = waiting.filter((row) => !isOwn(row) && may(ctx.actor, 'progress-update.approve', row))
	const ids = open.slice(0, OFFERED_AT_ONCE).map(({ id }) => id)
	const rows = await ctx.db.progressUpdateDraft.findMany({ where: { id: { in: ids } }, include: NAME_PARTS })
	const offered = rows.map((row) => offeredReport(row, senders.get(row.submittedById ?? '')?.name ?? ''))
	return {
		offered: offered.sort((a, b) => ids.indexOf(a.draftId) - ids.indexOf(b.draftId)),
		waiting: open.length,
		ownReports: waiting.filter(isOwn).length,
	}
}

/**
 * What became of some reports, with what each is about, as far as they are of the institutions that the actor leads.
 * What is not in the record is not called published.
 */
export async function nameOutcomes(
	ctx: Context,
	outcomes: readonly Outcome[],
): Promise<readonly NamedOutcome[]> {
	const ids = outcomes.map(({ id }) => id)
	const organizationId = { in: leadOf(ctx) }
	const [drafts, acts] = await Promise.all([
		ctx.db.progressUpdateDraft.findMany({ where: { id: { in: ids }, organizationId }, include: NAME_PARTS }),
		ctx.db.progressUpdate.findMany({
			where: { recordId: { in: ids }, organizationId },
			include: ACT_NAME_PARTS,
		}),
	])
	const published = new Map(acts.map((row) => [row.recordId, nameOf(row)]))
	const waiting = new Map(drafts.map((row) => [row.id, nameOf(row)]))
	return outcomes
		.map((outcome): NamedOutcome => {
			const name = published.get(outcome.id) ?? null
			return { ...outcome, name: outcome.reason === null ? name : (waiting.get(outcome.id) ?? name) }
		})
		.filter(({ reason, name }) => reason !== null || name !== null)
}

function leadOf(ctx: Context): string[] {
	return [...organizationsOf(ctx.actor, ['INSTITUTION_LEAD'])]
}

const newest = { orderBy: { version: 'desc' }, take: 1, select: { titleEn: true, titleId: true } } as const

const MILESTONE_NAME = {
	include: { versions: newest, commitment: { include: { versions: newest } } },
} as const

const ACT_NAME_PARTS = {
	checkpoint: true,
	milestone: MILESTONE_NAME,
} satisfies Prisma.ProgressUpdateInclude

const NAME_PARTS = {
	checkpoint: { include: { actionPlan: { include: { member: { select: { timeZone: true } } } } } },
	milestone: MILESTONE_NAME,
} satisfies Prisma.ProgressUpdateDraftInclude

type NamedDraft = Prisma.ProgressUpdateDraftGetPayload<{ include: typeof NAME_PARTS }>
type Titled = readonly { readonly titleEn: string | null; readonly titleId: string | null }[]

function offeredReport(row: NamedDraft, submittedBy: string): OfferedReport {
	const { isNil, ...answers } = draftView(row)
	return {
		...nameOf(row),
		draftId: row.id,
		version: row.version,
		isNil,
		level: isNil ? null : answers.level,
		done: isNil ? { en: null, id: null } : answers.done,
		evidenceCount: isNil ? 0 : answers.evidence.length,
		submittedBy,
		submittedOn: dayIn(row.checkpoint.actionPlan.member.timeZone, row.submittedAt ?? row.updatedAt),
		dueOn: row.checkpoint.dueOn,
	}
}

function nameOf(row: {
	readonly checkpoint: { readonly code: string } | null
	readonly milestone: { readonly versions: Titled; readonly commitment: { readonly versions: Titled } }
}): ReportName {
	return {
		milestoneTitle: titleOf(row.milestone.versions),
		commitmentTitle: titleOf(row.milestone.commitment.versions),
		checkpointCode: row.checkpoint?.code ?? '',
	}
}

function titleOf([text]: Titled): Bilingual {
	return { en: text?.titleEn ?? null, id: text?.titleId ?? null }
}
