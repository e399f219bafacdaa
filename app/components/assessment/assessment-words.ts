import type { Words } from '#app/components/words.tsx'
import type { AnswerScale } from '#app/domain/assessment-question/rules.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { codesIn } from '#app/domain/local-assessment/rules.ts'
import type { NamedCommitment } from '#app/domain/local-assessment/view.ts'

/** A code of a question's scale in words. */
export function answerInWords(
	{ scale, choices }: Pick<QuestionView, 'scale' | 'choices'>,
	code: string,
	{ say, locale }: Pick<Words, 'say' | 'locale'>,
): string {
	if (scale === 'COMPLETION') return say(`level.${code}`)
	if (scale !== 'CHOICES') return say(`assessment.answer.${scaleOf(scale)}.${code}`)
	const choice = choices.find((one) => one.code === code)
	return (choice && textIn(choice.text, locale)?.text) ?? code
}

function scaleOf(scale: Exclude<AnswerScale, 'COMPLETION' | 'CHOICES'>): string {
	return scale === 'DIOG' ? 'change' : scale === 'POTENTIAL' ? 'potential' : 'yes-no'
}

/** All codes of an answer in words; null where there are none. */
export function answersInWords(
	question: Pick<QuestionView, 'scale' | 'choices'>,
	answer: string | null,
	words: Pick<Words, 'say' | 'locale'> & { readonly format: Pick<Words['format'], 'list'> },
): string | null {
	const codes = codesIn(answer)
	if (codes.length === 0) return null
	return words.format.list(codes.map((code) => answerInWords(question, code, words)))
}

/** The title of a commitment with its number in front. */
export function commitmentInWords(
	{ id, number, title }: NamedCommitment,
	{ locale }: Pick<Words, 'locale'>,
): string {
	return [number, textIn(title, locale)?.text ?? id].filter(Boolean).join('. ')
}

/** A text in the page's language, or in the other one where it exists only there. */
export function wordsIn(text: Bilingual, { say, locale }: Pick<Words, 'say' | 'locale'>): string {
	return textIn(text, locale)?.text ?? say('missing.text')
}
