import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { GOES_ON_HERE } from '#app/domain/action-plan/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import { claimView, verificationView } from '#app/domain/published-act/view.ts'
import type { Surroundings } from '#app/domain/published-text/view.ts'
import { actorOf } from '#app/domain/record/view.ts'
import type { ActContent, LeafEntry } from '#app/domain/record/schema.ts'
import type { RecordView } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { isWithdrawn, withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'

/** One published act as a line: who said what about which commitment. */
export type ActLine = {
	readonly index: number
	readonly recordId: string
	readonly version: number
	readonly kind: 'progress-update.published' | 'verification.published'
	readonly day: CalendarDay
	readonly organizationName: Bilingual
	readonly commitmentTitle: Bilingual
	readonly isDemonstration: boolean
}

/** How much the record holds, counted when it is asked. */
export type RecordTotals = {
	readonly members: number
	readonly plans: number
	readonly commitments: number
	readonly claims: number
	readonly verifications: number
	readonly ledgerSize: number
}

/** The newest claims and verifications that were published here, newest first; imported claims are left out. */
export async function listLatestActs(ctx: Context, count: number): Promise<readonly ActLine[]> {
	const acts = await latestActs(ctx, count)
	const [entries, organizations] = await Promise.all([
		ctx.db.ledgerEntry.findMany({
			where: { recordId: { in: acts.map(({ row }) => row.recordId) } },
			select: { recordId: true, version: true, index: true },
		}),
		ctx.db.organization.findMany({ where: { id: { in: acts.map(({ row }) => row.organizationId) } } }),
	])
	const lines = acts.flatMap(({ row, kind, about }): ActLine[] => {
		const entry = entries.find((e) => e.recordId === row.recordId && e.version === row.version)
		const organization = organizations.find((o) => o.id === row.organizationId)
		const text = about.versions[0]
		if (!entry || !organization || !text) return []
		const organizationName = { en: organization.nameEn, id: organization.nameId }
		const commitmentTitle = { en: text.titleEn, id: text.titleId }
		const { isDemonstration } = about.actionPlan.member
		return [{ ...entry, kind, day: row.publishedOn, organizationName, commitmentTitle, isDemonstration }]
	})
	return lines.sort((a, b) => b.index - a.index).slice(0, count)
}

async function latestActs(ctx: Context, count: number) {
	const text = { orderBy: { version: 'desc' }, take: 1 } as const
	const commitment = { include: { versions: text, actionPlan: { include: { member: true } } } } as const
	const newest = { orderBy: { publishedAt: 'desc' }, take: count } as const
	const withdrawn = await withdrawnRecordIds(ctx)
	const [claims, verifications] = await Promise.all([
		ctx.db.progressUpdate.findMany({
			...newest,
			where: { isImported: false },
			include: { milestone: { include: { commitment } } },
		}),
		ctx.db.verification.findMany({
			...newest,
			where: { recordId: { notIn: [...withdrawn] } },
			include: { commitment },
		}),
	])
	const claimed = claims.map((row) => ({
		row,
		kind: 'progress-update.published' as const,
		about: row.milestone.commitment,
	}))
	const verified = verifications.map((row) => ({
		row,
		kind: 'verification.published' as const,
		about: row.commitment,
	}))
	return [...claimed, ...verified]
}

/** Totals of the whole record, without findings that were withdrawn. The members of a demonstration are counted like all others. */
export async function countRecord(ctx: Context): Promise<RecordTotals> {
	const withdrawn = await withdrawnRecordIds(ctx)
	const [members, plans, commitments, claims, verifications, head] = await Promise.all([
		ctx.db.member.count(),
		ctx.db.actionPlan.count({ where: { status: { not: 'DRAFT' } } }),
		ctx.db.commitment.count({ where: { actionPlan: { status: { not: 'DRAFT' } }, ...GOES_ON_HERE } }),
		ctx.db.progressUpdate.count(),
		ctx.db.verification.count({ where: { recordId: { notIn: [...withdrawn] } } }),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	return { members, plans, commitments, claims, verifications, ledgerSize: head.size }
}

/** Where a published act belongs, and the act itself where it is a claim or a verification. */
export type ActInPlan = {
	readonly planId: string
	readonly commitmentId: string | null
	readonly milestoneId: string | null
	readonly claim: ClaimView | null
	readonly verification: VerificationView | null
	/** Whose act it is; null where that is withheld. */
	readonly organizationName: Bilingual | null
	readonly versions: readonly number[]
}

/** The surroundings of one act, whatever its kind. Refuses with `not_found` and, where a finding was withdrawn, `withdrawn`. */
export async function findActInPlan(
	ctx: Context,
	{
		entry,
		content,
	}: Pick<RecordView, 'content'> & { readonly entry: Pick<LeafEntry, 'recordId' | 'version'> },
): Promise<ActInPlan> {
	const key = { recordId: entry.recordId, version: entry.version }
	if (content.kind === 'verification.published' && (await isWithdrawn(ctx, key.recordId)))
		throw new Refusal('withdrawn')
	const organizationIds = organizationIdsOf(content)
	const [entries, organizations, place] = await Promise.all([
		ctx.db.ledgerEntry.findMany({
			where: { recordId: key.recordId },
			select: { version: true, index: true },
			orderBy: { version: 'desc' },
		}),
		ctx.db.organization.findMany({ where: { id: { in: organizationIds } } }),
		placeOf(ctx, content),
	])
	const names = new Map(organizations.map((o) => [o.id, { en: o.nameEn, id: o.nameId }]))
	const actor = actorOf(content)
	const indexes = new Map(entries.map((e) => [`${key.recordId}@${String(e.version)}`, e.index]))
	return {
		...place,
		...(await saidIn(ctx, content, { organizations: names, indexes })),
		organizationName: actor === null ? null : (names.get(actor) ?? { en: null, id: null }),
		versions: entries.map((e) => e.version),
	}
}

/** The claim or the verification that the act is; both null for other kinds. */
async function saidIn(
	ctx: Context,
	content: ActContent,
	around: Surroundings,
): Promise<Pick<ActInPlan, 'claim' | 'verification'>> {
	const isClaim = content.kind === 'progress-update.published'
	if (!isClaim && content.kind !== 'verification.published') return { claim: null, verification: null }
	const { recordId, version, checkpointId } = content
	const where = { recordId_version: { recordId, version } }
	const [evidence, checkpoints, claim, verification] = await Promise.all([
		ctx.db.evidence.findMany({ where: { recordId, recordVersion: version }, orderBy: { position: 'asc' } }),
		ctx.db.checkpoint.findMany({ where: { id: checkpointId ?? '' } }),
		isClaim ? ctx.db.progressUpdate.findUnique({ where }) : null,
		isClaim ? null : ctx.db.verification.findUnique({ where }),
	])
	const rows = { ...around, evidence, checkpoints, today: utcDay(ctx.now) }
	return {
		claim: claim && claimView(claim, rows),
		verification: verification && verificationView(verification, rows),
	}
}

function organizationIdsOf(content: ActContent): string[] {
	const actor = actorOf(content)
	const others = 'importedBy' in content && content.importedBy !== null ? [content.importedBy] : []
	return [
		...(actor === null ? [] : [actor]),
		...others,
		...('organizationId' in content ? [content.organizationId] : []),
	]
}

type Place = Pick<ActInPlan, 'planId' | 'commitmentId' | 'milestoneId'>

async function placeOf(ctx: Context, content: ActContent): Promise<Place> {
	if ('planId' in content) {
		const commitmentId =
			content.kind === 'commitment.published'
				? content.recordId
				: 'commitmentId' in content
					? content.commitmentId
					: null
		return { planId: content.planId, commitmentId, milestoneId: null }
	}
	if (content.kind === 'action-plan.published')
		return { planId: content.recordId, commitmentId: null, milestoneId: null }
	const milestoneId =
		content.kind === 'milestone.published'
			? content.recordId
			: 'milestoneId' in content
				? content.milestoneId
				: null
	const commitment = await ctx.db.commitment.findFirst({
		where:
			milestoneId === null
				? { id: 'commitmentId' in content ? content.commitmentId : '' }
				: { milestones: { some: { id: milestoneId } } },
		select: { id: true, actionPlanId: true },
	})
	if (!commitment) throw new Refusal('not_found')
	return { planId: commitment.actionPlanId, commitmentId: commitment.id, milestoneId }
}
