import { CSO_ROLES, PLAN_ROLES } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import type { OpenThings } from '#app/domain/hand-over/schema.ts'
import { openReports } from '#app/domain/notice/queries.server.ts'
import { listPlansInForce, workOutAll } from '#app/domain/obligation/queries.server.ts'
import type { WorkedOut } from '#app/domain/obligation/queries.server.ts'
import { isOpen, stateOn } from '#app/domain/obligation/rules.ts'
import { obligationId } from '#app/domain/obligation/view.ts'
import { answeredForBy, findThreads } from '#app/domain/waiting-thread/queries.server.ts'
import { replyOwedOn } from '#app/domain/waiting-thread/view.ts'

/** Whose things are looked for. */
export type Holder = {
	readonly role: string
	readonly organizationId: string
	readonly memberId: string | null
}

/** What is open of an organization, and of the member for those who run its plans. */
export async function findOpenThings(ctx: Context, holder: Holder): Promise<OpenThings> {
	const isOfCivilSociety = CSO_ROLES.some((role) => role === holder.role)
	if (isOfCivilSociety) return { ...NOTHING, findingDrafts: await findingDraftsOf(ctx, holder) }
	const runsPlans = PLAN_ROLES.some((role) => role === holder.role)
	const plans = await workOutAll(ctx, await listPlansInForce(ctx.db, [holder.memberId]))
	return {
		...NOTHING,
		obligations: runsPlans ? plans.flatMap(obligationsOf) : [],
		reports: (await Promise.all(plans.map((worked) => reportsOf(ctx, worked, holder)))).flat(),
		drafts: await draftsOf(ctx, holder),
		findings: await findingsOn(ctx, holder),
	}
}

const NOTHING: OpenThings = { obligations: [], reports: [], drafts: [], findings: [], findingDrafts: [] }

function obligationsOf({ plan, obligations, dueSoonDays }: WorkedOut): OpenThings['obligations'] {
	return obligations.flatMap((kept) => {
		const state = stateOn(kept, plan.facts.today, dueSoonDays)
		if (!isOpen(state)) return []
		const { code, subject, dueOn } = kept
		const subjectTitle = plan.commitmentTitles.get(subject) ?? null
		const id = obligationId(plan.planId, kept)
		return [{ planId: plan.planId, plan: plan.title, id, code, subject, subjectTitle, dueOn, state }]
	})
}

async function reportsOf(
	ctx: Context,
	worked: WorkedOut,
	{ organizationId }: Holder,
): Promise<OpenThings['reports']> {
	const reports = await openReports(ctx, worked)
	return reports
		.filter(({ owedBy }) => owedBy.organizationIds.includes(organizationId))
		.map(({ about, dueOn, place }) => ({
			...place,
			milestone: about.milestone,
			checkpointCode: about.checkpointCode,
			dueOn,
		}))
}

async function draftsOf(ctx: Context, { organizationId }: Holder): Promise<OpenThings['drafts']> {
	const rows = await ctx.db.progressUpdateDraft.findMany({
		where: { organizationId },
		include: { checkpoint: true, milestone: { include: { versions: NEWEST } } },
		orderBy: { checkpoint: { dueOn: 'asc' } },
	})
	return rows.map(({ milestoneId, checkpointId, state, checkpoint, milestone }) => ({
		milestoneId,
		checkpointId,
		milestone: titleOf(milestone.versions),
		checkpointCode: checkpoint.code,
		dueOn: checkpoint.dueOn,
		state,
	}))
}

/** Findings that ask the organization for a reply and got none, in time or late. */
async function findingsOn(ctx: Context, { organizationId }: Holder): Promise<OpenThings['findings']> {
	const threads = await findThreads(ctx, answeredForBy([organizationId]))
	return threads
		.filter((thread) => replyOwedOn(thread, organizationId) !== null)
		.map(({ recordId, commitmentId, commitmentTitle, publishedOn }) => ({
			recordId,
			commitmentId,
			commitment: commitmentTitle,
			on: publishedOn,
		}))
}

/** Only which commitments: what a draft says is its author's. */
async function findingDraftsOf(
	ctx: Context,
	{ organizationId }: Holder,
): Promise<OpenThings['findingDrafts']> {
	const rows = await ctx.db.verificationDraft.findMany({
		where: { organizationId },
		include: { commitment: { include: { versions: NEWEST } } },
		orderBy: { createdAt: 'asc' },
	})
	return rows.map(({ id, commitmentId, commitment }) => ({
		id,
		commitmentId,
		commitment: titleOf(commitment.versions),
	}))
}

const NEWEST = {
	orderBy: { version: 'desc' },
	take: 1,
	select: { titleEn: true, titleId: true },
} as const

function titleOf([text]: readonly { readonly titleEn: string | null; readonly titleId: string | null }[]) {
	return { en: text?.titleEn ?? null, id: text?.titleId ?? null }
}
