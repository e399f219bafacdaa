import { changeView, nameOf } from '#app/domain/amendment-draft/view.ts'
import type { ChangeView, RecordName } from '#app/domain/amendment-draft/view.ts'
import type { AmendmentChanges, DraftedChange } from '#app/domain/amendment/schema.ts'
import { amendmentView, commitmentTextOf, milestoneTextOf, planTextOf } from '#app/domain/amendment/view.ts'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { readable } from '#app/domain/unreadable-act/view.ts'
import type { ActionPlanVersion, CommitmentVersion, MilestoneVersion } from '#prisma/generated/client.ts'

/** A published amendment with each text before and after it. */
export type PublishedAmendment = {
	readonly amendment: AmendmentView
	readonly planId: string
	readonly changes: readonly ChangeView[]
	readonly ledgerSize: number
}

/** A published amendment with all that it changed, old beside new. Refuses with `not_found`, `record_differs`. */
export async function findAmendment(ctx: Context, recordId: string): Promise<PublishedAmendment> {
	const row = await ctx.db.amendment.findFirst({ where: { recordId }, orderBy: { version: 'desc' } })
	if (!row) throw new Refusal('not_found')
	const [entry, organization, head] = await Promise.all([
		ctx.db.ledgerEntry.findUnique({
			where: { recordId_version: { recordId, version: row.version } },
			select: { index: true },
		}),
		ctx.db.organization.findUnique({ where: { id: row.actorOrganizationId } }),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const amendment = readable(() =>
		amendmentView(row, {
			organizationName: { en: organization?.nameEn ?? null, id: organization?.nameId ?? null },
			ledgerIndex: entry?.index ?? -1,
		}),
	)
	if (!amendment) throw new Refusal('record_differs')
	const texts = await textsAround(ctx, amendment.changes)
	const changes = amendment.changes.flatMap((change) => changeShown(change, texts, row.publishedOn) ?? [])
	return { amendment, planId: row.actionPlanId, changes, ledgerSize: head.size }
}

type Change = AmendmentChanges[number]
/** Texts by `recordId@version`. */
type Texts = ReadonlyMap<string, DraftedChange>

function changeShown(change: Change, texts: Texts, publishedOn: string): ChangeView | null {
	const after = texts.get(`${change.recordId}@${String(change.version)}`)
	if (!after) return null
	const before = texts.get(`${change.recordId}@${String(change.version - 1)}`) ?? null
	const named = (id: string): RecordName | null => {
		const text = texts.get(`${id}@1`)
		return text ? nameOf(text) : null
	}
	return changeView({ ...after, operation: change.operation }, before, {
		successors: change.successors.flatMap((id) => named(id) ?? []),
		today: publishedOn,
		words: (id) => named(id)?.number ?? named(id)?.title.id ?? named(id)?.title.en ?? id,
	})
}

/** Each text that an amendment made and the one before it, and the first texts of the commitments around them. */
async function textsAround(ctx: Context, changes: AmendmentChanges): Promise<Texts> {
	const ids = changes.map((change) => change.recordId)
	const [plans, milestones] = await Promise.all([
		ctx.db.actionPlanVersion.findMany({ where: { actionPlanId: { in: ids } } }),
		ctx.db.milestoneVersion.findMany({
			where: { milestoneId: { in: ids } },
			include: { milestone: { select: { commitmentId: true } } },
		}),
	])
	const around = milestones.map((row) => row.milestone.commitmentId)
	const commitments = await ctx.db.commitmentVersion.findMany({
		where: { commitmentId: { in: [...ids, ...around] } },
	})
	const all = [...plans.map(ofPlan), ...commitments.map(ofCommitment), ...milestones.map(ofMilestone)]
	return new Map(all.map((text) => [`${text.recordId}@${String(text.seenVersion)}`, text]))
}

const AS_IT_IS = { operation: 'CHANGE' as const, successors: [] }

function ofPlan(row: ActionPlanVersion): DraftedChange {
	const { actionPlanId: recordId, version: seenVersion } = row
	return { recordKind: 'action-plan', recordId, seenVersion, ...AS_IT_IS, text: planTextOf(row) }
}

function ofCommitment(row: CommitmentVersion): DraftedChange {
	const { commitmentId: recordId, version: seenVersion } = row
	const nobody = { leadId: null, supportIds: [] }
	return {
		recordKind: 'commitment',
		recordId,
		seenVersion,
		...AS_IT_IS,
		...nobody,
		text: commitmentTextOf(row),
	}
}

function ofMilestone(row: MilestoneVersion & { milestone: { commitmentId: string } }): DraftedChange {
	const { milestoneId: recordId, version: seenVersion } = row
	const { commitmentId } = row.milestone
	return {
		recordKind: 'milestone',
		recordId,
		seenVersion,
		...AS_IT_IS,
		commitmentId,
		text: milestoneTextOf(row),
	}
}
