import type { CalendarDay } from '#app/domain/calendar.ts'
import { MEDIA_TYPES } from '#app/domain/upload/rules.ts'
import type { MediaType } from '#app/domain/upload/rules.ts'

/** Kinds of evidence. Source: OGP repository guidance, IRM minimum requirements; the list is ours. */
export const EVIDENCE_KINDS = [
	'REGULATION',
	'MINUTES',
	'DATASET',
	'REPORT',
	'PHOTO',
	'NEWS',
	'WEBPAGE',
	'ATTENDANCE',
	'INTERVIEW',
	'OTHER',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What a piece of evidence says about the claim it is put beside. */
export const STANCES = ['SUPPORTS', 'CONTRADICTS', 'CONTEXT'] as const
export type Stance = (typeof STANCES)[number]

/** Who may see a piece of evidence: everyone, or only the people its author names. */
export const VISIBILITIES = ['PUBLIC', 'PROTECTED'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** Longest address of a link, and longest words about a piece of evidence. Unit: characters. Source: our own. */
export const URL_MAX_CHARACTERS = 2000
export const TITLE_MAX_CHARACTERS = 300
export const ALT_TEXT_MAX_CHARACTERS = 1000
export const EXCERPT_MAX_CHARACTERS = 1000
export const LOCATOR_MAX_CHARACTERS = 200

/** Most people that are named for one piece of protected evidence. Source: our own. */
export const READERS_MAX = 20

const ENDING: Record<MediaType, string> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
	'application/pdf': 'pdf',
	'text/plain': 'txt',
	'text/csv': 'csv',
}

/** Previews are all of one kind. */
export const PREVIEW_TYPE = 'image/webp' satisfies MediaType

/** The name under which a cleaned file is served: its SHA-256 and the ending of its kind, never the sender's name. */
export function fileNameOf(sha256: string, mediaType: MediaType): string {
	return `${sha256}.${ENDING[mediaType]}`
}

/** What a served name asks for; null where no file of ours can have that name. */
export function fileAskedFor(
	name: string,
): { readonly sha256: string; readonly mediaType: MediaType } | null {
	const [, sha256, ending] = /^([0-9a-f]{64})\.([a-z]{3,4})$/.exec(name) ?? []
	const mediaType = MEDIA_TYPES.find((type) => ENDING[type] === ending)
	return sha256 === undefined || mediaType === undefined ? null : { sha256, mediaType }
}

/** Where everyone finds a file that is public: `/files/evidence/<sha256>.<ending>`. */
export function fileAddress(sha256: string, mediaType: MediaType): string {
	return `/files/evidence/${fileNameOf(sha256, mediaType)}`
}

/** Whether a file is looked at rather than read, so that it says nothing to who does not see it without words for it. */
export function needsAltText(mediaType: MediaType): boolean {
	return !mediaType.startsWith('text/')
}

/**
 * Whether everyone may see a piece on a day: a protected one from the day on which its embargo ends. An embargo ends
 * by the UTC day, like the days of the public log.
 */
export function isOpenOn(
	piece: { readonly visibility: string; readonly embargoUntil: CalendarDay | null },
	today: CalendarDay,
): boolean {
	if (piece.visibility === 'PUBLIC') return true
	return piece.embargoUntil !== null && piece.embargoUntil <= today
}

/** The kinds of files that a choice of files offers, by ending and by type: pickers differ in which they heed. */
export const ACCEPTED_FILES = [
	...Object.values(ENDING).map((ending) => `.${ending}`),
	'.jpeg',
	...MEDIA_TYPES,
].join(',')
