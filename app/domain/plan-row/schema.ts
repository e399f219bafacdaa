import { z } from 'zod'

const text = z.string()
const maybe = z.string().nullable()

/** An instant as the database writes it into JSON: in UTC, without saying so. */
const instant = z.string().transform((at) => new Date(`${at}Z`))

/** Stored reports of institutions, without what seals them. */
export const ClaimRow = z.object({
	...{ recordId: text, version: z.number(), milestoneId: text, checkpointId: maybe, organizationId: text },
	...{ isNil: z.boolean(), claimedLevel: maybe, levelAsPublished: maybe, doneEn: maybe, doneId: maybe },
	...{ challenges: z.json(), challengeText: maybe, nextStepEn: maybe, nextStepId: maybe, startedOn: maybe },
	...{
		finishedOn: maybe,
		expectedOn: maybe,
		textStates: z.json(),
		submittedById: maybe,
		approvedById: maybe,
	},
	...{
		isImported: z.boolean(),
		source: maybe,
		sourceUrl: maybe,
		sourcePublishedOn: maybe,
		importedById: maybe,
	},
	...{ actorOrganizationId: text, publishedOn: text, publishedAt: instant },
})

/** Stored findings, without what seals them. */
export const FindingRow = z.object({
	...{ recordId: text, version: z.number(), commitmentId: text, milestoneId: maybe, checkpointId: maybe },
	...{ claimRecordId: maybe, claimVersion: z.number().nullable(), organizationId: text, authorId: text },
	...{ verifiedLevel: maybe, outcome: text, method: text, confidence: text, furtherMethods: z.json() },
	...{
		confidenceNeedsEn: maybe,
		confidenceNeedsId: maybe,
		protocolChecks: z.json(),
		followsUpRecordId: maybe,
	},
	...{ isPeerReviewed: z.boolean(), reviewedById: maybe, rationaleEn: maybe, rationaleId: maybe },
	...{ hasInterest: z.boolean(), interestStatement: maybe, interests: z.json(), independence: text },
	...{ actorOrganizationId: text, publishedOn: text, publishedAt: instant },
})

/** Stored evidence, without what seals its parts. */
export const EvidenceRow = z.object({
	...{ id: text, recordId: text, recordVersion: z.number(), position: z.number(), kind: text, url: text },
	...{ title: maybe, stance: maybe, excerpt: maybe, locator: maybe, part: maybe, visibility: text },
	...{ fileSha256: maybe, fileMediaType: maybe, fileBytes: z.number().nullable(), previewSha256: maybe },
	...{ originalSeal: maybe, removed: maybe, altText: maybe, archiveUrl: maybe, embargoUntil: maybe },
})

/** The columns of a row, for a statement. */
export function columnsOf(row: z.ZodObject): string {
	return Object.keys(row.shape)
		.map((name) => `"${name}"`)
		.join(', ')
}
