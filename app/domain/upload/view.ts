import { z } from 'zod'
import type { Upload } from '#prisma/generated/client.ts'
import { MEDIA_TYPES, codesOf } from './rules.ts'
import type { MediaType, RemovedCode } from './rules.ts'

/** A file of one's own on its way, clean or still arriving. */
export type UploadView = {
	readonly id: string
	readonly isClean: boolean
	/** Length of the original, as it was announced. */
	readonly receivedBytes: number
	readonly mediaType: MediaType | null
	readonly fileSha256: string | null
	readonly fileBytes: number | null
	readonly previewSha256: string | null
	readonly pages: number | null
	readonly originalSeal: string | null
	readonly removed: readonly RemovedCode[]
}

/** The upload as its sender sees it; the salt of its seal goes into the act and nowhere else. */
export function uploadView(row: Upload): UploadView {
	return {
		id: row.id,
		isClean: row.state === 'CLEAN',
		receivedBytes: row.receivedBytes,
		mediaType: row.mediaType === null ? null : z.enum(MEDIA_TYPES).parse(row.mediaType),
		fileSha256: row.fileSha256,
		fileBytes: row.fileBytes,
		previewSha256: row.previewSha256,
		pages: row.pages,
		originalSeal: row.originalSeal,
		removed: codesOf(row.removed),
	}
}
