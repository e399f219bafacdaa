import { holdsAny } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { inLog } from '#app/domain/logged-act/queries.server.ts'
import { memberView } from '#app/domain/member/view.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { OBSERVATIONS_AT_ONCE } from './rules.ts'
import { hidingView } from './view.ts'
import type {
	HidingView,
	HostedObservation,
	ListedHiding,
	ObservationReceipt,
	ObservedMilestone,
} from './view.ts'

const newest = {
	orderBy: { version: 'desc' },
	take: 1,
	select: { number: true, titleEn: true, titleId: true, standing: true },
} as const

/** A milestone of a public plan, as anyone may observe it. Refuses with `not_found`. */
export async function findObserved(
	{ now }: Pick<Context, 'now'>,
	db: Transaction,
	milestoneId: string,
): Promise<ObservedMilestone> {
	const row = await db.milestone.findFirst({
		where: { id: milestoneId, commitment: { actionPlan: { status: { not: 'DRAFT' } } } },
		include: {
			versions: newest,
			commitment: { include: { versions: newest, actionPlan: { include: { member: true } } } },
		},
	})
	const [text] = row?.versions ?? []
	if (!row || !text) throw new Refusal('not_found')
	const [commitment] = row.commitment.versions
	const { member } = row.commitment.actionPlan
	return {
		id: row.id,
		number: text.number,
		title: { en: text.titleEn, id: text.titleId },
		commitment: {
			id: row.commitmentId,
			title: { en: commitment?.titleEn ?? null, id: commitment?.titleId ?? null },
		},
		member: memberView(member),
		isEnded: hasEnded(text.standing) || hasEnded(commitment?.standing),
		today: dayIn(member.timeZone, now),
	}
}

/** One page of the observations of a milestone, newest first, hidden ones as hidden. Refuses with `not_found`. */
export async function listObserved(ctx: Context, milestoneId: string, page = 1) {
	const milestone = await findObserved(ctx, ctx.db, milestoneId)
	const { row, plan, ledgerSize } = await findCommitment(ctx, milestone.commitment.id)
	const stands = row.commitment.milestones.find(({ id }) => id === milestoneId)
	const all = stands?.observations ?? []
	const pages = Math.max(1, Math.ceil(all.length / OBSERVATIONS_AT_ONCE))
	if (!stands || page > pages) throw new Refusal('not_found')
	const from = (page - 1) * OBSERVATIONS_AT_ONCE
	return {
		milestone,
		plan,
		observations: all.slice(from, from + OBSERVATIONS_AT_ONCE),
		count: all.length,
		page,
		pages,
		lastUpdated: { on: row.lastActOn, ledgerSize },
	}
}

/** Why and when an observation was hidden; null where it is not, or is none. A hiding that is not in the log hides nothing. */
export async function findHiding(
	db: Pick<Transaction, 'observationHiding' | 'ledgerEntry'>,
	observationRecordId: string,
): Promise<HidingView | null> {
	const stored = await db.observationHiding.findMany({ where: { observationRecordId } })
	const [row] = await inLog(db, stored)
	return row ? hidingView(row) : null
}

/** Observations that the host looks through on one page, and hidings that anybody does. */
const HOSTED_AT_ONCE = 50

type Hidings = {
	readonly hidings: readonly ListedHiding[]
	readonly hidden: number
	readonly published: number
	readonly page: number
	readonly pages: number
	readonly ledgerSize: number
}

/** One page of all hidings, newest first, and how many there are of how many observations. Refuses with `not_found`. */
export async function listHidings(ctx: Context, page = 1): Promise<Hidings> {
	const [rows, published, head] = await Promise.all([
		ctx.db.observationHiding.findMany({ orderBy: [{ publishedAt: 'desc' }, { recordId: 'asc' }] }),
		ctx.db.observation.count(),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const logged = await inLog(ctx.db, rows)
	const pages = Math.max(1, Math.ceil(logged.length / HOSTED_AT_ONCE))
	if (page > pages) throw new Refusal('not_found')
	const hidings = logged.slice((page - 1) * HOSTED_AT_ONCE, page * HOSTED_AT_ONCE)
	const invented = await inventedAmong(ctx, hidings)
	return {
		hidings: hidings.map((row) => ({ ...hidingView(row), isDemonstration: invented.has(row.commitmentId) })),
		hidden: logged.length,
		published,
		page,
		pages,
		ledgerSize: head.size,
	}
}

/** Which of the commitments that hidings are about are of a member that is made up. */
async function inventedAmong({ db }: Context, rows: readonly { commitmentId: string }[]) {
	const commitments = await db.commitment.findMany({
		where: {
			id: { in: [...new Set(rows.map(({ commitmentId }) => commitmentId))] },
			actionPlan: { member: { isDemonstration: true } },
		},
		select: { id: true },
	})
	return new Set(commitments.map(({ id }) => id))
}

/** Where an observation stands in the log; hidden ones too. Refuses with `not_found`. */
export async function findObservationReceipt(ctx: Context, recordId: string): Promise<ObservationReceipt> {
	const where = { recordId_version: { recordId, version: 1 } }
	const [row, leaf, hiding] = await Promise.all([
		ctx.db.observation.findUnique({ where }),
		ctx.db.ledgerEntry.findUnique({ where }),
		findHiding(ctx.db, recordId),
	])
	if (!row || !leaf) throw new Refusal('not_found')
	return {
		recordId,
		version: row.version,
		day: row.publishedOn,
		position: leaf.index,
		milestone: await findObserved(ctx, ctx.db, row.milestoneId),
		isHidden: hiding !== null,
	}
}

/** One page of the observations on the site, newest first, for the host alone. Refuses with `not_allowed`. */
export async function listHosted(ctx: Context, page = 1) {
	refuseOthers(ctx)
	const [rows, count] = await Promise.all([
		ctx.db.observation.findMany({
			orderBy: [{ publishedAt: 'desc' }, { recordId: 'asc' }],
			skip: (page - 1) * HOSTED_AT_ONCE,
			take: HOSTED_AT_ONCE,
		}),
		ctx.db.observation.count(),
	])
	return { observations: await hosted(ctx, rows), page, pages: Math.ceil(count / HOSTED_AT_ONCE) }
}

/** One of them. Refuses with `not_allowed`, `not_found`. */
export async function findHosted(ctx: Context, recordId: string): Promise<HostedObservation> {
	refuseOthers(ctx)
	const rows = await ctx.db.observation.findMany({ where: { recordId } })
	const [observation] = await hosted(ctx, rows)
	if (!observation) throw new Refusal('not_found')
	return observation
}

function refuseOthers({ actor }: Context): void {
	if (!holdsAny(actor, ['INSTANCE_ADMIN'])) throw new Refusal('not_allowed')
}

type Stored = Awaited<ReturnType<Transaction['observation']['findMany']>>

async function hosted({ db }: Context, rows: Stored): Promise<readonly HostedObservation[]> {
	const ids = rows.map((row) => row.recordId)
	const [hidings, links] = await Promise.all([
		db.observationHiding.findMany({ where: { observationRecordId: { in: ids } } }),
		db.evidence.findMany({ where: { recordId: { in: ids } }, select: { recordId: true, url: true } }),
	])
	return rows.map((row) => {
		const hiding = hidings.find((act) => act.observationRecordId === row.recordId)
		const { recordId, commitmentId, milestoneId, text, locale, publishedOn } = row
		const url = links.find((link) => link.recordId === recordId)?.url ?? null
		const place = { recordId, commitmentId, milestoneId, publishedOn }
		return { ...place, text, locale, url, hiding: hiding ? hidingView(hiding) : null }
	})
}
