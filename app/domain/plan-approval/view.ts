import { randomFillSync } from 'node:crypto'
import { checkpointsOf } from '#app/domain/checkpoint/rules.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import type { PlanStage } from '#prisma/generated/client.ts'

/** What a draft cannot say of the acts it becomes. */
export type ApprovalSetting = {
	/** Where the text comes from: the organization that publishes it, by its names. */
	readonly source: string
	readonly organizationId: string
	readonly submittedById: string
	readonly approvedById: string
	/** Record of the stage that the plan enters. */
	readonly stageRecordId: string
	/** The member's day; the log's is that of UTC. */
	readonly today: CalendarDay
	readonly publishedOn: CalendarDay
	readonly at: Date
	readonly lockDays: number
}

type Drafted = DraftedPlan['commitments'][number]

/** The acts of an approved plan in the order of the log: the plan, its commitments with their milestones, its stage. */
export function actsFromApproval(plan: DraftedPlan, setting: ApprovalSetting): readonly ActRows[] {
	const { id, memberId, ruleSetId, checkpointScheme, text, commitments } = plan
	return [
		{
			kind: 'action-plan.published',
			plan: { id, memberId, ruleSetId, status: 'SUBMITTED', checkpointScheme, createdAt: setting.at },
			row: {
				actionPlanId: id,
				number: text.number,
				titleEn: text.titleEn,
				titleId: text.titleId,
				startsOn: text.startsOn,
				endsOn: text.endsOn,
				submittedOn: setting.today,
				commitmentsPublished: commitments.length,
				...headOf(setting),
			},
		},
		...commitments.flatMap((commitment, at) => commitmentActs(commitment, { planId: id, at, setting })),
		{ kind: 'plan-stage.published', row: stageRow(plan, setting) },
	]
}

/** The rows around the acts: who answers for each commitment, and the checkpoints. */
export function rowsAroundApproval(plan: DraftedPlan, lockDays: number): readonly TableRows[] {
	const { startsOn, endsOn } = plan.text
	const checkpoints =
		startsOn === null || endsOn === null
			? []
			: checkpointsOf({ startsOn, endsOn }, plan.checkpointScheme, lockDays)
	return [
		[
			'CommitmentInstitution',
			plan.commitments.flatMap(({ id: commitmentId, leadId, supportIds }) => [
				...(leadId === null ? [] : [{ commitmentId, organizationId: leadId, isLead: true }]),
				...supportIds.map((organizationId) => ({ commitmentId, organizationId, isLead: false })),
			]),
		],
		[
			'Checkpoint',
			checkpoints.map((checkpoint) => ({
				id: `${plan.id}-${checkpoint.code.toLowerCase()}`,
				actionPlanId: plan.id,
				...checkpoint,
				reopenedUntilOn: null,
			})),
		],
	]
}

type Place = { readonly planId: string; readonly at: number; readonly setting: ApprovalSetting }

function commitmentActs(commitment: Drafted, { planId, at, setting }: Place): readonly ActRows[] {
	const { id, text, milestones } = commitment
	return [
		{
			kind: 'commitment.published',
			commitment: { id, actionPlanId: planId, position: at + 1, ogpId: null, createdAt: setting.at },
			row: { commitmentId: id, ...text, standing: null, successors: [], ...headOf(setting) },
		},
		...milestones.map((milestone, position): ActRows => ({
			kind: 'milestone.published',
			milestone: {
				id: milestone.id,
				commitmentId: id,
				position: position + 1,
				createdAt: setting.at,
			},
			row: {
				milestoneId: milestone.id,
				...milestone.text,
				protocol: milestone.text.protocol ?? {},
				standing: null,
				...headOf(setting),
			},
		})),
	]
}

function stageRow(plan: DraftedPlan, setting: ApprovalSetting): PlanStage {
	return {
		recordId: setting.stageRecordId,
		version: 1,
		actionPlanId: plan.id,
		memberId: plan.memberId,
		stage: 'SUBMITTED',
		effectiveOn: setting.today,
		closesOn: null,
		noteEn: null,
		noteId: null,
		text: null,
		submittedById: setting.submittedById,
		approvedById: setting.approvedById,
		actorOrganizationId: setting.organizationId,
		publishedOn: setting.publishedOn,
		publishedAt: setting.at,
		salt: salt(),
		privateSalt: salt(),
	}
}

function headOf(setting: ApprovalSetting) {
	return {
		version: 1,
		otherLanguages: {},
		source: setting.source,
		sourceUrl: null,
		actorOrganizationId: setting.organizationId,
		importedById: null,
		publishedOn: setting.publishedOn,
		salt: salt(),
	}
}

function salt(): Uint8Array<ArrayBuffer> {
	return randomFillSync(new Uint8Array(32))
}
