import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { MEDIA_TYPES, REMOVED_CODES } from '#app/domain/upload/rules.ts'
import type { CleanFacts, FileRefusal } from '#app/domain/upload/rules.ts'
import {
	ALT_TEXT_MAX_CHARACTERS,
	EVIDENCE_KINDS,
	EXCERPT_MAX_CHARACTERS,
	LOCATOR_MAX_CHARACTERS,
	READERS_MAX,
	STANCES,
	TITLE_MAX_CHARACTERS,
	URL_MAX_CHARACTERS,
	VISIBILITIES,
	fileAddress,
	needsAltText,
} from './rules.ts'

/**
 * Text as it is kept: line ends of one kind, composed letters (NFC), no control characters, no space around it.
 *
 * Source  the ledger seals text as stored, so it is put into one form before.
 */
export function tidied(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/(?![\n\t])\p{Cc}/gu, '')
		.normalize('NFC')
		.trim()
}

/** Typed text up to a length; longer text is refused with a sentence. Unit: Unicode code points. */
export function typedText(maxCharacters: number) {
	return z
		.string({ error: 'field.text' })
		.overwrite(tidied)
		.refine((text) => [...text].length <= maxCharacters, { error: 'field.too-long' })
}

/** Whether the text is the address of a page or file on the web, without a name and password in it. */
export function isWebAddress(text: string): boolean {
	if (!URL.canParse(text) || UNSEEN.test(text)) return false
	const { protocol, hostname, username, password } = new URL(text)
	return /^https?:$/.test(protocol) && hostname.includes('.') && username === '' && password === ''
}

/** Blanks, and characters that nobody sees: some of them turn the order of what is read. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/u
const TURNS_ORDER = /[\u202a-\u202e\u2066-\u2069]/g

const kind = z.enum(EVIDENCE_KINDS, { error: 'evidence.kind.required' })
const title = z
	.string({ error: 'evidence.title.required' })
	.overwrite((text) => text.replace(TURNS_ORDER, '').replace(/\s+/g, ' '))
	.pipe(typedText(TITLE_MAX_CHARACTERS))
	.refine((text) => text !== '', { error: 'evidence.title.required' })
const stance = z.enum(STANCES, { error: 'evidence.stance.required' })
/** What of a piece matters, and where in it that stands. */
const passage = {
	excerpt: typedText(EXCERPT_MAX_CHARACTERS).optional(),
	locator: typedText(LOCATOR_MAX_CHARACTERS).optional(),
}
const address = z
	.string({ error: 'evidence.url.required' })
	.overwrite(tidied)
	.max(URL_MAX_CHARACTERS, { error: 'evidence.url.web' })
	.refine(isWebAddress, { error: 'evidence.url.web' })
const place = z
	.string({ error: 'evidence.url.required' })
	.pipe(typedText(URL_MAX_CHARACTERS))
	.refine((text) => text !== '', { error: 'evidence.url.required' })
const readers = z
	.string()
	.overwrite(tidied)
	.refine((text) => peopleIn(text).every((person) => z.email().safeParse(person).success), {
		error: 'evidence.readers.invalid',
	})
	.refine((text) => peopleIn(text).length <= READERS_MAX, { error: 'evidence.readers.too-many' })
	.transform(peopleIn)

/** E-mail addresses, one a line (or with commas between), each once and in the form they are compared in. */
function peopleIn(text: string): string[] {
	const people = text.split(/[\s,;]+/).map((person) => person.toLowerCase())
	return [...new Set(people.filter((person) => person !== ''))]
}

/** Who may see the piece; nothing chosen means everyone. */
function audience(today: CalendarDay) {
	return {
		visibility: z.enum(VISIBILITIES, { error: 'evidence.visibility.required' }).optional(),
		readers: readers.optional(),
		embargoUntil: z
			.string()
			.refine(isCalendarDay, { error: 'evidence.embargo.day', abort: true })
			.refine((day) => day > today, { error: 'evidence.embargo.past' })
			.optional(),
	}
}

type Audience = {
	readonly visibility?: string | undefined
	readonly readers?: readonly string[] | undefined
	readonly embargoUntil?: string | undefined
}

/** What nobody may see for ever shows nothing. */
function hasAudience(given: Audience): boolean {
	const isNamed = (given.readers ?? []).length > 0 || given.embargoUntil !== undefined
	return given.visibility !== 'PROTECTED' || isNamed
}

/** Says a fault of several fields beside those of others, unless one of its own fields is at fault already. */
function besides(fields: readonly string[]) {
	return ({ issues }: { readonly issues: readonly z.core.$ZodRawIssue[] }) =>
		!issues.some((issue) => fields.includes(String(issue.path?.[0])))
}

const NAMED = {
	path: ['readers'],
	error: 'evidence.readers.required',
	when: besides(['visibility', 'readers', 'embargoUntil']),
}

/** A link to evidence of a claim: what it is, where it is, where a copy is kept, what it shows, who may see it. */
export function linkAnswer(today: CalendarDay) {
	return z
		.strictObject({ kind, url: address, title, archiveUrl: address.optional(), ...audience(today) })
		.refine(hasAudience, NAMED)
}

