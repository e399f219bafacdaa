import type { Bilingual } from '#app/domain/bilingual.ts'
import type { TextState } from './schema.ts'

/** What a person says of a text's second language: which it is, and whether a person checked the machine's draft. */
export const TRANSLATIONS = ['EN_MACHINE', 'EN_CHECKED', 'ID_MACHINE', 'ID_CHECKED'] as const
export type Translation = (typeof TRANSLATIONS)[number]

type Locale = 'en' | 'id'

/** The states of one text in its two languages; a language that a person wrote has none. */
export type PairStates = { readonly [L in Locale]: TextState | null }

/** The translation that stored states stand for; null where both languages were written, or one is out of date. */
export function translationOf(states: PairStates): Translation | null {
	if (states.en === 'MACHINE' || states.en === 'CHECKED') return `EN_${states.en}`
	if (states.id === 'MACHINE' || states.id === 'CHECKED') return `ID_${states.id}`
	return null
}

/**
 * A short mark by which a form knows a text again, as it was when the form was opened. Not a seal: two texts may share it.
 *
 * Returns  an empty text for no text.
 * Source   FNV-1a, 32 bits.
 */
export function textMark(text: string | null): string {
	if (text === null || text === '') return ''
	let mark = 0x811c9dc5
	for (const unit of text) mark = Math.imul(mark ^ (unit.codePointAt(0) ?? 0), 0x01000193)
	return (mark >>> 0).toString(36)
}

/** A text when its form was opened, and as it is now. `opened` holds the marks of both languages. */
export type Rewritten = {
	readonly opened: { readonly [L in Locale]: string }
	readonly after: Bilingual
	readonly states: PairStates
	/** What the person says of the second language; null: nothing. */
	readonly translation: Translation | null
}

/**
 * The states of a text after somebody saved it. What the person says of a language counts, unless the other language
 * was changed under it since; then, as without a word, the language that was left as it was is out of date (STALE).
 * A language that was out of date and is rewritten has caught up, and puts nothing out of date itself.
 *
 * Source  our own; shown as such at the text.
 */
export function statesAfter(text: Rewritten): PairStates {
	return { en: stateOf('en', text), id: stateOf('id', text) }
}

function stateOf(locale: Locale, { opened, after, states, translation }: Rewritten): TextState | null {
	const other = locale === 'en' ? 'id' : 'en'
	if (after[locale] === null) return null
	const isChanged = (which: Locale) => opened[which] !== textMark(after[which])
	const said = saidOf(locale, translation)
	const isLeftBehind =
		!isChanged(locale) &&
		isChanged(other) &&
		opened[other] !== '' &&
		after[other] !== null &&
		states[other] !== 'STALE'
	if (isLeftBehind && (said === null || said === states[locale])) return 'STALE'
	if (said !== null) return said
	return isChanged(locale) || states[locale] !== 'STALE' ? null : 'STALE'
}

function saidOf(locale: Locale, translation: Translation | null): TextState | null {
	if (translation === null || !translation.startsWith(locale.toUpperCase())) return null
	return translation.endsWith('MACHINE') ? 'MACHINE' : 'CHECKED'
}
