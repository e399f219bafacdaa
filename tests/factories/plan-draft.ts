import { NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { EMPTY_COMMITMENT_TEXT, EMPTY_MILESTONE_TEXT } from '#app/domain/commitment-draft/view.ts'
import { draftRowsFrom } from '#app/domain/plan-draft/view.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import type { Database } from '#app/db.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { withRules } from './other-rules.ts'
import { MORNING } from './stored-plan.ts'
import { aRuleSet } from './rule-set.ts'

type Commitment = DraftedPlan['commitments'][number]
type Milestone = Commitment['milestones'][number]

/** A milestone of which nothing is missing; change one part of its text. */
export function aMilestoneDraft(over: Partial<Milestone['text']> = {}, id = 'draft-c1-m1'): Milestone {
	return {
		id,
		text: {
			...EMPTY_MILESTONE_TEXT,
			number: '1.1',
			titleId: 'Menerbitkan peraturan',
			titleEn: 'Issue the regulation',
			deliverableId: 'Peraturan bupati',
			responsible: 'Bagian Hukum',
			startsOn: '2027-01-01',
			endsOn: '2027-06-30',
			protocol: {
				whatId: 'Peraturan telah diundangkan',
				whatEn: null,
				whereId: 'Berita daerah',
				whereEn: null,
				who: 'Forum Warga',
				byOn: '2027-07-31',
			},
			...over,
		},
	}
}

/** A commitment of which nothing is missing; change one part of its text, or the rest of it. */
export function aCommitmentDraft(
	text: Partial<Commitment['text']> = {},
	{ id = 'draft-c1', ...rest }: Partial<Omit<Commitment, 'text'>> = {},
): Commitment {
	return {
		id,
		leadId: 'agency',
		supportIds: ['other-agency'],
		milestones: [aMilestoneDraft({}, `${id}-m1`)],
		...rest,
		text: {
			...EMPTY_COMMITMENT_TEXT,
			number: '1',
			titleId: 'Anggaran terbuka',
			titleEn: 'Open budget',
			problemId: 'Warga tidak mengetahui anggaran.',
			baselineId: 'Hanya ringkasan yang terbit.',
			descriptionId: 'Menerbitkan seluruh anggaran.',
			contributionId: 'Warga dapat mengawasi.',
			startsOn: '2027-01-01',
			endsOn: '2028-12-31',
			ogpValues: [{ code: 'TRANSPARENCY', justification: 'Membuka data.' }],
			policyAreas: ['Fiscal openness'],
			...text,
		},
	}
}

/** A plan of two years with one commitment, of which nothing is missing. */
export function aPlanDraft(over: Partial<DraftedPlan> = {}): DraftedPlan {
	return {
		id: 'draft',
		memberId: 'example',
		ruleSetId: aRuleSet().id,
		checkpointScheme: 'HALF_YEARLY',
		commitments: [aCommitmentDraft()],
		...over,
		text: {
			number: '2',
			titleId: 'Rencana aksi kedua',
			titleEn: 'Second action plan',
			startsOn: '2027-01-01',
			endsOn: '2028-12-31',
			administrationEndsOn: '2029-12-31',
			...over.text,
		},
	}
}

/** Stores a draft, written by the secretariat of the example member, whose rules get the national numbers. */
export async function storeDraft(database: Database, plan: DraftedPlan, state = 'DRAFT'): Promise<void> {
	const { db } = database
	const rows = draftRowsFrom(plan, MORNING)
	await withRules(database, { cycle: NATIONAL_CYCLE })
	await db.planDraft.create({
		data: {
			id: plan.id,
			memberId: plan.memberId,
			organizationId: 'secretariat',
			ruleSetId: plan.ruleSetId,
			checkpointScheme: plan.checkpointScheme,
			state,
			text: plan.text,
			createdById: 'secretariat',
			submittedById: state === 'SUBMITTED' ? 'secretariat' : null,
			submittedAt: state === 'SUBMITTED' ? MORNING : null,
			createdAt: MORNING,
			updatedAt: MORNING,
		},
	})
	await db.$transaction((tx) =>
		insertTables(tx, [
			['CommitmentDraft', rows.commitments],
			['MilestoneDraft', rows.milestones],
		]),
	)
}
