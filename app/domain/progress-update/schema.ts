import { z } from 'zod'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { fileAnswer, linkAnswer, typedText } from '#app/domain/evidence/schema.ts'
import type { FileArrival } from '#app/domain/evidence/schema.ts'
import type { DateFrame } from '#app/domain/further-answer/rules.ts'
import { checkDates, furtherFields } from '#app/domain/further-answer/schema.ts'
import { CHALLENGES, DONE_MAX_CHARACTERS } from './rules.ts'

/** Longest reason a lead gives for sending a report back, and longest description of another challenge. Source: our own. */
export const REASON_MAX_CHARACTERS = 1000

/** The draft's version that the person saw; 0 where there was none yet. */
export const seenVersion = z.int({ error: 'form.version' }).min(0, { error: 'form.version' })

/** The first question: one of the four steps government may claim, or that nothing happened. */
export const LevelAnswer = z.strictObject({
	version: seenVersion,
	level: z.enum([...CLAIMED_LEVELS, 'NIL'], { error: 'progress-update.level.required' }),
})
export type LevelAnswer = z.infer<typeof LevelAnswer>

const words = typedText(DONE_MAX_CHARACTERS).optional()

/** After two people answered at once: the texts in the form, those that are stored, or both, one after the other. */
export const KEPT_TEXTS = ['MINE', 'STORED', 'BOTH'] as const
export type KeptTexts = (typeof KEPT_TEXTS)[number]

/** What was done and what comes next, in Indonesian, English or both, and when; the days are not held to a calendar yet. */
export const DoneAnswer = z
	.strictObject({
		version: seenVersion,
		doneId: words,
		doneEn: words,
		nextStepId: words,
		nextStepEn: words,
		/** Of two people who answered at once: whose texts stay. */
		keep: z.enum(KEPT_TEXTS, { error: 'progress-update.keep.unknown' }).optional(),
		...furtherFields,
	})
	.refine((answer) => Boolean(answer.doneId) || Boolean(answer.doneEn), {
		path: ['doneId'],
		error: 'progress-update.done.required',
	})
export type DoneAnswer = z.infer<typeof DoneAnswer>

/** The same on a day, of a milestone of a plan: its days have to be possible. */
export function doneAnswer(frame: DateFrame) {
	return DoneAnswer.superRefine(checkDates(frame))
}

/** The same as it is typed: nothing is required yet, and a day that is half typed waits. */
export const TypedAnswer = z.strictObject({
	version: seenVersion,
	doneId: words,
	doneEn: words,
	nextStepId: words,
	nextStepEn: words,
})
export type TypedAnswer = z.infer<typeof TypedAnswer>

/** What stands in the way; "other" says what. */
export const ChallengesAnswer = z
	.strictObject({
		version: seenVersion,
		challenges: z
			.array(z.enum(CHALLENGES, { error: 'progress-update.challenges.required' }), {
				error: 'progress-update.challenges.required',
			})
			.min(1, { error: 'progress-update.challenges.required' })
			.max(CHALLENGES.length, { error: 'progress-update.challenges.required' }),
		challengeText: typedText(REASON_MAX_CHARACTERS).optional(),
	})
	.refine((answer) => !answer.challenges.includes('OTHER') || Boolean(answer.challengeText), {
		path: ['challengeText'],
		error: 'progress-update.challenge-text.required',
	})
export type ChallengesAnswer = z.infer<typeof ChallengesAnswer>

/** One more link to evidence, as it may be given on a day. */
export function evidenceAnswer(today: CalendarDay) {
	return linkAnswer(today).safeExtend({ version: seenVersion })
}
export type EvidenceAnswer = z.infer<ReturnType<typeof evidenceAnswer>>

/** One more file as evidence. */
export function evidenceFileAnswer(arrival: FileArrival) {
	return fileAnswer(arrival).safeExtend({ version: seenVersion })
}
export type EvidenceFileAnswer = z.infer<ReturnType<typeof evidenceFileAnswer>>

/** The draft as the person saw it, and nothing else: for commands that only confirm. */
export const SeenDraft = z.strictObject({ version: seenVersion })
export type SeenDraft = z.infer<typeof SeenDraft>

/** Why the lead sends a report back. */
export const ReturnAnswer = z.strictObject({
	version: seenVersion,
	reason: z
		.string({ error: 'progress-update.return.required' })
		.pipe(typedText(REASON_MAX_CHARACTERS))
		.refine((text) => text !== '', { error: 'progress-update.return.required' }),
})
export type ReturnAnswer = z.infer<typeof ReturnAnswer>
