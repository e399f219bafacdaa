/** Largest file that is taken. Unit: bytes. Source: our own; shown as such in the interface. */
export const FILE_MAX_BYTES = 20 * 2 ** 20

/** Most pages of a document. Source: our own; more would keep the cleaning busy for minutes. */
export const PDF_MAX_PAGES = 200

/** Most pixels of a picture. Source: our own; the largest pictures of today's phones are near it. */
export const IMAGE_MAX_PIXELS = 40_000_000

/** Files that one person may be sending at the same time. Source: our own. */
export const SENDING_AT_ONCE = 5

/** After this a file that does not go on arriving gives way to others of the same person. Source: our own. */
export const STANDS_STILL_MINUTES = 30

/** An upload that nothing refers to, and a file that no row names, are kept for this long. Unit: hours. */
export const KEPT_HOURS = 24

/** Kinds of files that are taken, as they are served. Each has one ending, so a served name is never the sender's. */
export const MEDIA_TYPES = [
	'image/jpeg',
	'image/png',
	'image/webp',
	'application/pdf',
	'text/plain',
	'text/csv',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** Why a file is not taken. Each has a sentence under `upload.refused.<code>` that says what to do. */
export const FILE_REFUSALS = [
	'ARCHIVE',
	'AUDIO_VIDEO',
	'BROKEN',
	'EMPTY',
	'ENCRYPTED',
	'HEIC',
	'INFECTED',
	'MARKUP',
	'OFFICE_FILE',
	'OTHER_IMAGE',
	'PROGRAM',
	'QUOTA',
	'TEXT_ENCODING',
	'TOO_LARGE',
	'TOO_MANY_PAGES',
	'TOO_MANY_PIXELS',
	'TOO_MANY_UPLOADS',
	'UNAVAILABLE',
	'UNKNOWN',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

/** What was found in a file and taken away; only what can be told for certain has a name of its own. */
export const REMOVED_CODES = [
	'ANIMATION',
	'ATTACHMENTS',
	'AUTHOR',
	'BYTE_ORDER_MARK',
	'CAMERA',
	'COLOR_PROFILE',
	'COMMENT',
	'DATES',
	'LINKS',
	'LOCATION',
	'METADATA',
	'SCRIPTS',
	'TEXT_LAYER',
	'THUMBNAIL',
	'TRAILING_DATA',
] as const
export type RemovedCode = (typeof REMOVED_CODES)[number]

/** What is known of a file once it is clean. */
export type CleanFacts = {
	readonly mediaType: MediaType
	/** Of the cleaned file, lowercase hex. */
	readonly sha256: string
	readonly bytes: number
	/** Of a small picture of it; null where there is nothing to see, as of text. */
	readonly previewSha256: string | null
	/** null where it has no pages. */
	readonly pages: number | null
	readonly removed: readonly RemovedCode[]
}

/** The salted commitment to the file as it was sent: the original itself is deleted. */
export type OriginalSeal = { readonly originalSeal: string; readonly originalSalt: Uint8Array<ArrayBuffer> }

/** Whether an organization's files would need more room than it has. Unit: bytes. */
export function isOverQuota(used: number, more: number, quota: number): boolean {
	return used + more > quota
}

/** Whether the text is the id of an upload: 128 random bits in hex. */
export function isUploadId(text: string): boolean {
	return /^[0-9a-f]{32}$/.test(text)
}

/** The codes as they are stored: in the order of the list, with blanks between; null where nothing was removed. */
export function storedCodes(codes: readonly RemovedCode[]): string | null {
	return REMOVED_CODES.filter((code) => codes.includes(code)).join(' ') || null
}

/** The codes of a stored text; what is no code of today is left out. */
export function codesOf(stored: string | null): readonly RemovedCode[] {
	const words = (stored ?? '').split(' ')
	return REMOVED_CODES.filter((code) => words.includes(code))
}
