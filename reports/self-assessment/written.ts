import { textIn } from '#app/domain/bilingual.ts'
import type { AssessmentText } from '#app/domain/self-assessment/schema.ts'
import { paragraphsOf, sentence, textContent } from '#reports/document/pieces.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Content, Phrase } from '#reports/pdf/block.ts'

type Written = { readonly text: Phrase; readonly tone?: 'muted' }

/** A text of a self-assessment; that it is in one language only is said before it, and that it is missing in its place. */
function written(text: AssessmentText | null, { say, locale }: Words): readonly Written[] {
	const found = text && textIn(text, locale)
	if (!text || !found) return [{ text: say('self-assessment.not-written'), tone: 'muted' }]
	if (found.locale === locale) return paragraphsOf(found.text).map((one) => ({ text: one }))
	const key = text.notTranslated ? 'self-assessment.not-translated' : 'language.only'
	return [
		{ text: say(`${key}.${found.locale}`), tone: 'muted' },
		...paragraphsOf({ text: found.text, lang: found.locale }).map((one) => ({ text: one })),
	]
}

/** A text that stands alone. */
export function writtenBlocks(text: AssessmentText | null, words: Words): readonly Block[] {
	return written(text, words).map((one) => sentence(one.text, one.tone))
}

/** A text beside its label. */
export function writtenContents(text: AssessmentText | null, words: Words): readonly Content[] {
	return written(text, words).map((one) => textContent(one.text, one.tone))
}
