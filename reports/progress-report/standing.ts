import type { RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { RemarkView } from '#app/domain/expectation-remark/view.ts'
import type { ReportedExpectation } from '#app/domain/report-source/view.ts'
import { isRecommended, summaryOf } from '#app/domain/standing/rules.ts'
import { linkContent } from '#reports/document/evidence.ts'
import { chapter, entry, numberedTitle, sentence, textContent } from '#reports/document/pieces.ts'
import { expectationRule } from '#reports/document/rule-of-expectation.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell, Content, Field } from '#reports/pdf/block.ts'
import { linkedRecords } from './linked-records.ts'
import { isSince } from './model.ts'
import type { ProgressReport } from './model.ts'

type Model = ProgressReport['model']

/** Records of one level that are named in print; the page and the snapshot have them all. */
const NAMED_RECORDS = 3

/** The five levels in one table, each with its first reason. Nothing in reports from before they rested on records. */
export function levelsTable({ model }: ProgressReport, words: Words): readonly Block[] {
	if (model.ruleNumbers === undefined) return []
	const { say } = words
	return [
		{ kind: 'heading', level: 2, text: say('report.expectations'), bookmark: false },
		{
			kind: 'table',
			columns: [
				{ label: say('report.expectations.expectation'), weight: 34, rowHeader: true },
				{ label: say('report.expectations.level'), weight: 18 },
				{ label: say('report.expectations.reason'), weight: 48 },
			],
			rows: model.expectations.map(({ code, level, reasons: [first] }): Cell[] => [
				{ text: say(`expectation.${code}`) },
				{ text: say(`expectation-level.${level}`) },
				{ text: first === undefined ? say('report.not-given') : say(`expectation-reason.${first}`) },
			]),
		},
	]
}

/** The rule of a level, the records behind it, what would change it, and what others say beside it. */
export function standingFields(
	expectation: ReportedExpectation,
	model: Model,
	words: Words,
): readonly Field[] {
	const { say } = words
	const { code, ruleSet, records = [], changes = [] } = expectation
	const numbers = (ruleSet && model.ruleNumbers?.[ruleSet.id]) ?? {}
	const rule = textContent(expectationRule(code, numbers, words), 'muted')
	const version = ruleSet && textContent(ruleSetWords(ruleSet, words), 'muted')
	return [
		...leftOutFields(expectation, words),
		{ label: say('report.expectations.rule'), contents: version ? [rule, version] : [rule] },
		{
			label: say('expectation.records'),
			contents:
				model.recordKinds && records.length > 0
					? linkedRecords(records, model, words)
					: recordContents(records, model, words),
		},
		...(changes.length === 0
			? []
			: [{ label: say('expectation.change'), contents: changes.map((one) => changeContent(one, words)) }]),
		...remarkFields(model, code, words),
	]
}

/** Commitments that the figures of a level leave out since they ended, each with its standing and the day. */
function leftOutFields({ code, leftOut = [] }: ReportedExpectation, words: Words): readonly Field[] {
	const { say, format } = words
	if (leftOut.length === 0) return []
	const count = say('left-out.lead', { count: leftOut.length, shown: format.count(leftOut.length) })
	const each = leftOut.flatMap(({ number, title, standing, sinceOn }) => [
		textContent(numberedTitle(number, title, words)),
		textContent(
			say('left-out.since', { standing: say(`standing.${standing}`), on: format.day(sinceOn) }),
			'muted',
		),
	])
	const contents = [textContent(count), ...(code === 'E2_COMMITMENTS' ? each : [])]
	return [{ label: say('left-out.title'), contents }]
}

function ruleSetWords(
	{ track, version }: NonNullable<ReportedExpectation['ruleSet']>,
	{ say }: Words,
): string {
	return say('report.expectations.rule-set', { track: say(`member-level.${track}`), version })
}

function recordContents(
	records: readonly string[],
	model: Model,
	{ say, format }: Words,
): readonly Content[] {
	if (records.length === 0) return [textContent(say('report.expectations.records.none'))]
	const named = records.slice(0, NAMED_RECORDS)
	const rest = records.length - named.length
	const more = isSince(model, '5') ? 'report.expectations.records.rest' : 'report.expectations.records.more'
	return [
		...named.map((recordId) => textContent(recordId, 'muted')),
		...(rest > 0 ? [textContent(say(more, { count: rest, number: format.count(rest) }))] : []),
	]
}

type Change = NonNullable<ReportedExpectation['changes']>[number]

function changeContent({ code, byOn }: Change, { say, format }: Words): Content {
	const when = byOn === null ? say('expectation.by.none') : say('expectation.by', { on: format.day(byOn) })
	return textContent(`${say(`expectation-change.${code}`)}. ${when}`)
}

/** Comments of government and dissent of others, each in its own entry: they change nothing of the level. */
function remarkFields(model: Model, code: ReportedExpectation['code'], words: Words): readonly Field[] {
	const { say } = words
	const own = (model.remarks ?? []).filter(({ expectation }) => expectation === code)
	if (own.length === 0) return [entry(say('remark.beside'), say('remark.none'))]
	return own.map((remark) => ({
		label: say(`report.remark.${isDissent(remark) ? 'dissent' : 'comment'}`),
		contents: [
			textContent(remarkHead(remark, words), 'muted'),
			textContent(phraseOf(remark.text, words)),
			...(remark.url !== null && isSince(model, '4')
				? [linkContent({ text: remark.url, url: remark.url, note: '' })]
				: []),
			...(remark.interests ?? []).map(({ scope, code: interest }) =>
				textContent(
					say('report.remark.interest', {
						scope: say(`interest-scope.${scope}`),
						interest: say(`interest.${interest}`),
					}),
					'muted',
				),
			),
		],
		shows: remark.recordId,
	}))
}

function isDissent({ kind }: RemarkView): boolean {
	return kind === 'expectation-dissent.published'
}

function remarkHead(remark: RemarkView, words: Words): string {
	const { say, format } = words
	return say('report.remark.head', {
		by: nameOf(remark.organizationName, words),
		day: format.day(remark.publishedOn),
		level: say(`expectation-level.${remark.level}`),
		on: format.day(remark.asOfOn),
		record: remark.recordId,
	})
}

/** The requirements of co-creation, each with its level, why, and when it is due next. */
export function requirements({ model }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const rows = model.expectations.flatMap((expectation) => expectation.requirements ?? [])
	if (rows.length === 0) return []
	return [
		chapter(say('report.requirements')),
		sentence(inShort(rows, words)),
		...(summaryOf(rows).worst?.level === 'NOT_MET' ? [sentence(say('requirements.contrary'))] : []),
		{
			kind: 'table',
			columns: [
				{ label: say('requirements.what'), weight: 38, rowHeader: true },
				{ label: say('expectation.level'), weight: 18 },
				{ label: say('expectation.why'), weight: 34 },
				{ label: say('requirements.due'), weight: 16 },
			],
			rows: rows.map(({ code, level, reasons, nextDueOn }): Cell[] => [
				{ text: requirementName(code, words) },
				{ text: say(`expectation-level.${level}`) },
				{ text: reasons.map((reason) => say(`requirement-reason.${reason}`)).join(' ') },
				{ text: nextDueOn === null ? say('requirements.due.none') : format.day(nextDueOn) },
			]),
		},
	]
}

function inShort(rows: readonly RequirementView[], { say, format }: Words): string {
	const { met, of, worst, nextDueOn } = summaryOf(rows)
	const gravest = worst && {
		what: say(`requirement.${worst.code}`),
		level: say(`expectation-level.${worst.level}`),
	}
	return [
		say('requirements.met', { met: format.count(met), of: format.count(of) }),
		gravest ? say('requirements.worst', gravest) : say('requirements.worst.none'),
		nextDueOn === null
			? say('requirements.next.none')
			: say('requirements.next', { on: format.day(nextDueOn) }),
	].join(' ')
}

function requirementName(code: RequirementView['code'], { say }: Words): string {
	const what = say(`requirement.${code}`)
	return isRecommended({ code }) ? say('requirements.recommended', { what }) : what
}
