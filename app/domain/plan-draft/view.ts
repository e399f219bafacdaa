import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import type { CommitmentDraft, MilestoneDraft, PlanDraft } from '#prisma/generated/client.ts'
import type { DraftProblem, DraftWarning, Notice } from './rules.ts'
import { CommitmentText, MilestoneText, PLAN_DRAFT_STATES, PlanText } from './schema.ts'
import type { DraftedPlan, PlanDraftState } from './schema.ts'

/** A government institution of a member, as plans name it. */
export type InstitutionView = { readonly id: string; readonly name: Bilingual }

/** A plan that is being written, as lists name it. */
export type PlanDraftItem = {
	readonly id: string
	readonly version: number
	readonly state: PlanDraftState
	readonly title: Bilingual
	readonly member: Pick<MemberView, 'id' | 'level' | 'name' | 'isDemonstration'>
	readonly commitments: number
	readonly changedOn: CalendarDay
}

/** A consultation on the text of a plan. */
export type ConsultationItem = {
	readonly recordId: string
	readonly openedOn: CalendarDay
	readonly closesOn: CalendarDay
}

/** A plan that is being written: its text, what it lacks, and what can be done with it today. */
export type PlanDraftView = {
	readonly id: string
	readonly version: number
	readonly state: PlanDraftState
	readonly member: Pick<MemberView, 'id' | 'level' | 'name' | 'isDemonstration'>
	readonly ruleSet: Pick<RuleSetView, 'id' | 'track' | 'version'>
	readonly drafted: DraftedPlan
	/** Of each commitment and milestone of the draft, the version its forms are made from. */
	readonly versions: Readonly<Record<string, number>>
	readonly institutions: readonly InstitutionView[]
	readonly problems: readonly Notice<DraftProblem>[]
	readonly warnings: readonly Notice<DraftWarning>[]
	readonly consultations: readonly ConsultationItem[]
	readonly consultationDays: number
	readonly returnedReason: string | null
	readonly submitted: { readonly by: string; readonly on: CalendarDay } | null
	/** False for whoever submitted it: a second person, the point of contact, approves. */
	readonly mayApprove: boolean
	/** Whether anybody but whoever sent it, or reads it before it is sent, is a point of contact of the member today. */
	readonly hasOtherApprover: boolean
	readonly today: CalendarDay
}

/** A draft with all that belongs to it. */
export type PlanDraftRows = PlanDraft & {
	readonly commitments: readonly (CommitmentDraft & { readonly milestones: readonly MilestoneDraft[] })[]
}

const Ids = z.array(z.string())

/** The whole plan as its rows say it, commitments and milestones in their order. */
export function draftedPlan(row: PlanDraftRows): DraftedPlan {
	return {
		id: row.id,
		memberId: row.memberId,
		ruleSetId: row.ruleSetId,
		checkpointScheme: z.enum(CHECKPOINT_SCHEMES).parse(row.checkpointScheme),
		text: PlanText.parse(row.text),
		commitments: inOrder(row.commitments).map((commitment) => ({
			id: commitment.id,
			text: CommitmentText.parse(commitment.text),
			leadId: commitment.leadId,
			supportIds: Ids.parse(commitment.supportIds),
			milestones: inOrder(commitment.milestones).map((milestone) => ({
				id: milestone.id,
				text: MilestoneText.parse(milestone.text),
			})),
		})),
	}
}

/** The state of a stored draft. */
export function stateOf(row: Pick<PlanDraft, 'state'>): PlanDraftState {
	return z.enum(PLAN_DRAFT_STATES).parse(row.state)
}

/** The versions of all parts of a draft, by their id. */
export function versionsOf(row: PlanDraftRows): Readonly<Record<string, number>> {
	const parts = row.commitments.flatMap((commitment) => [commitment, ...commitment.milestones])
	return Object.fromEntries(parts.map(({ id, version }) => [id, version]))
}

/** The rows of a whole plan, each in its first version, as they are stored in one go. */
export function draftRowsFrom(plan: DraftedPlan, at: Date) {
	const made = { version: 1, createdAt: at, updatedAt: at }
	return {
		commitments: plan.commitments.map(({ id, text, leadId, supportIds }, index) => ({
			id,
			planDraftId: plan.id,
			position: index + 1,
			text,
			leadId,
			supportIds,
			...made,
		})),
		milestones: plan.commitments.flatMap((commitment) =>
			commitment.milestones.map(({ id, text }, index) => ({
				id,
				commitmentDraftId: commitment.id,
				position: index + 1,
				text,
				...made,
			})),
		),
	}
}

/**
 * The plan as it is shown to the public: its institutions by name, so that the text can be read without the lists of
 * this site. A name that was written by hand stays.
 */
export function withInstitutionNames(
	plan: DraftedPlan,
	institutions: readonly InstitutionView[],
): DraftedPlan {
	const names = new Map(institutions.map(({ id, name }) => [id, name.id ?? name.en ?? id]))
	return {
		...plan,
		commitments: plan.commitments.map((commitment) => {
			const { text, leadId, supportIds } = commitment
			const lead = text.leadInstitution ?? (leadId === null ? null : (names.get(leadId) ?? null))
			const support = [...supportIds.flatMap((id) => names.get(id) ?? []), text.supportingInstitutions ?? '']
			const supporting = support.filter((name) => name !== '').join('; ')
			return {
				...commitment,
				text: {
					...text,
					leadInstitution: lead,
					supportingInstitutions: supporting === '' ? null : supporting,
				},
			}
		}),
	}
}

function inOrder<Row extends { readonly position: number }>(rows: readonly Row[]): readonly Row[] {
	return [...rows].sort((a, b) => a.position - b.position)
}
