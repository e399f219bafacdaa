import { z } from 'zod'
import { VISIBILITIES } from '#app/domain/evidence/rules.ts'

/** Said, and null where there is nothing to say. */
export const text = z.string().nullable()

/** Said only where there is something to say, so that acts from before there was such a field keep their seal. */
export const more = z.exactOptional(z.string())

/** What every act says. */
export const head = {
	recordId: z.string().min(1),
	version: z.int().min(1),
	publishedOn: z.iso.date(),
	actorOrganization: z.string().min(1),
}

/** Seals who acted, and at which instant; the salt of it is never public. */
export const sealed = { privateHash: z.exactOptional(z.string()) }

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
	excerpt: more,
	locator: more,
	part: more,
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

/** The evidence of an act, in its order. */
export const evidence = z.array(z.union([protectedPiece, OpenPiece]))
