import { randomBytes, randomUUID } from 'node:crypto'
import { PLAN_ROLES, may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { addDays, dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import type { ReturnAnswer, SeenDraft } from '#app/domain/progress-update/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import type { PlanStage, Prisma } from '#prisma/generated/client.ts'
import {
	findNewestRuleSet,
	holdPlanDraft,
	listConsultationsOf,
	listInstitutions,
	ownMembers,
} from './queries.server.ts'
import { draftProblems, isOpenToChange } from './rules.ts'
import type { ConsultationAnswer, DraftedPlan, NewPlanAnswer, PlanFactsAnswer, PlanText } from './schema.ts'
import { draftRowsFrom, draftedPlan, stateOf, withInstitutionNames } from './view.ts'
import type { PlanDraftRows } from './view.ts'

/** A draft after a change: which one, and its version now. */
export type ChangedDraft = { readonly id: string; readonly version: number }

/** Begins a plan of a member under the newest rules of its track. Refuses with `not_found`, `not_allowed`. */
export async function beginPlanDraft(ctx: Context, answer: NewPlanAnswer): Promise<ChangedDraft> {
	return ctx.db.$transaction((tx) => createPlanDraft(ctx, tx, answer))
}

/** The same as part of what else happens in a transaction. */
export async function createPlanDraft(
	ctx: Context,
	tx: Transaction,
	answer: NewPlanAnswer,
): Promise<ChangedDraft> {
	const id = `${answer.memberId}-${randomBytes(4).toString('hex')}`
	const { memberId } = ownMembers(ctx)
	const member = await tx.member.findFirst({
		where: { id: answer.memberId, ...(memberId ? { AND: { id: memberId } } : {}) },
	})
	if (!member) throw new Refusal('not_found')
	const organizationId = writingOrganization(ctx.actor, member.id)
	if (organizationId === null) throw new Refusal('not_allowed')
	await tx.planDraft.create({
		data: {
			id,
			memberId: member.id,
			organizationId,
			ruleSetId: (await findNewestRuleSet({ db: tx, now: ctx.now }, member)).id,
			checkpointScheme: answer.checkpointScheme,
			state: 'DRAFT',
			text: planTextOf(answer),
			createdById: ctx.actor.personId ?? '',
			createdAt: ctx.now,
			updatedAt: ctx.now,
		},
	})
	return { id, version: 1 }
}

/** Changes the facts of a plan that is being written. */
export async function changePlanFacts(
	ctx: Context,
	draftId: string,
	answer: PlanFactsAnswer,
): Promise<ChangedDraft> {
	return changeDraft(ctx, { draftId, seen: answer.version }, () => ({
		text: planTextOf(answer),
		checkpointScheme: answer.checkpointScheme,
	}))
}

/**
 * Replaces all commitments of a draft with those given, whose ids are new or its own. The facts of the plan are
 * replaced as well. For whole plans that come out of a file; part of what else happens in a transaction.
 */
export async function replaceDraftedPlan(
	ctx: Context,
	tx: Transaction,
	{
		id: draftId,
		version,
		plan,
	}: ChangedDraft & { readonly plan: Omit<DraftedPlan, 'id' | 'memberId' | 'ruleSetId'> },
): Promise<ChangedDraft> {
	const change = async (draft: Draft) => {
		const { id, memberId, ruleSetId } = draft
		const rows = draftRowsFrom({ ...plan, id, memberId, ruleSetId }, ctx.now)
		await tx.commitmentDraft.deleteMany({ where: { planDraftId: id } })
		await insertTables(tx, [
			['CommitmentDraft', rows.commitments],
			['MilestoneDraft', rows.milestones],
		])
		return { text: plan.text, checkpointScheme: plan.checkpointScheme }
	}
	return changeDraftIn(ctx, tx, { seen: { draftId, seen: version }, change })
}

/**
 * Opens the text of a plan to comments: the act freezes what it says today, and the draft can go on.
 *
 * Refuses  with `consultation_too_short` where it closes earlier than the rules ask, `draft_already_submitted`,
 *          `changed_meanwhile`.
 */
export async function openConsultation(
	ctx: Context,
	draftId: string,
	answer: ConsultationAnswer,
): Promise<{ readonly recordId: string }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	const recordId = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const draft = await openDraft(tx, ctx, { draftId })
		if (draft.version !== answer.version) return openedBefore(tx, ctx, { draftId, answer })
		const today = dayIn(draft.member.timeZone, ctx.now)
		const ruleSet = await tx.ruleSet.findUniqueOrThrow({ where: { id: draft.ruleSetId } })
		const { consultationDays } = CycleRules.parse(ruleSet.cycle)
		if (answer.closesOn < addDays(today, consultationDays.value)) throw new Refusal('consultation_too_short')
		await write(tx, ctx, { draft, seen: answer.version, data: { state: 'CONSULTATION' } })
		const plan = withInstitutionNames(draftedPlan(draft), await listInstitutions({ db: tx }, draft.memberId))
		const row = {
			recordId,
			version: 1,
			actionPlanId: draft.id,
			memberId: draft.memberId,
			stage: 'CONSULTATION',
			effectiveOn: today,
			closesOn: answer.closesOn,
			noteEn: answer.noteEn || null,
			noteId: answer.noteId || null,
			text: canonicalJson(plan),
			submittedById: ctx.actor.personId ?? '',
			approvedById: null,
			actorOrganizationId: draft.organizationId,
			publishedOn: utcDay(ctx.now),
			publishedAt: ctx.now,
			...salts,
		} satisfies PlanStage
		await tx.planStage.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'plan-stage.published', row }))
		return { recordId }
	})
}

