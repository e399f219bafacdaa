import { z } from 'zod'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { isWebAddress, tidied, typedText } from '#app/domain/evidence/schema.ts'
import { EVIDENCE_KINDS, TITLE_MAX_CHARACTERS, URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import { dateFaults } from '#app/domain/further-answer/rules.ts'
import type { DateFrame } from '#app/domain/further-answer/rules.ts'
import { furtherFields } from '#app/domain/further-answer/schema.ts'
import { CHALLENGES, DONE_MAX_CHARACTERS, missingAnswers } from '#app/domain/progress-update/rules.ts'
import type { MissingAnswer } from '#app/domain/progress-update/rules.ts'
import { REASON_MAX_CHARACTERS } from '#app/domain/progress-update/schema.ts'

/** Longest name of an officer. Source: our own. */
export const NAME_MAX_CHARACTERS = 200

/** A token as links carry it: 32 bytes in base64url. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/, { error: 'form.invalid' })

/** To whom a link is given. */
export const LinkOffer = z.strictObject({
	officerName: z
		.string({ error: 'update-link.name.required' })
		.pipe(typedText(NAME_MAX_CHARACTERS))
		.refine((name) => name !== '', { error: 'update-link.name.required' }),
	officerEmail: z
		.string({ error: 'update-link.email.required' })
		.trim()
		.max(254, { error: 'update-link.email.required' })
		.pipe(z.email({ error: 'update-link.email.required' })),
})
export type LinkOffer = z.infer<typeof LinkOffer>

const words = typedText(DONE_MAX_CHARACTERS).optional()

/** All answers of a report in one form. What a level asks for is checked by `linkAnswer`. */
const AllAnswers = z.strictObject({
	token: LinkToken,
	level: z.enum([...CLAIMED_LEVELS, 'NIL'], { error: 'progress-update.level.required' }),
	doneId: words,
	doneEn: words,
	nextStepId: words,
	nextStepEn: words,
	startedOn: furtherFields.startedOn,
	finishedOn: furtherFields.finishedOn,
	expectedOn: furtherFields.expectedOn,
	challenges: z
		.array(z.enum(CHALLENGES, { error: 'progress-update.challenges.required' }))
		.max(CHALLENGES.length, { error: 'progress-update.challenges.required' })
		.optional(),
	challengeText: typedText(REASON_MAX_CHARACTERS).optional(),
	url: z
		.string()
		.overwrite(tidied)
		.max(URL_MAX_CHARACTERS, { error: 'evidence.url.web' })
		.refine(isWebAddress, { error: 'evidence.url.web' })
		.optional(),
	kind: z.enum(EVIDENCE_KINDS, { error: 'evidence.kind.required' }).optional(),
	title: typedText(TITLE_MAX_CHARACTERS).optional(),
})
export type LinkAnswer = z.infer<typeof AllAnswers>

/** By what an answer through a link is judged. */
export type LinkFrame = DateFrame & { readonly startsOn: PartialDay | null; readonly today: CalendarDay }

const FIELD_OF: Record<MissingAnswer, { readonly path: keyof LinkAnswer; readonly message: string }> = {
	LEVEL: { path: 'level', message: 'progress-update.level.required' },
	DONE: { path: 'doneId', message: 'progress-update.done.required' },
	CHALLENGES: { path: 'challenges', message: 'progress-update.challenges.required' },
	CHALLENGE_TEXT: { path: 'challengeText', message: 'progress-update.challenge-text.required' },
	EVIDENCE: { path: 'url', message: 'evidence.url.required' },
	PUBLIC_EVIDENCE: { path: 'url', message: 'evidence.url.required' },
}

/** A whole report in one form, as it may be given on a day: what the questions ask one by one, asked at once. */
export function linkAnswer(frame: LinkFrame) {
	return AllAnswers.superRefine((answer, ctx) => {
		if (answer.level === 'NIL') return
		for (const missing of missingAnswers(answersIn(answer), frame.startsOn, frame.today)) {
			const { path, message } = FIELD_OF[missing]
			ctx.addIssue({ code: 'custom', path: [path], message })
		}
		for (const { field, fault } of dateFaults(answer, frame))
			ctx.addIssue({ code: 'custom', path: [field], message: `progress-update.date.${fault}` })
		if (answer.url === undefined) return
		if (answer.kind === undefined)
			ctx.addIssue({ code: 'custom', path: ['kind'], message: 'evidence.kind.required' })
		if (!answer.title) ctx.addIssue({ code: 'custom', path: ['title'], message: 'evidence.title.required' })
	})
}

function answersIn(answer: LinkAnswer) {
	return {
		isNil: false,
		level: answer.level === 'NIL' ? null : answer.level,
		done: { en: answer.doneEn || null, id: answer.doneId || null },
		challenges: answer.challenges ?? [],
		challengeText: answer.challengeText || null,
		evidence: answer.url === undefined ? [] : [{}],
	}
}
