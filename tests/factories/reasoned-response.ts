import type { ContributionView } from '#app/domain/public-contribution/view.ts'
import type { ReasonedResponse } from '#app/domain/reasoned-response/view.ts'
import { aMember } from './plan-record.ts'

/** A contribution that was accepted for a commitment; one thing overridden. */
export function aGivenContribution(over: Partial<ContributionView> = {}): ContributionView {
	return {
		recordId: 'g-1',
		consultationId: 'c-1',
		publishedOn: '2026-07-03',
		said: {
			text: 'Terbitkan anggaran desa.',
			locale: 'id',
			name: null,
			sector: 'CSO',
			receivedOn: '2026-07-03',
			channel: 'FORM',
			paperNumber: null,
		},
		hidden: null,
		answer: {
			recordId: 'r-1',
			version: 1,
			contributionId: 'g-1',
			outcome: 'ACCEPTED',
			reason: { en: null, id: 'Sudah menjadi komitmen.' },
			commitmentId: 'k1',
			publishedOn: '2026-08-02',
		},
		...over,
	}
}

/** What became of a consultation with one contribution; one thing overridden. */
export function aReasonedResponse(over: Partial<ReasonedResponse> = {}): ReasonedResponse {
	return {
		consultation: {
			recordId: 'c-1',
			version: 1,
			title: { en: 'Consultation on the plan', id: 'Konsultasi rencana aksi' },
			question: { en: 'What should be promised?', id: 'Apa yang perlu dijanjikan?' },
			channel: 'FORM',
			opensOn: '2026-07-01',
			closesOn: '2026-07-31',
			takesForms: true,
			isRetracted: false,
			url: null,
			planId: 'plan',
			member: aMember(),
			today: '2026-08-10',
			state: 'CLOSED',
			publishedOn: '2026-06-20',
		},
		counts: {
			contributions: 1,
			hidden: 0,
			answers: { ACCEPTED: 1 },
			answered: 1,
			lastAnsweredOn: '2026-08-02',
		},
		contributions: [aGivenContribution()],
		commitments: [{ id: 'k1', number: '1', title: { en: 'Open budgets', id: 'Anggaran terbuka' } }],
		ledgerSize: 12,
		...over,
	}
}
