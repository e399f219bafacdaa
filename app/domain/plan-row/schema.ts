import { z } from 'zod'
import { packedActs, packedTable } from '#app/domain/packed-rows.ts'
import type {
	ActionPlan,
	ActionPlanVersion,
	Amendment,
	Checkpoint,
	Commitment,
	CommitmentLevel,
	CommitmentVersion,
	Evidence,
	IrmCoding,
	Member,
	Milestone,
	MilestoneVersion,
	ProgressUpdate,
	RuleSet,
	Verification,
	Withdrawal,
} from '#prisma/generated/client.ts'

/** Plans and the texts of their promises. */
export const MEMBERS = packedTable<Member>('Member')
export const RULE_SETS = packedTable<RuleSet>('RuleSet')
export const PLANS = packedTable<ActionPlan>('ActionPlan')
export const PLAN_TEXTS = packedActs<ActionPlanVersion>('ActionPlanVersion', 'actionPlanId')
export const COMMITMENTS = packedTable<Commitment>('Commitment')
export const COMMITMENT_TEXTS = packedActs<CommitmentVersion>('CommitmentVersion', 'commitmentId', {
	...{ commitmentId: true, version: true, number: true, titleEn: true, titleId: true, theme: true },
	...{ descriptionEn: true, descriptionId: true, problemEn: true, problemId: true },
	...{ baselineEn: true, baselineId: true, otherLanguages: true, leadInstitution: true },
	...{ supportingInstitutions: true, startsOn: true, endsOn: true, ogpValues: true, policyAreas: true },
	...{ contributionEn: true, contributionId: true, additionalEn: true, additionalId: true },
	...{ standing: true, successors: true, carriedOverFrom: true, source: true, sourceUrl: true },
	...{ actorOrganizationId: true, importedById: true, publishedOn: true },
})
export const MILESTONES = packedTable<Milestone>('Milestone', {
	...{ id: true, commitmentId: true, position: true, createdAt: true },
})
export const MILESTONE_TEXTS = packedActs<MilestoneVersion>('MilestoneVersion', 'milestoneId', {
	...{ milestoneId: true, version: true, number: true, titleEn: true, titleId: true },
	...{ deliverableEn: true, deliverableId: true, otherLanguages: true, responsible: true },
	...{ startsOn: true, endsOn: true, protocol: true, standing: true, source: true, sourceUrl: true },
	...{ actorOrganizationId: true, importedById: true, publishedOn: true },
})
export const AMENDMENTS = packedActs<Amendment>('Amendment', 'recordId')
export const CHECKPOINTS = packedTable<Checkpoint>('Checkpoint')

/** Reports of institutions: the acts of which there are most, with evidence. */
export const CLAIMS = packedActs<ProgressUpdate>('ProgressUpdate', 'recordId', {
	...{ recordId: true, version: true, milestoneId: true, checkpointId: true, organizationId: true },
	...{ isNil: true, claimedLevel: true, levelAsPublished: true, doneEn: true, doneId: true },
	...{ challenges: true, challengeText: true, nextStepEn: true, nextStepId: true, textStates: true },
	...{ startedOn: true, finishedOn: true, expectedOn: true, submittedById: true, approvedById: true },
	...{ isImported: true, source: true, sourceUrl: true, sourcePublishedOn: true, importedById: true },
	...{ actorOrganizationId: true, publishedOn: true, publishedAt: true },
})

/** What claims say in words. */
export const CLAIM_WORDS = ['doneEn', 'doneId', 'challengeText', 'nextStepEn', 'nextStepId'] as const

/** Findings. */
export const FINDINGS = packedActs<Verification>('Verification', 'recordId', {
	...{ recordId: true, version: true, commitmentId: true, milestoneId: true, checkpointId: true },
	...{ claimRecordId: true, claimVersion: true, organizationId: true, authorId: true },
	...{ verifiedLevel: true, outcome: true, method: true, confidence: true, furtherMethods: true },
	...{ confidenceNeedsEn: true, confidenceNeedsId: true, protocolChecks: true, followsUpRecordId: true },
	...{ isPeerReviewed: true, reviewedById: true, rationaleEn: true, rationaleId: true },
	...{ hasInterest: true, interestStatement: true, interests: true, independence: true },
	...{ actorOrganizationId: true, publishedOn: true, publishedAt: true },
})

/** What findings say in words. */
export const FINDING_WORDS = [
	...(['confidenceNeedsEn', 'confidenceNeedsId', 'rationaleEn', 'rationaleId'] as const),
	'interestStatement',
] as const

/** What was put forward with acts. */
export const EVIDENCE = packedTable<Evidence>('Evidence', {
	...{ id: true, recordId: true, recordVersion: true, position: true, kind: true, url: true, title: true },
	...{ stance: true, excerpt: true, locator: true, part: true, visibility: true, fileSha256: true },
	...{ fileMediaType: true, fileBytes: true, previewSha256: true, originalSeal: true, removed: true },
	...{ altText: true, archiveUrl: true, embargoUntil: true },
})

/** What is said of evidence in words, and of where else it lies. */
export const EVIDENCE_WORDS = [
	'title',
	'excerpt',
	'locator',
	'originalSeal',
	'altText',
	'archiveUrl',
] as const

/** Everything else that was said about promises. Of withdrawals no page says more. */
export const WITHDRAWALS = packedActs<
	Pick<Withdrawal, 'recordId' | 'version' | 'commitmentId' | 'milestoneId' | 'publishedOn'>
>('Withdrawal', 'recordId', {
	recordId: true,
	version: true,
	commitmentId: true,
	milestoneId: true,
	publishedOn: true,
})
export const CODINGS = packedActs<IrmCoding>('IrmCoding', 'recordId')
export const LEVELS = packedActs<CommitmentLevel>('CommitmentLevel', 'recordId')

/** Names of some organizations, as an expression of a statement. */
export function organizationsIn(ids: string): string {
	return `(SELECT json_agg(json_build_array(o."id", o."nameEn", o."nameId")) FROM "Organization" o WHERE o."id" IN (${ids}))`
}

/** Names of organizations, by their ids. */
export const OrganizationNames = z
	.array(z.tuple([z.string(), z.string(), z.string()]))
	.nullable()
	.transform((rows) => new Map((rows ?? []).map(([id, nameEn, nameId]) => [id, { en: nameEn, id: nameId }])))
