import { NO_CHOICE, answersTo } from '#app/domain/assessment-question/rules.ts'
import type { AnswerScale } from '#app/domain/assessment-question/rules.ts'
import { lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { dueDay } from '#app/domain/obligation/rules.ts'
import type { Owed } from '#app/domain/obligation/rules.ts'

/**
 * The three assessments of a local Monitoring Body.
 *
 * Source  https://www.opengovpartnership.org/documents/ogp-local-handbook
 */
export const ASSESSMENT_KINDS = ['INCEPTION', 'END_OF_COMMITMENT', 'END_OF_PLAN'] as const
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number]

/** Longest explanation of an answer, and longest list of references. Unit: characters. Source: our own. */
export const EXPLANATION_MAX_CHARACTERS = 6000
export const REFERENCES_MAX_CHARACTERS = 2000

/** Most pieces of evidence for one answer. Source: our own; how many may be files is in the rule set. */
export const ANSWER_EVIDENCE_MAX = 20

/** Why an answer cannot be published yet. */
export const ANSWER_FAULTS = ['ANSWER_MISSING', 'NONE_AND_OTHERS', 'EXPLANATION_MISSING'] as const
export type AnswerFault = (typeof ANSWER_FAULTS)[number]

type Question = {
	readonly code: string
	readonly section: string
	readonly scale: AnswerScale
	readonly choices: readonly { readonly code: string }[]
	readonly isPerCommitment: boolean
}

/** One page of an assessment: a section or, where it is asked of each, a section about one commitment. */
export type AssessmentPage<Asked extends Question = Question> = {
	readonly section: string
	readonly commitmentId: string | null
	readonly questions: readonly Asked[]
}

/** The pages of an assessment in OGP's order: sections as their questions stand, each commitment where it is asked of. */
export function pagesOf<Asked extends Question>(
	questions: readonly Asked[],
	commitmentIds: readonly string[],
): readonly AssessmentPage<Asked>[] {
	const sections = [...new Set(questions.map(({ section }) => section))]
	return sections.flatMap((section) => {
		const own = questions.filter((question) => question.section === section)
		const isOfEach = own.some(({ isPerCommitment }) => isPerCommitment)
		return (isOfEach ? commitmentIds : [null]).map((commitmentId) => ({
			section,
			commitmentId,
			questions: own,
		}))
	})
}

/** The name of an answer, for its evidence: the question's code and, where it is about one, the commitment. */
export function partOf(code: string, commitmentId: string | null): string {
	return commitmentId === null ? code : `${code} ${commitmentId}`
}

/** What is given to one question; null where nothing is. */
export type GivenAnswer = {
	/** A code of the question's scale, several with blanks between. */
	readonly answer: string | null
	readonly explanationEn: string | null
	readonly explanationId: string | null
}

/**
 * What keeps an answer from being published; null where nothing does. Each answer is explained in at least one
 * language; what was ticked in a list is explained by the question that follows it.
 *
 * Source  https://www.opengovpartnership.org/documents/inception-report-action-plan-west-sumbawa-indonesia-2021-2023
 *         (answer, brief explanation, evidence, references); which of them are required is ours
 */
export function answerFault(
	question: Pick<Question, 'scale' | 'choices'>,
	given: GivenAnswer | null,
): AnswerFault | null {
	const codes = codesIn(given?.answer ?? null)
	const { scale } = question
	const known = answersTo(question)
	if (scale !== 'TEXT' && (codes.length === 0 || codes.some((code) => !known.includes(code))))
		return 'ANSWER_MISSING'
	if (codes.includes(NO_CHOICE) && codes.length > 1) return 'NONE_AND_OTHERS'
	if (scale === 'CHOICES') return null
	return given?.explanationEn || given?.explanationId ? null : 'EXPLANATION_MISSING'
}

/** The codes of an answer. */
export function codesIn(answer: string | null): readonly string[] {
	return (answer ?? '').split(' ').filter((code) => code !== '')
}

/** Completion as the body found it: the answer to the question of completion; null where it is not asked or answered. */
export function assessedLevel(
	questions: readonly Pick<Question, 'code' | 'scale'>[],
	answers: readonly { readonly code: string; readonly answer: string | null }[],
): CompletionLevel | null {
	const asked = questions.find(({ scale }) => scale === 'COMPLETION')
	const given = answers.find(({ code }) => code === asked?.code)?.answer ?? null
	return asked === undefined ? null : (COMPLETION_LEVELS.find((level) => level === given) ?? null)
}

/** Whether somebody stands behind a draft as it is now: a change asks everyone to sign again. */
export function isSignedAt(
	version: number,
	signature: { readonly draftVersion: number } | undefined,
): boolean {
	return signature?.draftVersion === version
}

type Worked = {
	readonly plan: { readonly isKeptHere: boolean; readonly facts: { readonly endsOn: PartialDay | null } }
	readonly cycle: Pick<CycleRules, 'obligations'>
	readonly obligations: readonly Pick<Owed, 'code' | 'subject' | 'dueOn'>[]
}

/** The assessments that a rule set asks for; of a national plan, none. */
export function kindsAsked({ obligations }: Pick<CycleRules, 'obligations'>): readonly AssessmentKind[] {
	return ASSESSMENT_KINDS.filter((kind) => obligations.some(({ code }) => code === kind))
}

/**
 * The last day for an assessment. A commitment that is not complete is assessed after the plan's end.
 *
 * Returns  null where no record holds the day that it counts from, and for plans whose acts are kept elsewhere.
 * Source   the rows of the rule set; the plan's end in place of completion is not confirmed
 */
export function assessmentDueOn(
	{ plan, cycle, obligations }: Worked,
	{ kind, commitmentId }: { readonly kind: AssessmentKind; readonly commitmentId: string | null },
): CalendarDay | null {
	const owed = obligations.find(({ code, subject }) => code === kind && subject === (commitmentId ?? ''))
	if (owed) return owed.dueOn
	const rule = cycle.obligations.find(({ code }) => code === kind)
	const { endsOn } = plan.facts
	if (kind !== 'END_OF_COMMITMENT' || !rule || endsOn === null || !plan.isKeptHere) return null
	return dueDay(rule, lastDayOf(endsOn))
}

type FaultyPage = { readonly answers: readonly { readonly fault: AnswerFault | null }[] }

/** How many answers can be published as they are, of all that are asked. */
export function answerCount(pages: readonly FaultyPage[]): { readonly done: number; readonly of: number } {
	const all = pages.flatMap(({ answers }) => answers)
	return { done: all.filter(({ fault }) => fault === null).length, of: all.length }
}
