import { z } from 'zod'
import { FILE_REFUSALS, MEDIA_TYPES, REMOVED_CODES } from '#app/domain/upload/rules.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What the cleaning process says on its one line: what it made, or why it made nothing. */
export const WorkerAnswer = z.union([
	z.strictObject({ refusal: z.enum(FILE_REFUSALS) }),
	z.strictObject({
		mediaType: z.enum(MEDIA_TYPES),
		sha256,
		bytes: z.int().min(1),
		previewSha256: sha256.nullable(),
		pages: z.int().min(1).nullable(),
		removed: z.array(z.enum(REMOVED_CODES)),
	}),
])
export type WorkerAnswer = z.infer<typeof WorkerAnswer>
