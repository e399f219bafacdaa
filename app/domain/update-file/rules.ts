import type { z } from 'zod'
import { linkAnswer } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import type { DateFrame } from '#app/domain/further-answer/rules.ts'
import type { Fields } from '#app/domain/plan-file/schema.ts'
import { EVIDENCE_MAX, missingAnswers } from '#app/domain/progress-update/rules.ts'
import type { MissingAnswer } from '#app/domain/progress-update/rules.ts'
import { ChallengesAnswer, LevelAnswer, doneAnswer } from '#app/domain/progress-update/schema.ts'
import type { DoneAnswer } from '#app/domain/progress-update/schema.ts'
import { CHALLENGE_POSITIONS, EVIDENCE_POSITIONS } from './schema.ts'

/** What can be said of a row before it is taken. */
export const ROW_VERDICTS = [
	'READY',
	'UNCHANGED',
	'FAULTY',
	'CHANGED',
	'WAITING',
	'LOCKED',
	'NOT_OPEN',
	'NOT_YOURS',
] as const
export type RowVerdict = (typeof ROW_VERDICTS)[number]

/** The answers of a row, ready for the commands that the forms use. A nil report has a level alone. */
export type RowAnswers = {
	readonly level: LevelAnswer['level']
	readonly done: Omit<DoneAnswer, 'version'> | null
	readonly challenges: Omit<ChallengesAnswer, 'version'> | null
	/** Links that the report does not have yet. */
	readonly links: readonly z.infer<ReturnType<typeof linkAnswer>>[]
}

/** A fault of a column: the message that says it. */
export type AnswerFault = { readonly key: string; readonly message: string }

export type RowFrame = DateFrame & {
	readonly startsOn: string | null
	/** Evidence that the report has already. */
	readonly evidence: readonly DraftPiece[]
}

/** The answers that a row gives, or what is wrong with them, column by column. */
export function rowAnswers(
	fields: Fields,
	frame: RowFrame,
): { readonly answers: RowAnswers } | { readonly faults: readonly AnswerFault[] } {
	const level = LevelAnswer.safeParse({ version: 0, level: fields.level })
	if (!level.success) return { faults: [{ key: 'level', message: 'task.missing.LEVEL' }] }
	if (level.data.level === 'NIL')
		return { answers: { level: 'NIL', done: null, challenges: null, links: [] } }
	const done = doneAnswer(frame).safeParse({ version: 0, ...only(fields, DONE_FIELDS) })
	const challenges = challengesOf(fields)
	const links = linksOf(fields, frame)
	const faults = [
		...(done.success ? [] : faultsOf(done.error, (key) => key)),
		...(challenges?.success === false ? faultsOf(challenges.error, challengeKey) : []),
		...links.flatMap(({ at, read }) =>
			read.success ? [] : faultsOf(read.error, (key) => `evidence${at}${capital(key)}`),
		),
	]
	const given: RowAnswers = {
		level: level.data.level,
		done: done.success ? done.data : null,
		challenges: challenges?.success ? challenges.data : null,
		links: links.flatMap(({ read }) => (read.success ? [read.data] : [])),
	}
	const lacking = faults.length > 0 ? [] : lackingIn(given, frame)
	return faults.length + lacking.length > 0 ? { faults: [...faults, ...lacking] } : { answers: given }
}

const DONE_FIELDS = ['doneId', 'doneEn', 'nextStepId', 'nextStepEn', 'startedOn', 'finishedOn', 'expectedOn']

function only(fields: Fields, keys: readonly string[]): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)))
}

function challengesOf(fields: Fields) {
	const challenges = CHALLENGE_POSITIONS.flatMap((at) => fields[`challenge${at}`] ?? [])
	if (challenges.length === 0) return null
	return ChallengesAnswer.safeParse({ version: 0, challenges, ...only(fields, ['challengeText']) })
}

function challengeKey(key: string): string {
	return key === 'challengeText' ? key : 'challenge1'
}

function linksOf(fields: Fields, { today, evidence }: RowFrame) {
	const known = new Set(evidence.map(({ url }) => url))
	return EVIDENCE_POSITIONS.flatMap((at) => {
		const [url, kind, title] = ['Url', 'Kind', 'Title'].map((part) => fields[`evidence${at}${part}`])
		const isGiven = url !== undefined || title !== undefined
		if (!isGiven || (url !== undefined && known.has(url))) return []
		return [{ at, read: linkAnswer(today).safeParse({ url, kind, title }) }]
	})
}

function faultsOf(error: z.ZodError, keyOf: (key: string) => string): readonly AnswerFault[] {
	return error.issues.map(({ path, message }) => ({
		key: keyOf(String(path[0] ?? '')),
		message: MESSAGE_KEY.test(message) ? message : 'form.invalid',
	}))
}

/** Our message keys have dots and no blanks. */
const MESSAGE_KEY = /^[a-z][\w-]*(\.[\w-]+)+$/i

const COLUMN_OF: Readonly<Record<MissingAnswer, string>> = {
	LEVEL: 'level',
	DONE: 'doneId',
	CHALLENGES: 'challenge1',
	CHALLENGE_TEXT: 'challengeText',
	EVIDENCE: 'evidence1Url',
	PUBLIC_EVIDENCE: 'evidence1Url',
}

function lackingIn(given: RowAnswers, frame: RowFrame): readonly AnswerFault[] {
	if (given.level === 'NIL') return []
	const evidence = [...frame.evidence, ...given.links]
	const answers = {
		isNil: false,
		level: given.level,
		done: { en: given.done?.doneEn || null, id: given.done?.doneId || null },
		challenges: given.challenges?.challenges ?? [],
		challengeText: given.challenges?.challengeText ?? null,
		evidence: evidence.map(({ visibility }) => (visibility ? { visibility } : {})),
	}
	const missing = missingAnswers(answers, frame.startsOn, frame.today)
	const tooMany = evidence.length > EVIDENCE_MAX
	return [
		...missing.map((code) => ({ key: COLUMN_OF[code], message: `task.missing.${code}` })),
		...(tooMany ? [{ key: 'evidence1Url', message: 'update-file.evidence.too-many' }] : []),
	]
}

/** Whether a row says nothing that is not stored already. */
export function isUnchanged(fields: Fields, stored: Fields): boolean {
	return Object.keys(fields).every((key) => fields[key] === stored[key]) && isSameOrEmpty(fields, stored)
}

/** A cell that was emptied is a change, unless the whole row was left empty. */
function isSameOrEmpty(fields: Fields, stored: Fields): boolean {
	return Object.keys(fields).length === 0 || Object.keys(stored).every((key) => key in fields)
}

/** The versions that a row was written over: of the draft and of what was published; 0: none. */
export function markOf(draft: number | undefined, published: number | undefined): string {
	return `${String(draft ?? 0)}.${String(published ?? 0)}`
}

/** The key of a row: which milestone at which checkpoint. */
export function rowKey(milestoneId: string, checkpointCode: string): string {
	return `${milestoneId}|${checkpointCode}`
}

/** The report that a key names; null where it names none. */
export function reportOf(
	key: string,
): { readonly milestoneId: string; readonly checkpointCode: string } | null {
	const [milestoneId = '', checkpointCode = '', ...rest] = key.split('|')
	return milestoneId === '' || checkpointCode === '' || rest.length > 0
		? null
		: { milestoneId, checkpointCode }
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1)
}
