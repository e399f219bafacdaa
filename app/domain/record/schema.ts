import { z } from 'zod'
import { OtherLanguages } from '#app/domain/action-plan/view.ts'
import { OgpValues, PolicyAreas } from '#app/domain/commitment/view.ts'
import { VISIBILITIES } from '#app/domain/evidence/rules.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'

const text = z.string().nullable()
const head = {
	recordId: z.string().min(1),
	version: z.int().min(1),
	publishedOn: z.iso.date(),
	actorOrganization: z.string().min(1),
}
const imported = { ...head, importedBy: text }
const origin = { source: z.string().min(1), sourceUrl: text }
const period = { startsOn: text, endsOn: text }
const file = z.strictObject({
	sha256: text,
	mediaType: text,
	bytes: z.int().nullable(),
	previewSha256: text,
	originalSeal: text,
	removed: z.array(z.string()),
})

/** A piece of evidence with all that is said of it. */
export const OpenPiece = z.strictObject({
	kind: z.string(),
	url: z.string(),
	title: text,
	stance: text,
	visibility: z.enum(VISIBILITIES),
	archiveUrl: z.exactOptional(z.string()),
	altText: z.exactOptional(z.string()),
	file: z.exactOptional(file),
})
const protectedPiece = z.strictObject({
	kind: z.string(),
	visibility: z.literal('PROTECTED'),
	partHash: z.string(),
	embargoUntil: text,
})
const evidence = z.array(z.union([protectedPiece, OpenPiece]))
/** Seals who acted, and at which instant; the salt of it is never public. */
const sealed = { privateHash: z.exactOptional(z.string()) }

/** What an act says in public, by its kind: the JSON that its leaf seals. */
export const ActContent = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('action-plan.published'),
		...imported,
		memberId: z.string(),
		ruleSetId: z.string(),
		number: text,
		titleEn: text,
		titleId: text,
		otherLanguages: OtherLanguages,
		...period,
		submittedOn: text,
		commitmentsPublished: z.int().nullable(),
		...origin,
	}),
	z.strictObject({
		kind: z.literal('commitment.published'),
		...imported,
		planId: z.string(),
		number: text,
		titleEn: text,
		titleId: text,
		theme: text,
		descriptionEn: text,
		descriptionId: text,
		problemEn: text,
		problemId: text,
		baselineEn: text,
		baselineId: text,
		otherLanguages: OtherLanguages,
		leadInstitution: text,
		supportingInstitutions: text,
		...period,
		ogpValues: OgpValues,
		policyAreas: PolicyAreas,
		...origin,
	}),
	z.strictObject({
		kind: z.literal('milestone.published'),
		...imported,
		commitmentId: z.string(),
		number: text,
		titleEn: text,
		titleId: text,
		deliverableEn: text,
		deliverableId: text,
		otherLanguages: OtherLanguages,
		responsible: text,
		...period,
		...origin,
	}),
	z.strictObject({
		kind: z.literal('progress-update.published'),
		...imported,
		milestoneId: z.string(),
		checkpointId: text,
		organizationId: z.string(),
		isNil: z.boolean(),
		claimedLevel: text,
		levelAsPublished: text,
		doneEn: text,
		doneId: text,
		challenges: z.array(z.string()),
		challengeText: text,
		isImported: z.boolean(),
		source: text,
		sourceUrl: text,
		sourcePublishedOn: text,
		evidence,
		...sealed,
	}),
	z.strictObject({
		kind: z.literal('verification.published'),
		...head,
		commitmentId: z.string(),
		milestoneId: text,
		checkpointId: text,
		claimRecordId: text,
		claimVersion: z.int().nullable(),
		organizationId: z.string(),
		verifiedLevel: text,
		outcome: z.string(),
		method: z.string(),
		confidence: z.string(),
		rationaleEn: text,
		rationaleId: text,
		hasInterest: z.boolean(),
		interestStatement: text,
		independence: z.string(),
		evidence,
		...sealed,
	}),
	z.strictObject({
		kind: z.literal('irm-coding.published'),
		...imported,
		planId: z.string(),
		commitmentId: text,
		indicator: z.string(),
		value: text,
		valueAsPublished: z.string(),
		product: z.string(),
		year: z.int().nullable(),
		...origin,
	}),
	z.strictObject({
		kind: z.literal('report.published'),
		...head,
		planId: z.string(),
		reportKind: z.string(),
		asOfOn: z.string(),
		templateVersion: z.string(),
		snapshotHash: z.string(),
		pdfSha256: z.exactOptional(z.strictObject({ en: z.string(), id: z.string() })),
		...sealed,
	}),
	z.strictObject({
		kind: z.literal('verification.withdrawn'),
		recordId: head.recordId,
		version: head.version,
		publishedOn: head.publishedOn,
		commitmentId: z.string(),
		milestoneId: text,
		...sealed,
	}),
])
export type ActContent = z.infer<typeof ActContent>

/** A leaf of the log, as its bytes say it. */
export const LeafEntry = z.object({
	actorOrganization: z.string(),
	contentHash: z.string(),
	day: z.string(),
	kind: z.enum(ACT_KINDS),
	previous: z.string().nullable(),
	recordId: z.string(),
	version: z.int(),
})
export type LeafEntry = z.infer<typeof LeafEntry>