/**
 * A link with what it says about the claim. Of an interview the place may be a reference in words (who keeps the
 * record, under which number) instead of an address.
 */
export function stancedLinkAnswer(today: CalendarDay) {
	return linkAnswer(today)
		.safeExtend({ url: place, stance, ...passage })
		.refine((given) => isWebAddress(given.url) || (given.kind === 'INTERVIEW' && !hasScheme(given.url)), {
			path: ['url'],
			error: 'evidence.url.web',
			when: besides(['url', 'kind']),
		})
}

/** Whether the text begins like an address of any kind, `javascript:` among them. */
function hasScheme(text: string): boolean {
	return /^[a-z][a-z0-9+.-]*:/i.test(text)
}

/** What is known of a cleaned file. */
export type FileFacts = Omit<CleanFacts, 'pages'>

/** A file that has arrived and is clean, by its upload. */
export type ReceivedFile = FileFacts & { readonly upload: string }

/** What the form of a file is held against: the day, the file that has arrived, and why the one just sent was not taken. */
export type FileArrival = {
	readonly today: CalendarDay
	readonly received: ReceivedFile | null
	readonly fault: FileRefusal | null
}

/** A file as evidence of a claim. What is looked at rather than read is described in words. */
export function fileAnswer({ today, received, fault }: FileArrival) {
	return z
		.strictObject({
			kind,
			title,
			altText: typedText(ALT_TEXT_MAX_CHARACTERS).optional(),
			upload: z.string().optional(),
			uploadFault: z.string().optional(),
			...audience(today),
		})
		.refine(() => fault === null && received !== null, {
			path: ['upload'],
			error: fault === null ? 'evidence.file.required' : `upload.refused.${fault}`,
			when: () => true,
		})
		.refine((given) => received === null || !needsAltText(received.mediaType) || Boolean(given.altText), {
			path: ['altText'],
			error: 'evidence.alt-text.required',
			when: besides(['altText']),
		})
		.refine(hasAudience, NAMED)
}

/** A file with what it says about the claim. */
export function stancedFileAnswer(arrival: FileArrival) {
	return fileAnswer(arrival).safeExtend({ stance, ...passage })
}

const fileFacts = z.strictObject({
	mediaType: z.enum(MEDIA_TYPES),
	bytes: z.int(),
	sha256: z.string(),
	previewSha256: z.string().nullable(),
	removed: z.array(z.enum(REMOVED_CODES)).readonly(),
})

/** A piece of evidence in a draft. What is not given is absent; drafts from before files have four members at most. */
export const DraftPiece = z.strictObject({
	kind: z.enum(EVIDENCE_KINDS),
	url: z.string(),
	title: z.string(),
	stance: z.exactOptional(z.enum(STANCES)),
	excerpt: z.exactOptional(z.string()),
	locator: z.exactOptional(z.string()),
	/** Of an assessment: the question that the piece answers. */
	part: z.exactOptional(z.string()),
	archiveUrl: z.exactOptional(z.string()),
	altText: z.exactOptional(z.string()),
	/** The upload that brought the file. */
	upload: z.exactOptional(z.string()),
	/** The published piece that a correction takes over with its file. */
	carriedFrom: z.exactOptional(z.string()),
	file: z.exactOptional(fileFacts),
	visibility: z.exactOptional(z.enum(VISIBILITIES)),
	embargoUntil: z.exactOptional(z.string()),
	readers: z.exactOptional(z.array(z.string())),
})
export type DraftPiece = z.infer<typeof DraftPiece>

/** What the forms of links and files ask alike. */
type Given = Audience & {
	readonly kind: DraftPiece['kind']
	readonly title: string
	readonly stance?: DraftPiece['stance'] | undefined
	readonly excerpt?: string | undefined
	readonly locator?: string | undefined
	readonly archiveUrl?: string | undefined
	readonly altText?: string | undefined
}

/** A link as a draft keeps it. */
export function linkPiece(given: Given & { readonly url: string }): DraftPiece {
	const { archiveUrl } = given
	return { ...asked(given), url: given.url, ...(archiveUrl ? { archiveUrl } : {}), ...protectionOf(given) }
}

/** A file as a draft keeps it: what is known of it is what the upload says, not what the form does. */
export function filePiece(given: Given, { upload, ...file }: ReceivedFile): DraftPiece {
	const { altText } = given
	return {
		...asked(given),
		url: fileAddress(file.sha256, file.mediaType),
		...(altText ? { altText } : {}),
		upload,
		file,
		...protectionOf(given),
	}
}

type Asked = Pick<DraftPiece, 'kind' | 'title' | 'stance' | 'excerpt' | 'locator'>

function asked({ kind, title, stance, excerpt, locator }: Given): Asked {
	return {
		kind,
		title,
		...(stance ? { stance } : {}),
		...(excerpt ? { excerpt } : {}),
		...(locator ? { locator } : {}),
	}
}

/** Of a public piece nothing is kept of what was typed for a protected one. */
function protectionOf({ visibility, readers = [], embargoUntil }: Audience) {
	if (visibility !== 'PROTECTED') return {}
	return { visibility, readers: [...readers], ...(embargoUntil ? { embargoUntil } : {}) } as const
}
