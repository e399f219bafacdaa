import { EMPTY_COMMITMENT_TEXT, EMPTY_MILESTONE_TEXT } from '#app/domain/commitment-draft/view.ts'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { draftRowsFrom } from '#app/domain/plan-draft/view.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import { DEMONSTRATION_MEMBER, holderOf } from './demonstration-people.ts'

/** The next plan of the demonstration, which is being written: one commitment is whole, the other is not. */
export const DEMONSTRATION_DRAFT = 'contoh-berikutnya'

const SECRETARIAT = 'contoh-sekretariat'

/** The rows of the demonstration's next plan, which begins the day after the present one ends. */
export function demonstrationDraft(presentEndsOn: CalendarDay, at: Date): readonly TableRows[] {
	const plan = nextPlan(addDays(presentEndsOn, 1))
	const rows = draftRowsFrom(plan, at)
	const draft = {
		id: plan.id,
		memberId: plan.memberId,
		organizationId: SECRETARIAT,
		ruleSetId: plan.ruleSetId,
		checkpointScheme: plan.checkpointScheme,
		state: 'DRAFT',
		text: plan.text,
		createdById: holderOf(SECRETARIAT, 'SECRETARIAT'),
		submittedById: null,
		submittedAt: null,
		returnedReason: null,
		version: 1,
		createdAt: at,
		updatedAt: at,
	}
	return [
		['PlanDraft', [draft]],
		['CommitmentDraft', rows.commitments],
		['MilestoneDraft', rows.milestones],
	]
}

function nextPlan(startsOn: CalendarDay): DraftedPlan {
	const endsOn = addDays(addMonths(startsOn, 24), -1)
	return {
		id: DEMONSTRATION_DRAFT,
		memberId: DEMONSTRATION_MEMBER,
		ruleSetId: 'ogp-local-2022.1',
		checkpointScheme: 'QUARTERLY',
		text: {
			number: '2',
			titleEn: 'Second Open Government Action Plan of Example Regency',
			titleId: 'Rencana Aksi Keterbukaan Pemerintah Kedua Kabupaten Contoh',
			startsOn,
			endsOn,
			administrationEndsOn: addMonths(endsOn, 3),
		},
		commitments: [wholeCommitment({ startsOn, endsOn }), BEGUN],
	}
}

/** A commitment of which there is only a title. */
const BEGUN: DraftedPlan['commitments'][number] = {
	id: `${DEMONSTRATION_DRAFT}-2`,
	leadId: null,
	supportIds: [],
	text: {
		...EMPTY_COMMITMENT_TEXT,
		number: '2',
		titleEn: 'Citizens rank small road repairs',
		titleId: 'Warga menentukan urutan perbaikan jalan kecil',
	},
	milestones: [],
}

type Period = { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay }

function wholeCommitment(period: Period): DraftedPlan['commitments'][number] {
	return {
		id: `${DEMONSTRATION_DRAFT}-1`,
		leadId: 'contoh-dinas-kominfo',
		supportIds: ['contoh-bapperida'],
		text: {
			...EMPTY_COMMITMENT_TEXT,
			number: '1',
			titleEn: 'Answers to requests for information are published',
			titleId: 'Jawaban atas permohonan informasi diterbitkan',
			problemEn: 'Every requester asks alone, and the same answer is given many times.',
			problemId: 'Setiap pemohon bertanya sendiri, dan jawaban yang sama diberikan berulang kali.',
			baselineEn: 'No answer is published.',
			baselineId: 'Belum ada jawaban yang diterbitkan.',
			descriptionEn: 'Answers are published without the names of those who asked.',
			descriptionId: 'Jawaban diterbitkan tanpa nama pemohon.',
			contributionEn: 'Whoever has the same question finds the answer.',
			contributionId: 'Siapa pun dengan pertanyaan yang sama dapat menemukan jawabannya.',
			...period,
			ogpValues: [{ code: 'TRANSPARENCY', justification: 'Lebih banyak informasi terbuka tanpa diminta.' }],
			policyAreas: ['Right to Information'],
		},
		milestones: [firstMilestone(period)],
	}
}

/** A milestone that does not say yet how it can be verified. */
function firstMilestone({ startsOn }: Period): DraftedPlan['commitments'][number]['milestones'][number] {
	return {
		id: `${DEMONSTRATION_DRAFT}-1-1`,
		text: {
			...EMPTY_MILESTONE_TEXT,
			number: '1.1',
			titleEn: 'Publish the answers of the first year',
			titleId: 'Menerbitkan jawaban tahun pertama',
			deliverableEn: 'A page with all answers',
			deliverableId: 'Laman berisi seluruh jawaban',
			responsible: 'PPID',
			startsOn,
			endsOn: addDays(addMonths(startsOn, 12), -1),
		},
	}
}
