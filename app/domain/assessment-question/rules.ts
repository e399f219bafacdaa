import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'

/** Ways of answering a question of an assessment. With TEXT the explanation is the answer. */
export const ANSWER_SCALES = ['YES_NO_UNCLEAR', 'POTENTIAL', 'COMPLETION', 'DIOG', 'CHOICES', 'TEXT'] as const
export type AnswerScale = (typeof ANSWER_SCALES)[number]

/**
 * Answers to questions of yes and no, of potential, and of "Did it open government?".
 *
 * Source  https://www.opengovpartnership.org/?p=57265, https://www.opengovpartnership.org/glossary/early-results/;
 *         UNCLEAR and NOT_APPLICABLE are not confirmed.
 */
export const YES_NO_UNCLEAR = ['YES', 'NO', 'UNCLEAR'] as const
export const POTENTIALS = ['UNCLEAR', 'MODEST', 'SUBSTANTIAL'] as const
export const CHANGES = [
	'WORSENED',
	'DID_NOT_CHANGE',
	'MARGINAL',
	'MAJOR',
	'OUTSTANDING',
	'NOT_APPLICABLE',
] as const

/** Whose question it is: OGP's own, one like those in use, or ours. */
export const QUESTION_BASES = ['OGP', 'PRACTICE', 'OURS'] as const
export type QuestionBasis = (typeof QUESTION_BASES)[number]

/** The choice that says that no other one applies. */
export const NO_CHOICE = 'NONE'

type Answerable = { readonly scale: AnswerScale; readonly choices: readonly { readonly code: string }[] }

/** The codes that answer a question, in their order; empty where the explanation is the answer. */
export function answersTo({ scale, choices }: Answerable): readonly string[] {
	switch (scale) {
		case 'YES_NO_UNCLEAR':
			return YES_NO_UNCLEAR
		case 'POTENTIAL':
			return POTENTIALS
		case 'COMPLETION':
			return COMPLETION_LEVELS
		case 'DIOG':
			return CHANGES
		case 'CHOICES':
			return choices.map(({ code }) => code)
		case 'TEXT':
			return []
	}
}

/** Longest question, and longest explanation of one. Unit: characters. Source: our own. */
export const QUESTION_MAX_CHARACTERS = 1_000

const OF_SITE = /-site-(\d{3})$/

/** The name of the question set that follows another on this site: after it by its name, and before a later one of OGP's. */
export function nextQuestionSet(name: string): string {
	const number = Number(OF_SITE.exec(name)?.[1] ?? 0) + 1
	return `${name.replace(OF_SITE, '')}-site-${String(number).padStart(3, '0')}`
}

/** Whose a question is once this site worded it anew: it is not OGP's own wording any more. */
export function basisOfNewWording(basis: string): QuestionBasis {
	return basis === 'OURS' ? 'OURS' : 'PRACTICE'
}
