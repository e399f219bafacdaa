import { randomFillSync } from 'node:crypto'
import { idWithin } from '#app/domain/action-plan/schema.ts'
import type { CommitmentImport, MilestoneImport, PlanImport } from '#app/domain/action-plan/schema.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { NO_FURTHER_COMMITMENT_TEXT } from '#app/domain/commitment/view.ts'
import { NO_FURTHER_MILESTONE_TEXT } from '#app/domain/milestone/view.ts'
import { NO_FURTHER_ANSWERS } from '#app/domain/progress-update/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { evidenceRow as linkRow } from '#app/domain/evidence/view.ts'
import type { Evidence } from '#prisma/generated/client.ts'

/** Who publishes the acts of an import, and when. */
export type ImportSetting = {
	readonly ruleSetId: string
	readonly actorOrganizationId: string
	/** Null where the plan is published here rather than imported. */
	readonly importedById: string | null
	readonly on: CalendarDay
	readonly at: Date
}

type Act<K extends ActRows['kind']> = Extract<ActRows, { kind: K }>
type Coding = PlanImport['codings'][number]
type Claim = MilestoneImport['claims'][number]

/** The acts a plan's import consists of, each in its first version and with a salt of its own: plan first, then commitment by commitment. */
export function actsFromImport(given: PlanImport, setting: ImportSetting): readonly ActRows[] {
	const { plan, commitments, codings } = given
	return [
		planAct(plan, setting),
		...commitments.flatMap((commitment, at) => commitmentActs(given, commitment, { at, setting })),
		...codings.map((coding) => codingAct(coding, { planId: plan.id, commitmentId: null }, setting)),
	]
}

/** How many acts of each kind there are. */
export type ActCounts = { readonly [K in ActKind]?: number }

/** Counts acts by their kind; kinds that do not occur are absent. */
export function countByKind(acts: readonly Pick<ActRows, 'kind'>[]): ActCounts {
	const counts: { [K in ActKind]?: number } = {}
	for (const { kind } of acts) counts[kind] = (counts[kind] ?? 0) + 1
	return counts
}

/** The organizations an import brings along, with the ids its claims name. */
export function institutionsOf(given: PlanImport) {
	return given.institutions.map(({ key, nameEn, nameId }) => ({
		id: idWithin(given.plan.memberId, key),
		memberId: given.plan.memberId,
		kind: 'GOVERNMENT_INSTITUTION',
		nameEn,
		nameId,
	}))
}

/** What every first version of an imported or seeded act carries. */
export function headOf(setting: Omit<ImportSetting, 'ruleSetId'>) {
	return {
		version: 1,
		actorOrganizationId: setting.actorOrganizationId,
		importedById: setting.importedById,
		publishedOn: setting.on,
		salt: randomFillSync(new Uint8Array(32)),
	}
}

function planAct(plan: PlanImport['plan'], setting: ImportSetting): Act<'action-plan.published'> {
	const { id, memberId, ruleSetId, status, ...text } = plan
	return {
		kind: 'action-plan.published',
		plan: {
			id,
			memberId,
			ruleSetId: ruleSetId ?? setting.ruleSetId,
			status,
			checkpointScheme: null,
			createdAt: setting.at,
		},
		row: { actionPlanId: id, ...text, ...headOf(setting) },
	}
}

type Place = { readonly at: number; readonly setting: ImportSetting }

function commitmentActs(
	given: PlanImport,
	commitment: CommitmentImport,
	{ at, setting }: Place,
): readonly ActRows[] {
	const { key, ogpId, milestones, codings, ...text } = commitment
	const actionPlanId = given.plan.id
	const id = idWithin(actionPlanId, key)
	return [
		{
			kind: 'commitment.published',
			commitment: { id, actionPlanId, position: at + 1, ogpId, createdAt: setting.at },
			row: { commitmentId: id, ...text, ...NO_FURTHER_COMMITMENT_TEXT, ...headOf(setting) },
		},
		...milestones.flatMap((milestone, m) =>
			milestoneActs(given.plan.memberId, { commitmentId: id, milestone }, { at: m, setting }),
		),
		...codings.map((coding) => codingAct(coding, { planId: actionPlanId, commitmentId: id }, setting)),
	]
}

function milestoneActs(
	memberId: string,
	{ commitmentId, milestone }: { commitmentId: string; milestone: MilestoneImport },
	{ at, setting }: Place,
): readonly ActRows[] {
	const { key, claims, ...text } = milestone
	const id = idWithin(commitmentId, key)
	return [
		{
			kind: 'milestone.published',
			milestone: { id, commitmentId, position: at + 1, createdAt: setting.at },
			row: { milestoneId: id, ...text, ...NO_FURTHER_MILESTONE_TEXT, ...headOf(setting) },
		},
		...claims.map((claim) => claimAct(claim, { memberId, milestoneId: id }, setting)),
	]
}

function claimAct(
	claim: Claim,
	{ memberId, milestoneId }: { memberId: string; milestoneId: string },
	setting: ImportSetting,
): Act<'progress-update.published'> {
	const { key, institution, evidence, ...text } = claim
	const recordId = idWithin(milestoneId, key)
	return {
		kind: 'progress-update.published',
		row: {
			recordId,
			milestoneId,
			checkpointId: null,
			organizationId: idWithin(memberId, institution),
			isNil: false,
			submittedById: null,
			approvedById: null,
			isImported: true,
			...NO_FURTHER_ANSWERS,
			publishedAt: setting.at,
			privateSalt: randomFillSync(new Uint8Array(32)),
			...text,
			...headOf(setting),
		},
		evidence: evidence.map((link, position) => evidenceRow(recordId, position, link)),
	}
}

/** One row of evidence put forward with the first version of an act. */
export function evidenceRow(
	recordId: string,
	position: number,
	link: Pick<Evidence, 'kind' | 'url' | 'title'> & { readonly stance?: Evidence['stance'] },
): Evidence {
	const row = linkRow({ recordId, version: 1 }, position, { stance: null, ...link })
	return { ...row, id: `${recordId}-v1-e${String(position + 1)}` }
}

/** A value of the IRM as an act: of a commitment or, where none is named, of its plan. */
export function codingAct(
	coding: Coding,
	{ planId, commitmentId }: { planId: string; commitmentId: string | null },
	setting: ImportSetting,
): Act<'irm-coding.published'> {
	const { key, ...value } = coding
	return {
		kind: 'irm-coding.published',
		row: {
			recordId: idWithin(commitmentId ?? planId, key),
			actionPlanId: planId,
			commitmentId,
			...value,
			submittedById: null,
			publishedAt: null,
			privateSalt: null,
			...headOf(setting),
		},
	}
}
