import { z } from 'zod'
import { LETTER_KINDS, LETTER_STEPS } from './rules.ts'

/** A field of a form. Limits count Unicode code points; null: the source gives none. */
const CallField = z.strictObject({
	code: z.string(),
	titleEn: z.string(),
	titleId: z.string(),
	helpEn: z.string().nullable(),
	helpId: z.string().nullable(),
	maxCharacters: z.int().nullable(),
	/** Unit: Unicode code points. Source: our own. */
	warnsFrom: z.int().nullable(),
})
export type CallField = z.infer<typeof CallField>

/** What a form asks, in its order. */
export const CallFields = z.array(CallField)

/** Full months that a call wants to be left in the term; `isRequired`: a minimum, else what it hopes for. */
export const MonthsAsked = z.strictObject({
	least: z.int(),
	best: z.int().nullable(),
	isRequired: z.boolean(),
})
export type MonthsAsked = z.infer<typeof MonthsAsked>

/** How many letters of which kind a call wants, and by which step. */
export const LettersAsked = z.array(
	z.strictObject({ kind: z.enum(LETTER_KINDS), least: z.int(), by: z.enum(LETTER_STEPS) }),
)
export type LettersAsked = z.infer<typeof LettersAsked>

/** What those who apply are judged by, in the order of the source. */
export const CallCriteria = z.array(z.strictObject({ textEn: z.string(), textId: z.string() }))

/** The steps of a call as its source tells them, with their last days where it gives them. */
export const CallStages = z.array(
	z.strictObject({ textEn: z.string(), textId: z.string(), untilOn: z.string().nullable() }),
)

/** Facts beside the call, and where sources disagree. */
export const CallNotes = z.array(z.strictObject({ en: z.string(), id: z.string(), source: z.string() }))

/** What of a call is stored as lists, by the names of their columns. */
export const StoredLists = {
	fields: CallFields,
	monthsLeft: MonthsAsked,
	letters: LettersAsked,
	criteria: CallCriteria,
	stages: CallStages,
	notes: CallNotes,
} as const
