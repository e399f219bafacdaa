import { z } from 'zod'
import { evidence, head, more, sealed, text } from '#app/domain/act-content/schema.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { isWebAddress, typedText } from '#app/domain/evidence/schema.ts'
import { ALT_TEXT_MAX_CHARACTERS, STANCES, URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import type { FileArrival } from '#app/domain/evidence/schema.ts'
import { isUploadId } from '#app/domain/upload/rules.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'
import {
	HIDING_NOTE_MAX_CHARACTERS,
	HIDING_REASONS,
	OBSERVATION_MAX_CHARACTERS,
	OBSERVATION_MIN_CHARACTERS,
	WRITTEN_LANGUAGES,
} from './rules.ts'

/** What an observation of somebody without an account says. */
export const ObservationContent = z.strictObject({
	kind: z.literal('observation.published'),
	...head,
	commitmentId: z.string(),
	milestoneId: z.string(),
	text: z.string(),
	locale: z.string(),
	seenOn: more,
	evidence,
	...sealed,
})

/** What the act of hiding one says in public. */
export const HidingContent = z.strictObject({
	kind: z.literal('observation.hidden'),
	...head,
	observationRecordId: z.string(),
	commitmentId: z.string(),
	milestoneId: z.string(),
	reasonCode: z.string(),
	noteEn: text,
	noteId: text,
	...sealed,
})

/** Characters that nobody sees and that turn the order of the text around them. */
const TURNS_ORDER = /[\u202a-\u202e\u2066-\u2069]/g

/** When a form was opened, in base 36, and which one it is. */
const TICKET = /^[0-9a-z]{6,9}-[0-9a-f]{32}$/

/** The picture that came with a form: what is known of it, or why it was not taken. */
export type PhotoArrival = Pick<FileArrival, 'received' | 'fault'>

const NO_PHOTO: PhotoArrival = { received: null, fault: null }

/**
 * An observation as anyone sends it. Of `website` people see nothing: what fills it in is a program. Without an arrival it
 * is the command that looks whether the picture is there.
 */
export function observationForm(today: CalendarDay, arrival: PhotoArrival | null = NO_PHOTO) {
	return answersOf(today).superRefine(({ upload, altText }, ctx) => {
		const fault = arrival && photoFault(upload, arrival)
		if (fault) ctx.addIssue({ code: 'custom', path: ['upload'], message: fault })
		else if (upload && !altText)
			ctx.addIssue({ code: 'custom', path: ['altText'], message: 'evidence.alt-text.required' })
	})
}

function photoFault(upload: string | undefined, { received, fault }: PhotoArrival): string | null {
	if (fault !== null) return `upload.refused.${fault}`
	if (!upload) return null
	if (received === null) return 'observation.photo.gone'
	return received.mediaType.startsWith('image/') ? null : 'observation.photo.picture'
}

/** What names a form and what catches programs is the same on every form without an account. */
export const formGuards = {
	ticket: z
		.string({ error: 'observation.ticket.unknown' })
		.regex(TICKET, { error: 'observation.ticket.unknown' }),
	website: z
		.string()
		.refine((typed) => typed === '', { error: 'observation.website.filled' })
		.optional(),
}

function answersOf(today: CalendarDay) {
	return z.strictObject({
		...formGuards,
		text: z
			.string({ error: 'observation.text.required' })
			.overwrite((typed) => typed.replace(TURNS_ORDER, ''))
			.pipe(typedText(OBSERVATION_MAX_CHARACTERS))
			.refine((typed) => [...typed].length >= OBSERVATION_MIN_CHARACTERS, {
				error: 'observation.text.short',
			}),
		locale: z.enum(WRITTEN_LANGUAGES, { error: 'observation.language.required' }),
		seenOn: typedDay()
			.refine((day) => day <= today, { error: 'observation.seen-on.future' })
			.optional(),
		url: typedText(URL_MAX_CHARACTERS)
			.refine((typed) => typed === '' || isWebAddress(typed), { error: 'evidence.url.web' })
			.optional(),
		altText: typedText(ALT_TEXT_MAX_CHARACTERS).optional(),
		upload: z.string().refine(isUploadId, { error: 'observation.photo.gone' }).optional(),
		uploadFault: z.string().optional(),
	})
}
export type ObservationForm = z.infer<ReturnType<typeof observationForm>>

const note = typedText(HIDING_NOTE_MAX_CHARACTERS).optional()

/** Why the host hides an observation, and a note for everyone, in Indonesian, English or both. */
export const HidingAnswer = z
	.strictObject({
		reason: z.enum(HIDING_REASONS, { error: 'observation.hide.reason.required' }),
		noteId: note,
		noteEn: note,
	})
	.refine((answer) => Boolean(answer.noteId) || Boolean(answer.noteEn), {
		path: ['noteId'],
		error: 'observation.hide.note.required',
	})
export type HidingAnswer = z.infer<typeof HidingAnswer>

/** What a monitor says an observation does for their finding. */
export const AdoptionAnswer = z.strictObject({
	version: seenVersion,
	stance: z.enum(STANCES, { error: 'evidence.stance.required' }),
})

/** Which page of a long list is asked for. */
export const PageAsked = z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).optional() })
