import type { Bilingual } from '#app/domain/bilingual.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import type { Dated } from '#app/domain/milestone/rules.ts'
import type { Block, Content, Field, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { phraseOf } from './words.ts'
import type { Words } from './words.ts'

/** A chapter's heading. */
export function chapter(text: Phrase): Block {
	return { kind: 'heading', level: 1, text, bookmark: true }
}

/** A sentence of its own. */
export function sentence(text: Phrase, tone?: 'muted'): Block {
	return tone === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, tone }
}

/** A text beside its label. */
export function textContent(text: Phrase, tone?: 'muted'): Content {
	return tone === undefined ? { kind: 'text', text } : { kind: 'text', text, tone }
}

/** An entry that says one thing. */
export function entry(label: string, text: Phrase): Field {
	return { label, contents: [textContent(text)] }
}

/** A text as long as it was written: each of its paragraphs, in its own language. */
export function paragraphsOf(phrase: Phrase): readonly Phrase[] {
	const parts = wordsOf(phrase)
		.split(/\n+/)
		.filter((part) => part.trim() !== '')
	return parts.map((text) => (typeof phrase === 'string' ? text : { ...phrase, text }))
}

/** A text of the record as an entry, paragraph by paragraph; that it is not given is said. */
export function writtenEntry(label: string, text: Bilingual, words: Words): Field {
	const paragraphs = paragraphsOf(phraseOf(text, words))
	return { label, contents: paragraphs.map((paragraph) => textContent(paragraph)) }
}

/** A title with its number in front, in the title's own language. */
export function numberedTitle(number: string | null, title: Bilingual, words: Words): Phrase {
	const phrase = phraseOf(title, words)
	if (number === null) return phrase
	const text = words.say('report.details.title', { number, title: wordsOf(phrase) })
	return typeof phrase === 'string' ? text : { ...phrase, text }
}

/** From when to when; an end or a start that the source does not give is said to be missing. */
export function periodText({ startsOn, endsOn }: Dated, { say, format }: Words): string {
	if (startsOn === null && endsOn === null) return say('report.not-given')
	if (endsOn === null) return say('period.from', { from: format.day(startsOn ?? '') })
	if (startsOn === null) return say('period.until', { until: format.day(endsOn) })
	return say('period.both', { from: format.day(startsOn), until: format.day(endsOn) })
}

type GivenValue = { readonly code: string; readonly justification: string | null }

/** The values that a commitment rests on, each with its reason where one is given. */
export function valueContents(values: readonly GivenValue[], { say }: Words): readonly Content[] {
	if (values.length === 0) return [textContent(say('report.not-given'))]
	return values.map(({ code, justification }) => {
		const value = OGP_VALUES.some((one) => one === code) ? say(`ogp-value.${code}`) : code
		return textContent(
			justification === null ? value : say('commitment.value.because', { value, justification }),
		)
	})
}

/** An entry for what a source gives as one line of text; that it does not is said. */
export function givenEntry(label: string, value: string | null, { say }: Words): Field {
	return entry(label, value || say('report.not-given'))
}
