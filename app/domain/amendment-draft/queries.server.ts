import { may } from '#app/access/policy.ts'
import {
	changeAsItStands,
	changesOf,
	findAmendablePlan,
	findDraftInPlan,
	headOf,
	listOtherPlans,
	stateOf,
} from '#app/domain/amendment/queries.server.ts'
import type { PlanInForce } from '#app/domain/amendment/queries.server.ts'
import { amendmentFaults } from '#app/domain/amendment/rules.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import type { AmendmentHead, DraftedChange, DraftedChanges } from '#app/domain/amendment/schema.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { z } from 'zod'
import { changeView, nameOf } from './view.ts'
import type { AmendmentDraftView, IdWords, RecordName } from './view.ts'

const STATES = z.enum(['DRAFT', 'SUBMITTED', 'RETURNED'])

/** An amendment in a list: what was drafted or published, newest first. */
export type AmendmentLine = {
	readonly id: string
	readonly reason: Bilingual
	readonly count: number
	/** Null: published. */
	readonly state: AmendmentDraftView['state'] | null
	readonly on: string
}

export type AmendmentsOfPlan = Pick<AmendmentDraftView, 'plan' | 'member'> & {
	readonly drafts: readonly AmendmentLine[]
	readonly published: readonly AmendmentLine[]
}

/** The amendments of a plan, as its side sees them. Refuses with `not_found`. */
export async function listAmendmentsOf(ctx: Context, planId: string): Promise<AmendmentsOfPlan> {
	const plan = await findAmendablePlan(ctx, ctx.db, planId)
	const [drafts, published] = await Promise.all([
		ctx.db.amendmentDraft.findMany({ where: { actionPlanId: planId }, orderBy: { updatedAt: 'desc' } }),
		ctx.db.amendment.findMany({ where: { actionPlanId: planId }, orderBy: { publishedAt: 'desc' } }),
	])
	return {
		...surroundingsOf(plan),
		drafts: drafts.map((row) => ({
			id: row.id,
			reason: { en: row.reasonEn, id: row.reasonId },
			count: changesOf(row).length,
			state: STATES.parse(row.state),
			on: dayIn(plan.member.timeZone, row.updatedAt),
		})),
		published: published.map((row) => ({
			id: row.recordId,
			reason: { en: row.reasonEn, id: row.reasonId },
			count: Array.isArray(row.changes) ? row.changes.length : 0,
			state: null,
			on: row.publishedOn,
		})),
	}
}

function surroundingsOf(plan: PlanInForce): Pick<AmendmentDraftView, 'plan' | 'member'> {
	const [text] = plan.versions
	return {
		plan: { id: plan.id, title: { en: text?.titleEn ?? null, id: text?.titleId ?? null } },
		member: {
			name: { en: plan.member.nameEn, id: plan.member.nameId },
			isDemonstration: plan.member.isDemonstration,
		},
	}
}

/** An amendment that is being written or waits for approval. Refuses with `not_found`. */
export async function findAmendmentDraft(ctx: Context, id: string): Promise<AmendmentDraftView> {
	const { draft, plan } = await findDraftInPlan(ctx, ctx.db, id)
	const changes = changesOf(draft)
	const head: AmendmentHead = headOf(draft)
	const words = await idWords(ctx, plan, changes)
	const named = (recordId: string) => nameIn(plan, changes, recordId)
	const sender =
		draft.submittedById && (await ctx.db.person.findUnique({ where: { id: draft.submittedById } }))
	const today = dayIn(plan.member.timeZone, ctx.now)
	const { submittedById } = draft
	return {
		id: draft.id,
		version: draft.version,
		state: STATES.parse(draft.state),
		...surroundingsOf(plan),
		head,
		changes: changes.map((change) =>
			changeView(change, changeAsItStands(plan, change.recordId), {
				successors: change.successors.flatMap((to) => named(to) ?? []),
				today,
				words,
			}),
		),
		faults: amendmentFaults(stateOf(plan), { head, changes }).map((fault) => ({
			...fault,
			name: fault.recordId === null ? null : named(fault.recordId),
		})),
		returnedReason: draft.returnedReason,
		submittedBy: sender ? sender.displayName : null,
		mayApprove: may(ctx.actor, 'plan.approve-amendment', { memberId: plan.memberId, submittedById }),
	}
}

function nameIn(plan: PlanInForce, changes: DraftedChanges, recordId: string): RecordName | null {
	const change = changes.find((one) => one.recordId === recordId) ?? changeAsItStands(plan, recordId)
	return change && nameOf(change)
}

/** What ids in texts stand for: commitments by number or title, organizations and plans by name. */
async function idWords(ctx: Context, plan: PlanInForce, changes: DraftedChanges): Promise<IdWords> {
	const ids = new Set<string>()
	for (const change of changes)
		for (const side of [change, changeAsItStands(plan, change.recordId)])
			if (side?.recordKind === 'commitment')
				for (const id of [side.leadId, ...side.supportIds]) if (id) ids.add(id)
	const organizations = await ctx.db.organization.findMany({ where: { id: { in: [...ids] } } })
	const names = new Map(organizations.map((one) => [one.id, one.nameEn]))
	return (id) => {
		const record = nameIn(plan, changes, id)
		return names.get(id) ?? record?.number ?? record?.title.id ?? record?.title.en ?? id
	}
}

