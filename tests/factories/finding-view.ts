import type { ConflictView } from '#app/domain/conflict/view.ts'
import type { FindingDraft, FindingView } from '#app/domain/finding-draft/view.ts'
import type { SubjectView } from '#app/domain/finding-ground/view.ts'
import { aClaim } from './plan-record.ts'

/** A milestone with a claim on it, as a monitor sees it. */
export function aSubject(over: Partial<SubjectView> = {}): SubjectView {
	return {
		plan: { id: 'plan-example', title: { en: 'Plan', id: 'Rencana' } },
		member: { name: { en: 'Example Regency', id: 'Kabupaten Contoh' }, isDemonstration: true },
		commitment: {
			id: 'commitment-1',
			number: '1',
			title: { en: 'Open village budgets', id: 'Anggaran desa terbuka' },
			description: { en: null, id: null },
		},
		milestone: {
			id: 'milestone-1',
			number: '1.1',
			title: { en: 'Publish village budgets online', id: 'Menerbitkan anggaran desa secara daring' },
			deliverable: { en: null, id: null },
			startsOn: '2026-02-01',
			endsOn: '2026-06-30',
		},
		checkpoint: { code: 'B06', dueOn: '2026-06-30' },
		claim: aClaim(),
		stated: null,
		...over,
	}
}

const none = {
	hasInterest: false,
	interests: [],
	statement: null,
	declaredOn: '2026-07-01',
	validUntilOn: '2027-07-01',
}

/** Neither the monitor nor the organization has an interest, and the record shows none. */
export function aConflict(over: Partial<ConflictView> = {}): ConflictView {
	return {
		declarations: { PERSON: none, ORGANIZATION: none },
		ties: { isNamed: false, officeUntil: null },
		declarationMonths: 12,
		employmentMonths: 24,
		...over,
	}
}

/** A finding with all that every finding says. */
export function aDraft(over: Partial<FindingDraft> = {}): FindingDraft {
	return {
		id: 'draft-1',
		version: 4,
		level: 'LIMITED',
		outcome: 'PARTLY_CONFIRMED',
		method: 'SITE_VISIT',
		furtherMethods: [],
		confidence: 'HIGH',
		confidenceNeeds: { en: null, id: null },
		protocolChecks: [],
		followsUp: null,
		rationale: { en: 'We opened every page and found four of ten villages.', id: null },
		evidence: [{ kind: 'PHOTO', url: 'https://example.org/visit', title: 'Visit', stance: 'SUPPORTS' }],
		review: 'NONE',
		reviewNote: null,
		...over,
	}
}

/** A complete finding on a claim, before it is published. */
export function aFindingView(over: Partial<FindingView> = {}): FindingView {
	return {
		subject: aSubject(),
		draft: aDraft(),
		faults: [],
		newerClaim: null,
		conflict: aConflict(),
		earlier: [],
		isReviewed: false,
		closedBecause: null,
		...over,
	}
}
