import { ExternalHyperlink, TextRun } from 'docx'
import type { IRunOptions } from 'docx'
import type { Judge, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { clean } from '#reports/pdf/lines.ts'
import { LANGUAGE_TAGS } from '#reports/pdf/pen.ts'
import { INK, JUDGE_COLOURS, LINK, MUTED } from '#reports/pdf/type-scale.ts'

export type Language = 'en' | 'id'

/** How a run looks: size in half points. */
export type Look = { readonly size?: number; readonly isBold?: boolean; readonly isMuted?: boolean }

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Whether a text is read from the right, which Word wants to be told of paragraphs and runs alike. */
export function isRightToLeft(phrase: Phrase): boolean {
	const letter = /\p{L}/u.exec(wordsOf(phrase))
	return letter !== null && RIGHT_TO_LEFT.test(letter[0])
}

/** A phrase as runs of Word, one per line, in its own language. */
export function runsOf(phrase: Phrase, language: Language, look: Look = {}): readonly TextRun[] {
	const lang = LANGUAGE_TAGS[typeof phrase === 'string' ? language : phrase.lang]
	const options: IRunOptions = {
		language: { value: lang, bidirectional: lang },
		color: hex(look.isMuted ? MUTED : INK),
		...(look.size === undefined ? {} : { size: look.size }),
		...(look.isBold ? { bold: true } : {}),
		...(isRightToLeft(phrase) ? { rightToLeft: true } : {}),
	}
	return clean(wordsOf(phrase))
		.split('\n')
		.map((text, line) => new TextRun({ ...options, text, ...(line === 0 ? {} : { break: 1 }) }))
}

/** Glyphs of the judges: each has its own form, so that no colour carries meaning alone. */
const GLYPHS: Readonly<Record<Judge, string>> = { claimed: '■', verified: '●', assessed: '▲', coded: '◆' }

/** The glyph of a judge in the judge's colour; nothing where nobody judges. */
export function judgeRuns(judge: Judge | undefined): readonly TextRun[] {
	if (judge === undefined) return []
	return [new TextRun({ text: `${GLYPHS[judge]} `, color: hex(JUDGE_COLOURS[judge]) })]
}

/** A link that can be followed, with its own words; an address that is none of the web stays text. */
export function linkRuns(phrase: Phrase, url: string, language: Language): ExternalHyperlink | TextRun {
	const text = clean(wordsOf(phrase)).replaceAll('\n', ' ')
	const lang = LANGUAGE_TAGS[typeof phrase === 'string' ? language : phrase.lang]
	if (!/^https?:\/\//i.test(url)) return new TextRun({ text: `${text}: ${clean(url)}` })
	return new ExternalHyperlink({
		link: url,
		children: [new TextRun({ text, color: hex(LINK), underline: {}, language: { value: lang } })],
	})
}

function hex(colour: string): string {
	return colour.slice(1)
}