/** A record of the plan that can be amended, or that the amendment adds, with what was drafted for it. */
export type AmendableRecord = RecordName & {
	readonly operation: DraftedChange['operation'] | null
	/** Whether it went on until now. */
	readonly hasEnded: boolean
	readonly milestones: readonly AmendableRecord[]
}

export type AmendablePlan = {
	readonly draft: AmendmentDraftView
	readonly plan: AmendableRecord
	readonly commitments: readonly AmendableRecord[]
}

/** All records that an amendment can touch, and those that it adds. Refuses with `not_found`. */
export async function listAmendable(ctx: Context, draftId: string): Promise<AmendablePlan> {
	const { draft, plan } = await findDraftInPlan(ctx, ctx.db, draftId)
	const changes = changesOf(draft)
	const standing = changeAsItStands(plan, plan.id)
	if (!standing) throw new Refusal('not_found')
	const added = changes.filter((c) => c.recordKind === 'commitment' && c.operation === 'ADD')
	return {
		draft: await findAmendmentDraft(ctx, draftId),
		plan: lineOf(standing, changes),
		commitments: [
			...plan.commitments.flatMap((row) => commitmentLine(plan, row, changes) ?? []),
			...added.map((c) => ({ ...lineOf(c, changes), milestones: arrivals(c.recordId, changes) })),
		],
	}
}

function lineOf(standing: DraftedChange, changes: DraftedChanges, ended = false): AmendableRecord {
	const change = changes.find((one) => one.recordId === standing.recordId)
	const operation = change?.operation ?? null
	return { ...nameOf(change ?? standing), operation, hasEnded: ended, milestones: [] }
}

function commitmentLine(
	plan: PlanInForce,
	row: PlanInForce['commitments'][number],
	changes: DraftedChanges,
): AmendableRecord | null {
	const standing = changeAsItStands(plan, row.id)
	if (!standing) return null
	const milestones = row.milestones.flatMap(({ id, versions: [text] }) => {
		const own = changeAsItStands(plan, id)
		return own ? [lineOf(own, changes, hasEnded(text?.standing))] : []
	})
	const known = milestones.map((line) => line.recordId)
	const arriving = arrivals(row.id, changes).filter((line) => !known.includes(line.recordId))
	const line = lineOf(standing, changes, hasEnded(row.versions[0]?.standing))
	return { ...line, milestones: [...milestones, ...arriving] }
}

/** Milestones that the amendment adds to a commitment or moves there. */
function arrivals(commitmentId: string, changes: DraftedChanges): readonly AmendableRecord[] {
	const here = changes.filter((c) => c.recordKind === 'milestone' && c.commitmentId === commitmentId)
	return here.filter((c) => c.operation === 'ADD' || c.operation === 'MOVE').map((c) => lineOf(c, changes))
}

/** A choice in a form: an id and what it is called. */
export type Named = { readonly id: string; readonly name: Bilingual }

export type RecordInDraft = {
	readonly draft: AmendmentDraftView
	/** The text as drafted or, without a draft, as it stands. */
	readonly change: DraftedChange
	readonly institutions: readonly Named[]
	/** Where it can be moved: plans for a commitment, commitments for a milestone. */
	readonly targets: readonly Named[]
}

/** One record with what is needed to amend it. Refuses with `not_found`. */
export async function findRecordInDraft(
	ctx: Context,
	draftId: string,
	recordId: string,
): Promise<RecordInDraft> {
	const { draft, plan } = await findDraftInPlan(ctx, ctx.db, draftId)
	const changes = changesOf(draft)
	const change = changes.find((one) => one.recordId === recordId) ?? changeAsItStands(plan, recordId)
	if (!change) throw new Refusal('not_found')
	return {
		draft: await findAmendmentDraft(ctx, draftId),
		change,
		institutions: change.recordKind === 'commitment' ? await listInstitutions(ctx, draftId) : [],
		targets: change.recordKind === 'milestone' ? commitmentsIn(plan, changes) : await plansBeside(ctx, plan),
	}
}

/** The institutions that can answer for a commitment. */
export async function listInstitutions(ctx: Context, draftId: string): Promise<readonly Named[]> {
	const { plan } = await findDraftInPlan(ctx, ctx.db, draftId)
	const rows = await ctx.db.organization.findMany({
		where: { memberId: plan.memberId, kind: { in: ['GOVERNMENT_INSTITUTION', 'SECRETARIAT'] } },
		orderBy: { nameId: 'asc' },
	})
	return rows.map((row) => ({ id: row.id, name: { en: row.nameEn, id: row.nameId } }))
}

function commitmentsIn(plan: PlanInForce, changes: DraftedChanges): readonly Named[] {
	const ended = new Set(
		changes.filter((c) => !['ADD', 'CHANGE'].includes(c.operation)).map((c) => c.recordId),
	)
	const here = plan.commitments.filter((row) => !hasEnded(row.versions[0]?.standing) && !ended.has(row.id))
	const texts = here.flatMap((row) => changeAsItStands(plan, row.id) ?? [])
	const added = changes.filter((c) => c.recordKind === 'commitment' && c.operation === 'ADD')
	return [...texts, ...added].map((change) => ({ id: change.recordId, name: nameOf(change).title }))
}

async function plansBeside(ctx: Context, plan: PlanInForce): Promise<readonly Named[]> {
	const others = await listOtherPlans(ctx.db, plan)
	return others.map(({ id, versions: [text] }) => ({
		id,
		name: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
	}))
}
