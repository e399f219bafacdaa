import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import {
	aCheckpoint,
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlan,
	aPlanRecord,
	aVerification,
} from './plan-record.ts'

/**
 * A demonstration plan with one of everything a report must be able to say: a claim that a monitor cut down, one
 * that agrees, a nil report, an imported claim in other words, silence, letters of other scripts, and a title as
 * long as the longest real one.
 */
export function aSmallPlanRecord(): PlanRecord {
	const commitments = [cutDown(), agreed(), imported(), silent()]
	return aPlanRecord({
		plan: aPlan({ commitmentsPublished: 5, commitmentsHere: commitments.length }),
		checkpoints: [
			aCheckpoint(),
			aCheckpoint({ id: 'checkpoint-b12', code: 'B12', opensOn: '2026-12-01', dueOn: '2026-12-31' }),
		],
		commitments,
	})
}

function cutDown() {
	return aCommitmentRecord({
		milestones: [
			aMilestoneRecord({
				claims: [
					aClaim({
						level: 'COMPLETE',
						challenges: ['FUNDING', 'OTHER'],
						challengeText: 'Two villages have no power.',
					}),
					aClaim({ recordId: 'claim-0', checkpointCode: 'B03', level: 'LIMITED', publishedOn: '2026-03-20' }),
				],
				verifications: [
					aVerification({ claim: { recordId: 'claim-1', version: 1 } }),
					aVerification({
						recordId: 'verification-2',
						organizationId: 'cso-2',
						organizationName: { en: 'Village Forum', id: 'Forum Desa' },
						independence: 'INTERESTED',
						interestStatement: 'A member of our board works for the agency.',
						level: 'COMPLETE',
						outcome: 'CONFIRMED',
						method: 'INTERVIEW',
						confidence: 'LOW',
						evidence: [
							{ kind: 'INTERVIEW', url: 'Minutes in our archive, no. 12', title: null, stance: 'SUPPORTS' },
						],
					}),
				],
			}),
			aMilestoneRecord({
				id: 'milestone-2',
				number: '1.2',
				title: { en: 'Public hearings — جلسات عامة — in ten villages → twice a year 中文', id: null },
				endsOn: '2027-06',
				claims: [aClaim({ milestoneId: 'milestone-2', isNil: true, level: 'NOT_STARTED', evidence: [] })],
			}),
		],
		codings: [
			aCoding(),
			aCoding({
				recordId: 'coding-2',
				indicator: 'AMBITION',
				value: null,
				valueAsPublished: 'Modest',
				year: null,
			}),
		],
	})
}

function agreed() {
	return aCommitmentRecord({
		id: 'commitment-2',
		position: 2,
		number: '2',
		title: { en: 'Complaints answered in five days', id: 'Pengaduan dijawab dalam lima hari' },
		milestones: [
			aMilestoneRecord({
				id: 'milestone-3',
				number: null,
				title: { en: 'A register of complaints', id: 'Register pengaduan' },
				claims: [aClaim({ milestoneId: 'milestone-3', recordId: 'claim-3', evidence: [] })],
				verifications: [
					aVerification({
						recordId: 'verification-3',
						level: 'SUBSTANTIAL',
						outcome: 'CONFIRMED',
						claim: { recordId: 'claim-3', version: 1 },
						evidence: [],
					}),
				],
			}),
		],
	})
}

function imported() {
	return aCommitmentRecord({
		id: 'commitment-3',
		position: 3,
		number: null,
		title: { en: LONG_TITLE, id: null },
		milestones: [
			aMilestoneRecord({
				id: 'milestone-4',
				number: '3.1',
				title: { en: LONG_TITLE, id: null },
				startsOn: null,
				endsOn: null,
				claims: [
					aClaim({
						milestoneId: 'milestone-4',
						recordId: 'claim-4',
						checkpointCode: null,
						level: null,
						levelAsPublished: 'In Progress',
						provenance: {
							source: 'Open data of the province',
							sourceUrl: 'https://example.org/data',
							sourcePublishedOn: '2026-04',
							importedBy: { en: 'Site administration', id: 'Administrasi situs' },
						},
						evidence: [
							{
								kind: 'DATASET',
								url: `https://example.org/${'a-very-long-path/'.repeat(14)}data.csv?a=1&b=(2)`,
								title: null,
								stance: null,
							},
						],
					}),
				],
			}),
		],
		verifications: [
			aVerification({
				recordId: 'verification-4',
				milestoneId: null,
				claim: null,
				level: null,
				outcome: 'CANNOT_VERIFY',
				evidence: [],
			}),
		],
	})
}

function silent() {
	return aCommitmentRecord({
		id: 'commitment-4',
		position: 4,
		number: '4',
		title: { en: 'Data & <maps> of "public" services', id: 'Data & <peta> layanan "publik"' },
		leadInstitution: null,
		milestones: [],
	})
}

/** 663 letters, as long as the longest title of a real commitment. */
export const LONG_TITLE =
	'To strengthen transparency about expected contract opportunities, agencies identify a common list. '
		.repeat(7)
		.slice(0, 662)
		.concat('.')