/** The act of a form that was sent already; refuses where the text was changed since. */
async function openedBefore(
	tx: Transaction,
	ctx: Context,
	{ draftId, answer }: { draftId: string; answer: ConsultationAnswer },
): Promise<{ readonly recordId: string }> {
	const { closesOn, noteEn, noteId } = answer
	const said = { actionPlanId: draftId, stage: 'CONSULTATION', closesOn }
	const by = { noteEn: noteEn || null, noteId: noteId || null, submittedById: ctx.actor.personId ?? '' }
	const same = await tx.planStage.findFirst({ where: { ...said, ...by } })
	if (!same) throw new Refusal('changed_meanwhile')
	return { recordId: same.recordId }
}

/** Sends a plan to the point of contact for approval. Refuses with `draft_incomplete` where a rule keeps it back. */
export async function submitPlan(
	ctx: Context,
	draftId: string,
	{ version }: SeenDraft,
): Promise<ChangedDraft> {
	return changeDraft(ctx, { draftId, seen: version, action: 'plan.submit' }, async (draft, tx) => {
		const consultations = await listConsultationsOf(tx, draft.id)
		const problems = draftProblems(draftedPlan(draft), consultations, dayIn(draft.member.timeZone, ctx.now))
		if (problems.length > 0) throw new Refusal('draft_incomplete')
		return {
			state: 'SUBMITTED',
			submittedById: ctx.actor.personId,
			submittedAt: ctx.now,
			returnedReason: null,
		}
	})
}

/** Sends a plan back to those who write it, with a reason. Refuses with `draft_not_submitted`. */
export async function returnPlan(ctx: Context, draftId: string, answer: ReturnAnswer): Promise<ChangedDraft> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await holdPlanDraft(tx, ctx, draftId)
		if (!may(ctx.actor, 'plan.submit', draft)) throw new Refusal('not_allowed')
		if (stateOf(draft) !== 'SUBMITTED') throw new Refusal('draft_not_submitted')
		return write(tx, ctx, {
			draft,
			seen: answer.version,
			data: { state: 'RETURNED', submittedById: null, submittedAt: null, returnedReason: answer.reason },
		})
	})
}

/** The organization in whose name the actor writes plans of a member; null when there is none. */
function writingOrganization(actor: Actor, memberId: string): string | null {
	const holding = actor.appointments.find(
		(one) =>
			PLAN_ROLES.includes(one.role) && may({ ...actor, appointments: [one] }, 'plan.draft', { memberId }),
	)
	return holding?.organizationId ?? null
}

function planTextOf(answer: Omit<PlanFactsAnswer, 'version' | 'checkpointScheme'>): PlanText {
	return {
		number: answer.number || null,
		titleEn: answer.titleEn || null,
		titleId: answer.titleId || null,
		startsOn: answer.startsOn ?? null,
		endsOn: answer.endsOn ?? null,
		administrationEndsOn: answer.administrationEndsOn ?? null,
	}
}

type Draft = Awaited<ReturnType<typeof holdPlanDraft>>
type Data = Prisma.PlanDraftUncheckedUpdateInput
type Seen = {
	readonly draftId: string
	readonly seen: number
	readonly action?: 'plan.draft' | 'plan.submit'
}

/** One change of a draft's own row: find, may, rule, write. */
async function changeDraft(ctx: Context, seen: Seen, change: Change): Promise<ChangedDraft> {
	return ctx.db.$transaction((tx) => changeDraftIn(ctx, tx, { seen, change }))
}

type Change = (draft: Draft, tx: Transaction) => Data | Promise<Data>

async function changeDraftIn(
	ctx: Context,
	tx: Transaction,
	{ seen: { draftId, seen, action }, change }: { readonly seen: Seen; readonly change: Change },
): Promise<ChangedDraft> {
	const draft = await openDraft(tx, ctx, { draftId, ...(action ? { action } : {}) })
	if (draft.version !== seen) throw new Refusal('changed_meanwhile')
	return write(tx, ctx, { draft, seen, data: await change(draft, tx) })
}

async function openDraft(
	tx: Transaction,
	ctx: Context,
	{ draftId, action = 'plan.draft' }: Omit<Seen, 'seen'>,
): Promise<Draft> {
	const draft = await holdPlanDraft(tx, ctx, draftId)
	if (!may(ctx.actor, action, draft)) throw new Refusal('not_allowed')
	if (!isOpenToChange(stateOf(draft))) throw new Refusal('draft_already_submitted')
	return draft
}

async function write(
	tx: Transaction,
	ctx: Context,
	{ draft, seen, data }: { draft: PlanDraftRows; seen: number; data: Data },
): Promise<ChangedDraft> {
	const written = await tx.planDraft.updateMany({
		where: { id: draft.id, version: seen },
		data: { ...data, version: seen + 1, updatedAt: ctx.now },
	})
	if (written.count !== 1) throw new Refusal('changed_meanwhile')
	return { id: draft.id, version: seen + 1 }
}
