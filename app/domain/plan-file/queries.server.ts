import { PLAN_ROLES, may, membersOf } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import { findPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Choices, PlanFile } from './schema.ts'
import { PreviewContent, draftedPlanFile, planPreview, publishedPlanFile } from './view.ts'
import type { PlanPreview } from './view.ts'

const newest = { orderBy: { version: 'desc' }, take: 1 } as const
const withTexts = {
	versions: newest,
	commitments: {
		include: {
			versions: newest,
			institutions: true,
			milestones: { include: { versions: newest }, orderBy: { position: 'asc' } },
		},
		orderBy: { position: 'asc' },
	},
} satisfies Prisma.ActionPlanInclude

/** A plan's file with whose plan it is. */
export type FoundFile = { readonly file: PlanFile; readonly memberId: string }

/** A published plan as a file holds it. Refuses with `not_found`. */
export async function findPublishedFile(ctx: Context, planId: string): Promise<FoundFile> {
	const plan = await ctx.db.actionPlan.findUnique({ where: { id: planId }, include: withTexts })
	const file = plan && publishedPlanFile(plan)
	if (!file) throw new Refusal('not_found')
	return { file, memberId: plan.memberId }
}

/** A plan that is being written, as a file holds it, for those who write it. Refuses with `not_found`. */
export async function findDraftFile(ctx: Context, draftId: string): Promise<FoundFile> {
	const { drafted, versions, version } = await findPlanDraft(ctx, draftId)
	return { file: draftedPlanFile(drafted, versions, version), memberId: drafted.memberId }
}

/** What a file for a plan that does not exist yet is held against. */
export const NOTHING_YET: PlanFile = {
	plan: { key: '', version: 0, fields: {} },
	commitments: [],
	milestones: [],
}

/** The choices that are stored: policy areas, and the institutions of a member's government (null: of every member). */
export async function storedChoices(
	ctx: Pick<Context, 'db'>,
	memberId: string | null,
): Promise<Pick<Choices, 'policy-area' | 'institution'>> {
	const [areas, institutions] = await Promise.all([
		ctx.db.policyArea.findMany({ orderBy: { nameEn: 'asc' } }),
		ctx.db.organization.findMany({
			where: {
				kind: 'GOVERNMENT_INSTITUTION',
				...(memberId === null ? { isDemonstration: false } : { memberId }),
			},
			orderBy: { id: 'asc' },
		}),
	])
	const named = ({ nameEn, nameId }: { nameEn: string; nameId: string }) => ({ en: nameEn, id: nameId })
	return {
		'policy-area': areas.map((row) => ({ code: row.code, name: named(row) })),
		institution: institutions.map((row) => ({ code: row.id, name: named(row) })),
	}
}

/** A plan whose texts can be exchanged by file. */
export type ExchangeablePlan = {
	readonly id: string
	readonly memberId: string
	readonly title: { readonly en: string | null; readonly id: string | null }
}

/** The published plans that the actor may amend. */
export async function listAmendablePlans(ctx: Context): Promise<readonly ExchangeablePlan[]> {
	const members = membersOf(ctx.actor, PLAN_ROLES)
	const rows = await ctx.db.actionPlan.findMany({
		where: {
			versions: { some: {} },
			status: { notIn: ['DRAFT', 'CONSULTATION', 'CLOSED'] },
			...(members.includes(null) ? {} : { memberId: { in: members.flatMap((id) => id ?? []) } }),
		},
		include: { versions: newest },
		orderBy: { id: 'asc' },
	})
	return rows.map(({ id, memberId, versions: [text] }) => ({
		id,
		memberId,
		title: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
	}))
}

/** A preview of the actor's own file, as stored. For others it does not exist. */
export async function findStoredPreview(ctx: Context, id: string) {
	const row = await ctx.db.importPreview.findFirst({
		where: { id, kind: 'PLAN', personId: ctx.actor.personId ?? '' },
	})
	if (!row) throw new Refusal('not_found')
	const content = PreviewContent.parse(row.content)
	// Whoever was moved to another office in the meantime takes nothing along.
	if (!may(ctx.actor, 'plan.draft', content)) throw new Refusal('not_found')
	return { row, content }
}

/** A preview of the actor's own file, as its page shows it. */
export async function findPlanPreview(ctx: Context, id: string): Promise<PlanPreview> {
	const { row, content } = await findStoredPreview(ctx, id)
	return planPreview(row, content)
}
