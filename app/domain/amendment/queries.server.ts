import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { ActionPlan, AmendmentDraft, Member, Prisma } from '#prisma/generated/client.ts'
import type { PlanState } from './rules.ts'
import { DraftedChanges } from './schema.ts'
import type { AmendmentHead, DraftedChange } from './schema.ts'
import { commitmentTextOf, milestoneTextOf, planTextOf } from './view.ts'

/** Stages in which a plan is not published yet, or not changed any more. */
const NOT_AMENDABLE = ['DRAFT', 'CONSULTATION', 'CLOSED']

const newest = { orderBy: { version: 'desc' }, take: 1 } as const
const withTexts = {
	member: true,
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

/** A plan with the newest version of each of its texts. */
export type PlanInForce = Prisma.ActionPlanGetPayload<{ include: typeof withTexts }>
type Reading = Pick<Transaction, 'actionPlan'>

/** A published plan that the actor may amend. Refuses with `not_found`. */
export async function findAmendablePlan(ctx: Context, db: Reading, planId: string): Promise<PlanInForce> {
	const plan = await db.actionPlan.findFirst({
		where: { id: planId, status: { notIn: NOT_AMENDABLE }, versions: { some: {} } },
		include: withTexts,
	})
	if (!plan || !may(ctx.actor, 'plan.amend', plan)) throw new Refusal('not_found')
	return plan
}

/** The member's other plans that a commitment can be moved to. */
export async function listOtherPlans(
	db: Reading,
	plan: Pick<ActionPlan, 'id' | 'memberId'>,
): Promise<readonly Prisma.ActionPlanGetPayload<{ include: { versions: true } }>[]> {
	return db.actionPlan.findMany({
		where: {
			memberId: plan.memberId,
			id: { not: plan.id },
			status: { notIn: NOT_AMENDABLE },
			versions: { some: {} },
		},
		include: { versions: newest },
		orderBy: { id: 'asc' },
	})
}

/** A draft of an amendment to a plan that the actor may amend, with the plan. Refuses with `not_found`. */
export async function findDraftInPlan(
	ctx: Context,
	db: Reading & Pick<Transaction, 'amendmentDraft'>,
	draftId: string,
): Promise<{ readonly draft: AmendmentDraft; readonly plan: PlanInForce }> {
	const draft = await db.amendmentDraft.findUnique({ where: { id: draftId } })
	if (!draft) throw new Refusal('not_found')
	return { draft, plan: await findAmendablePlan(ctx, db, draft.actionPlanId) }
}

/** The plan's texts by their versions alone. */
export function stateOf(plan: PlanInForce): PlanState {
	return {
		plan: { id: plan.id, version: plan.versions[0]?.version ?? 0 },
		commitments: plan.commitments.map((row) => ({ id: row.id, ...standingOf(row) })),
		milestones: plan.commitments.flatMap((commitment) =>
			commitment.milestones.map((row) => ({ id: row.id, commitmentId: commitment.id, ...standingOf(row) })),
		),
	}
}

function standingOf({ versions: [text] }: { versions: { version: number; standing: string | null }[] }) {
	return { version: text?.version ?? 0, standing: text?.standing ?? null }
}

/** What a record of the plan says now, in the shape of a change that changes nothing; null where there is none. */
export function changeAsItStands(plan: PlanInForce, recordId: string): DraftedChange | null {
	const [planText] = plan.versions
	if (planText && recordId === plan.id)
		return { recordKind: 'action-plan', ...unchanged(recordId, planText), text: planTextOf(planText) }
	const commitment = plan.commitments.find((row) => row.id === recordId)
	const [text] = commitment?.versions ?? []
	if (commitment && text) {
		const { institutions } = commitment
		return {
			recordKind: 'commitment',
			...unchanged(recordId, text),
			text: commitmentTextOf(text),
			leadId: institutions.find((one) => one.isLead)?.organizationId ?? null,
			supportIds: institutions.filter((one) => !one.isLead).map((one) => one.organizationId),
		}
	}
	return milestoneAsItStands(plan, recordId)
}

function milestoneAsItStands(plan: PlanInForce, recordId: string): DraftedChange | null {
	const milestone = plan.commitments.flatMap((row) => row.milestones).find((row) => row.id === recordId)
	const [text] = milestone?.versions ?? []
	if (!milestone || !text) return null
	const { commitmentId } = milestone
	return { recordKind: 'milestone', ...unchanged(recordId, text), commitmentId, text: milestoneTextOf(text) }
}

function unchanged(recordId: string, { version }: { version: number }) {
	return { recordId, seenVersion: version, operation: 'CHANGE' as const, successors: [] }
}

/** The changes of a draft as they are stored. */
export function changesOf(draft: Pick<AmendmentDraft, 'changes'>): DraftedChanges {
	return DraftedChanges.parse(draft.changes)
}

/** What a draft says before its changes. */
export function headOf(draft: AmendmentDraft): AmendmentHead {
	const { reasonEn, reasonId, proposedBy, agreedBy, effectiveOn } = draft
	return { reasonEn, reasonId, proposedBy, agreedBy, effectiveOn }
}

/** The actor's organization that amends plans of the member. Refuses with `not_allowed`. */
export function amendingOrganization(ctx: Context, member: Pick<Member, 'id'>): string {
	const holding = ctx.actor.appointments.find((one) =>
		may({ ...ctx.actor, appointments: [one] }, 'plan.amend', { memberId: member.id }),
	)
	if (!holding) throw new Refusal('not_allowed')
	return holding.organizationId
}
