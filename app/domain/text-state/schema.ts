import { z } from 'zod'

/** What became of a text in its second language. A text that a person wrote has no state. */
export const TEXT_STATES = ['MACHINE', 'CHECKED', 'STALE'] as const
export type TextState = (typeof TEXT_STATES)[number]

/** The states of texts by their column: `{ doneEn: 'MACHINE' }`. */
export const TextStates = z.record(z.string(), z.enum(TEXT_STATES))
export type TextStates = z.infer<typeof TextStates>

/** The states that a row holds; absent where every text was written by a person. */
export function textStatesOf({ textStates }: { readonly textStates: unknown }): {
	readonly textStates?: TextStates
} {
	const states = TextStates.parse(textStates)
	return Object.keys(states).length === 0 ? {} : { textStates: states }
}
