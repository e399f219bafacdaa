import type {
	CheckpointView,
	CommitmentRecord,
	MilestoneRecord,
	PlanRecord,
	PlanView,
	TextOrigin,
} from '#app/domain/action-plan/view.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { aRuleSet } from './rule-set.ts'

/** A text published on this site. */
export function anOrigin(over: Partial<TextOrigin> = {}): TextOrigin {
	return {
		version: 1,
		source: 'Published by the member',
		sourceUrl: null,
		importedBy: null,
		publishedOn: '2026-01-05',
		ledgerIndex: 0,
		...over,
	}
}

export function aMember(over: Partial<MemberView> = {}): MemberView {
	return {
		id: 'member-example',
		level: 'LOCAL',
		localType: 'REGENCY',
		countryCode: 'ID',
		name: { en: 'Example Regency', id: 'Kabupaten Contoh' },
		timeZone: 'Asia/Jakarta',
		participationMode: 'OGP_LOCAL_MEMBER',
		joinedYear: 2024,
		isDemonstration: true,
		notes: [],
		source: 'Demonstration data of this site',
		...over,
	}
}

export function aPlan(over: Partial<PlanView> = {}): PlanView {
	return {
		id: 'plan-example',
		member: aMember(),
		status: 'IN_IMPLEMENTATION',
		number: '1',
		title: { en: 'Open government action plan 2026–2027', id: 'Rencana aksi pemerintahan terbuka 2026–2027' },
		startsOn: '2026-01-01',
		endsOn: '2027-12-31',
		submittedOn: '2026-01-10',
		commitmentsPublished: 1,
		commitmentsHere: 1,
		origin: anOrigin(),
		...over,
	}
}

export function aCheckpoint(over: Partial<CheckpointView> = {}): CheckpointView {
	return {
		id: 'checkpoint-b06',
		code: 'B06',
		opensOn: '2026-06-01',
		dueOn: '2026-06-30',
		lockedOn: null,
		...over,
	}
}

/** A milestone that says everything a concrete one must say; nobody has reported on it. */
export function aMilestoneRecord(over: Partial<MilestoneRecord> = {}): MilestoneRecord {
	return {
		id: 'milestone-1',
		number: '1.1',
		title: { en: 'Publish village budgets online', id: 'Menerbitkan anggaran desa secara daring' },
		deliverable: { en: 'Budget pages of all villages', id: 'Halaman anggaran semua desa' },
		responsible: 'Village Empowerment Agency',
		startsOn: '2026-02-01',
		endsOn: '2026-06-30',
		origin: anOrigin(),
		claims: [],
		verifications: [],
		...over,
	}
}

/** A commitment that passes the tests of E2, with one milestone. */
export function aCommitmentRecord(over: Partial<CommitmentRecord> = {}): CommitmentRecord {
	return {
		id: 'commitment-1',
		ogpId: null,
		position: 1,
		number: '1',
		title: { en: 'Open village budgets', id: 'Anggaran desa terbuka' },
		theme: null,
		description: { en: 'Budgets are published and discussed.', id: 'Anggaran diterbitkan dan dibahas.' },
		problem: { en: 'Residents cannot see village budgets.', id: 'Warga tidak dapat melihat anggaran desa.' },
		baseline: { en: 'Two of ten villages publish.', id: 'Dua dari sepuluh desa menerbitkan.' },
		leadInstitution: 'Village Empowerment Agency',
		supportingInstitutions: null,
		startsOn: '2026-01-01',
		endsOn: '2027-12-31',
		ogpValues: [{ code: 'TRANSPARENCY', justification: 'Budgets become public.' }],
		policyAreas: [],
		origin: anOrigin(),
		milestones: [aMilestoneRecord()],
		verifications: [],
		codings: [],
		...over,
	}
}

/** What government says about a milestone: filed here, for B06, with one piece of evidence. */
export function aClaim(over: Partial<ClaimView> = {}): ClaimView {
	return {
		recordId: 'claim-1',
		version: 1,
		milestoneId: 'milestone-1',
		checkpointCode: 'B06',
		organizationId: 'agency-1',
		organizationName: { en: 'Village Empowerment Agency', id: 'Dinas Pemberdayaan Desa' },
		isNil: false,
		level: 'SUBSTANTIAL',
		levelAsPublished: null,
		done: { en: 'Seven of ten villages publish.', id: 'Tujuh dari sepuluh desa menerbitkan.' },
		challenges: [],
		challengeText: null,
		evidence: [
			{ kind: 'WEBPAGE', url: 'https://example.org/budgets', title: 'Village budgets', stance: null },
		],
		provenance: null,
		publishedOn: '2026-06-20',
		ledgerIndex: 10,
		...over,
	}
}

/** What a civil-society monitor found about the milestone's claim, independently. */
export function aVerification(over: Partial<VerificationView> = {}): VerificationView {
	return {
		recordId: 'verification-1',
		version: 1,
		commitmentId: 'commitment-1',
		milestoneId: 'milestone-1',
		checkpointCode: 'B06',
		claim: { recordId: 'claim-1', version: 1 },
		organizationId: 'cso-1',
		organizationName: { en: 'Budget Watch', id: 'Pemantau Anggaran' },
		level: 'LIMITED',
		outcome: 'PARTLY_CONFIRMED',
		method: 'SITE_VISIT',
		confidence: 'HIGH',
		rationale: {
			en: 'We opened every page and found complete budgets for four of ten villages.',
			id: 'Kami membuka setiap halaman dan menemukan anggaran lengkap untuk empat dari sepuluh desa.',
		},
		evidence: [{ kind: 'PHOTO', url: 'https://example.org/visit', title: null, stance: 'CONTRADICTS' }],
		independence: 'INDEPENDENT',
		interestStatement: null,
		publishedOn: '2026-07-10',
		ledgerIndex: 11,
		...over,
	}
}

/** A level the IRM gave a commitment, imported from its data. */
export function aCoding(over: Partial<CodingView> = {}): CodingView {
	return {
		recordId: 'coding-1',
		version: 1,
		commitmentId: 'commitment-1',
		indicator: 'COMPLETION',
		value: 'LIMITED',
		valueAsPublished: 'Limited',
		product: 'IRM results report',
		year: 2026,
		source: 'IRM data',
		sourceUrl: null,
		importedBy: { en: 'Site administration', id: 'Administrasi situs' },
		publishedOn: '2026-11-01',
		ledgerIndex: 12,
		...over,
	}
}

/** A plan in force with one commitment and one checkpoint. */
export function aPlanRecord(over: Partial<PlanRecord> = {}): PlanRecord {
	const commitments = over.commitments ?? [aCommitmentRecord()]
	return {
		plan: aPlan({ commitmentsPublished: commitments.length, commitmentsHere: commitments.length }),
		ruleSet: aRuleSet(),
		checkpoints: [aCheckpoint()],
		commitments,
		codings: [],
		ledgerSize: 20,
		...over,
	}
}
