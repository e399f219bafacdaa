import type { FindingThread } from '#app/domain/finding-thread/view.ts'
import type { ReplyView } from '#app/domain/reply/view.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'

/** A reply of the agency to the first version of a finding, in time. */
export function aReply(over: Partial<ReplyView> = {}): ReplyView {
	return {
		recordId: 'reply-1',
		version: 1,
		finding: { recordId: 'verification-1', version: 1 },
		organizationId: 'agency-1',
		organizationName: { en: 'Village Empowerment Agency', id: 'Dinas Pemberdayaan Desa' },
		text: { en: 'Seven villages publish now.', id: 'Kini tujuh desa menerbitkan.' },
		evidence: [],
		dueOn: '2026-07-31',
		isLate: false,
		publishedOn: '2026-07-20',
		ledgerIndex: 14,
		...over,
	}
}

/** The author's decision to maintain the finding, after that reply. */
export function aDecision(over: Partial<DecisionView> = {}): DecisionView {
	return {
		recordId: 'decision-1',
		version: 1,
		finding: { recordId: 'verification-1', version: 1 },
		reply: { recordId: 'reply-1', version: 1 },
		decision: 'MAINTAINED',
		changedToVersion: null,
		reason: { en: 'We looked again and found four.', id: 'Kami memeriksa lagi dan menemukan empat.' },
		publishedOn: '2026-07-25',
		ledgerIndex: 15,
		...over,
	}
}

/** The thread of an adverse finding, published on 10 July 2026, to which nobody replied. */
export function aThread(over: Partial<FindingThread> = {}): FindingThread {
	return { dueOn: '2026-07-31', replies: [], decisions: [], ...over }
}
