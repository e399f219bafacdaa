import { holdsAny } from '#app/access/policy.ts'
import { SHOWN_AT_ONCE } from '#app/domain/consultation/rules.ts'
import { findConsultation } from '#app/domain/consultation/queries.server.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { inLog } from '#app/domain/logged-act/queries.server.ts'
import { answerView } from '#app/domain/reasoned-answer/view.ts'
import type { AnswerView } from '#app/domain/reasoned-answer/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { contributionHiding, contributionView } from './view.ts'
import type { ContributionHiding, ContributionReceipt, ContributionView, HostedContribution } from './view.ts'

type Reading = Pick<Transaction, 'memberAct' | 'ledgerEntry'>

/** Why some contributions were hidden, by contribution. A hiding that is not in the log hides nothing. */
export async function listContributionHidings(
	db: Reading,
	contributionIds: readonly string[],
): Promise<ReadonlyMap<string, ContributionHiding>> {
	if (contributionIds.length === 0) return new Map()
	const where = { kind: 'public-contribution.hidden', subjectId: { in: [...contributionIds] } }
	const rows = await db.memberAct.findMany({ where, orderBy: { publishedAt: 'desc' } })
	const hidings = (await inLog(db, rows)).flatMap((row) => contributionHiding(row) ?? [])
	// The first one stays: it comes last here.
	return new Map(hidings.map((hiding) => [hiding.contributionId, hiding]))
}

/** Why and when a contribution was hidden; null where it is not, or is none. */
export async function findContributionHiding(
	db: Reading,
	contributionId: string,
): Promise<ContributionHiding | null> {
	return (await listContributionHidings(db, [contributionId])).get(contributionId) ?? null
}

/** What was answered to some contributions, by contribution, in the newest version; those published in error left out. */
export async function listAnswers(
	db: Pick<Transaction, 'memberAct'>,
	contributionIds: readonly string[],
): Promise<ReadonlyMap<string, AnswerView>> {
	const rows = await listNewestAnswers(db, contributionIds)
	const answers = rows.flatMap((row) => (row.isRetracted ? [] : (answerView(row) ?? [])))
	return new Map(answers.map((answer) => [answer.contributionId, answer]))
}

/** The rows of these answers, also of those published in error. */
export async function listNewestAnswers(
	db: Pick<Transaction, 'memberAct'>,
	contributionIds: readonly string[],
): Promise<readonly MemberAct[]> {
	if (contributionIds.length === 0) return []
	const rows = await db.memberAct.findMany({
		where: { kind: 'reasoned-answer.published', subjectId: { in: [...contributionIds] } },
		orderBy: [{ publishedAt: 'asc' }, { version: 'asc' }],
	})
	return [...new Map(rows.map((row) => [row.subjectId, row])).values()]
}

/** Contributions with what was answered to them, in the order of the rows. */
export async function withAnswers(
	db: Reading,
	rows: readonly MemberAct[],
): Promise<readonly ContributionView[]> {
	const ids = rows.map(({ recordId }) => recordId)
	const [hidings, answers] = await Promise.all([listContributionHidings(db, ids), listAnswers(db, ids)])
	return rows.map((row) =>
		contributionView(row, {
			hidden: hidings.get(row.recordId) ?? null,
			answer: answers.get(row.recordId) ?? null,
		}),
	)
}

export type ContributionPage = {
	readonly contributions: readonly ContributionView[]
	readonly page: number
	readonly pages: number
	readonly ledgerSize: number
}

/** Contributions to a consultation, newest first, a page of them. */
export async function listContributions(
	ctx: Context,
	consultationId: string,
	asked = 1,
): Promise<ContributionPage> {
	const where = { kind: 'public-contribution.published', subjectId: consultationId, version: 1 }
	const [count, head] = await Promise.all([
		ctx.db.memberAct.count({ where }),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const pages = Math.max(1, Math.ceil(count / SHOWN_AT_ONCE))
	const page = Math.min(asked, pages)
	const rows = await ctx.db.memberAct.findMany({ where, ...newestFirst(page) })
	return { contributions: await withAnswers(ctx.db, rows), page, pages, ledgerSize: head.size }
}

function newestFirst(page: number) {
	return {
		orderBy: [{ publishedAt: 'desc' as const }, { recordId: 'asc' as const }],
		skip: (page - 1) * SHOWN_AT_ONCE,
		take: SHOWN_AT_ONCE,
	}
}

/** Where a contribution stands in the log; hidden ones too. Refuses with `not_found`. */
export async function findContributionReceipt(ctx: Context, recordId: string): Promise<ContributionReceipt> {
	const where = { recordId_version: { recordId, version: 1 } }
	const [row, leaf, hiding] = await Promise.all([
		ctx.db.memberAct.findUnique({ where }),
		ctx.db.ledgerEntry.findUnique({ where }),
		findContributionHiding(ctx.db, recordId),
	])
	if (row?.kind !== 'public-contribution.published' || !leaf) throw new Refusal('not_found')
	return {
		recordId,
		version: row.version,
		day: row.publishedOn,
		position: leaf.index,
		consultation: await findConsultation(ctx, ctx.db, row.subjectId ?? ''),
		isHidden: hiding !== null,
	}
}

type HostedPage = {
	readonly contributions: readonly HostedContribution[]
	readonly page: number
	readonly pages: number
}

/** The contributions on the site, newest first, for the host alone. Refuses with `not_allowed`. */
export async function listHostedContributions(ctx: Context, asked = 1): Promise<HostedPage> {
	refuseOthers(ctx)
	const where = { kind: 'public-contribution.published', version: 1 }
	const pages = Math.max(1, Math.ceil((await ctx.db.memberAct.count({ where })) / SHOWN_AT_ONCE))
	const page = Math.min(asked, pages)
	const rows = await ctx.db.memberAct.findMany({ where, ...newestFirst(page) })
	return { contributions: await withAnswers(ctx.db, rows), page, pages }
}

/** One of them. Refuses with `not_allowed`, `not_found`. */
export async function findHostedContribution(ctx: Context, recordId: string): Promise<HostedContribution> {
	refuseOthers(ctx)
	const where = { recordId, kind: 'public-contribution.published', version: 1 }
	const [contribution] = await withAnswers(ctx.db, await ctx.db.memberAct.findMany({ where }))
	if (!contribution) throw new Refusal('not_found')
	return contribution
}

function refuseOthers({ actor }: Context): void {
	if (!holdsAny(actor, ['INSTANCE_ADMIN'])) throw new Refusal('not_allowed')
}
