/**
 * What OGP's process database asks of each action plan, by part, in its order.
 *
 * Source  OGP process database, July 2016: names of its columns; codes are ours.
 */
export const PROCESS_PARTS = {
	DEVELOPMENT: [
		'TIMELINE_AHEAD',
		'TIMELINE_ONLINE',
		'TIMELINE_ELSEWHERE',
		'TIMELINE_LINKS',
		'NOTICE_AHEAD',
		'NOTICE_DAYS',
		'NOTICE_ADEQUATE',
		'AWARENESS_RAISED',
		'AWARENESS_LINKS',
		'CONSULTED_ONLINE',
		'CONSULTED_ONLINE_LINKS',
		'CONSULTED_IN_PERSON',
		'COMMENTS_SUMMARISED',
		'COMMENTS_LINKS',
		'STEPS_FOLLOWED',
		'DEVELOPMENT_OPENNESS',
		'DEVELOPMENT_INFLUENCE',
	],
	IMPLEMENTATION: ['REGULAR_FORUM', 'FORUM_OPENNESS', 'FORUM_INFLUENCE'],
	SELF_ASSESSMENT: [
		'REPORT_PUBLISHED',
		'REPORT_ON_TIME',
		'REPORT_IN_LOCAL_LANGUAGE',
		'REPORT_IN_ENGLISH',
		'REPORT_OPEN_FOR_COMMENT',
		'REPORT_REVIEWS_COMMENTS',
		'REPORT_COMMENTS_RECEIVED',
		'REPORT_IN_PORTAL',
		'REPORT_REVIEWS_CONSULTATION',
		'REPORT_ALL_COMMITMENTS',
		'REPORT_COMPLETION',
		'REPORT_REVIEWS_DRAFT_CONSULTATION',
	],
	LEADERSHIP: [
		'ONE_BRANCH',
		'EXECUTIVE',
		'SEVERAL_AGENCIES',
		'SINGLE_LEAD',
		'HEAD_OFFICE',
		'HEAD_OFFICE_LEADS',
		'FOREIGN_MINISTRY',
		'FOREIGN_MINISTRY_LEADS',
		'OFFICIAL_MANDATE',
		'LEGAL_MANDATE',
		'SEVERAL_ARRANGEMENTS',
		'SAME_AGENCY',
		'EXECUTIVE_CHANGED',
	],
} as const
export type ProcessPart = keyof typeof PROCESS_PARTS
export type ProcessQuestion = (typeof PROCESS_PARTS)[ProcessPart][number]

/** All questions, in the order of the database. */
export const PROCESS_QUESTIONS: readonly ProcessQuestion[] = Object.values(PROCESS_PARTS).flat()

/** The six steps of consultation that the database counts. Source: its columns "Step 1" to "Step 6". */
export const CONSULTATION_STEPS = [
	'TIMELINE_AHEAD',
	'NOTICE_AHEAD',
	'AWARENESS_RAISED',
	'CONSULTED_ONLINE',
	'CONSULTED_IN_PERSON',
	'COMMENTS_SUMMARISED',
] as const satisfies readonly ProcessQuestion[]

/** Published words, by question; a question that is not there has an empty cell. */
export type ProcessAnswers = { readonly [Q in ProcessQuestion]?: string }

/** Words for "no value"; the database does not say how they differ. */
export const NO_ANSWER = ['NR', 'NA', 'ND'] as const

/** What an answer says: a word we know, none, or something to be shown as it was published. */
export type AnswerMeaning = 'YES' | 'NO' | 'NONE' | 'AS_PUBLISHED'

const MEANINGS: Readonly<Record<string, AnswerMeaning>> = {
	yes: 'YES',
	no: 'NO',
	nr: 'NONE',
	na: 'NONE',
	nd: 'NONE',
}

/** What a published word says. 1 and 0 stand for yes and no among the questions on who leads, and nowhere else. */
export function answerMeaning(question: ProcessQuestion, word: string | undefined): AnswerMeaning {
	const plain = (word ?? '').trim().toLowerCase()
	if (plain === '') return 'NONE'
	const isLeadership = PROCESS_PARTS.LEADERSHIP.some((one) => one === question)
	if (isLeadership && plain === '1') return 'YES'
	if (isLeadership && plain === '0') return 'NO'
	return MEANINGS[plain] ?? 'AS_PUBLISHED'
}

/**
 * How many of the six steps of consultation were followed, as far as the database answers.
 *
 * Unit     steps, and steps of which it says yes or no.
 * Returns  null where it answers none: the database then counts 0 for some plans, and nothing was seen to be missing.
 * Source   our own reading of the database's six columns; OGP's rules of today count otherwise.
 */
export function stepsFollowed(answers: ProcessAnswers): { followed: number; answered: number } | null {
	const said = CONSULTATION_STEPS.map((step) => answerMeaning(step, answers[step]))
	const answered = said.filter((one) => one === 'YES' || one === 'NO').length
	return answered === 0 ? null : { followed: said.filter((one) => one === 'YES').length, answered }
}

/** The addresses a published cell holds; null where it holds anything else, such as an address broken over lines. */
export function linksIn(text: string): readonly string[] | null {
	const parts = text.split(/(?:<br\s*\/?>|\s)+/i).filter((part) => part !== '')
	const isWhole = (part: string) => /^https?:\/\/[^/\s]+\.[^/\s]+/.test(part) && URL.canParse(part)
	return parts.length > 0 && parts.every(isWhole) ? parts : null
}
