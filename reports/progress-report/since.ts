import { hasChanged } from '#app/domain/report-change/rules.ts'
import type { ReportChanges } from '#app/domain/report-change/view.ts'
import { chapter, entry, numberedTitle, sentence, textContent } from '#reports/document/pieces.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell, Field, Phrase } from '#reports/pdf/block.ts'
import type { ProgressReport } from './model.ts'

const ACTS = ['claims', 'findings', 'replies', 'amendments'] as const

/** What became different since the report before, generated from both frozen records. */
export function since({ model, commitments }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	if (model.ruleNumbers === undefined) return []
	const title = chapter(say('report.since'))
	const changes = model.since
	if (changes === undefined)
		return [title, sentence(say(model.withdrawnSince ? 'report.since.left-out' : 'report.since.first'))]
	const { recordId, asOfOn } = changes
	const lead = sentence(say('report.since.lead', { day: format.day(asOfOn), record: recordId }))
	if (!hasChanged(changes)) return [title, lead, sentence(say('report.since.none'))]
	const nameOfCommitment = (id: string): Phrase => {
		const found = commitments.find(({ commitment }) => commitment.id === id)
		return found ? numberedTitle(found.number, found.commitment.title, words) : id
	}
	return [
		title,
		lead,
		{ kind: 'fields', fields: [...figureFields(changes, words), ...lists(changes, nameOfCommitment, words)] },
		...expectationTable(changes, words),
		...levelTable(changes, nameOfCommitment, words),
	]
}

function figureFields({ acts, overdue, covered }: ReportChanges, { say, format }: Words): readonly Field[] {
	const moved = ({ before, now }: { before: number; now: number }) =>
		say('report.since.moved', { before: format.count(before), now: format.count(now) })
	return [
		{
			label: say('report.since.acts'),
			contents: ACTS.map((name) =>
				textContent(
					say(`report.since.acts.${name}`, { count: acts[name], number: format.count(acts[name]) }),
				),
			),
		},
		entry(say('report.since.overdue'), moved(overdue)),
		entry(say('report.since.covered'), moved(covered)),
	]
}

type Naming = (commitmentId: string) => Phrase

function lists({ added, ended }: ReportChanges, named: Naming, { say }: Words): readonly Field[] {
	const list = (label: string, ids: readonly string[]): readonly Field[] =>
		ids.length === 0 ? [] : [{ label: say(label), contents: ids.map((id) => textContent(named(id))) }]
	return [...list('report.since.added', added), ...list('report.since.ended', ended)]
}

function expectationTable({ expectations }: ReportChanges, { say }: Words): readonly Block[] {
	if (expectations.length === 0) return []
	return [
		{
			kind: 'table',
			columns: [
				{ label: say('report.expectations.expectation'), weight: 50, rowHeader: true },
				{ label: say('report.since.from'), weight: 25 },
				{ label: say('report.since.to'), weight: 25 },
			],
			rows: expectations.map(({ code, from, to }): Cell[] => [
				{ text: say(`expectation.${code}`) },
				{ text: say(`expectation-level.${from}`) },
				{ text: say(`expectation-level.${to}`) },
			]),
		},
	]
}

function levelTable({ levels }: ReportChanges, named: Naming, { say }: Words): readonly Block[] {
	if (levels.length === 0) return []
	const word = (level: (typeof levels)[number]['from']) => say(`level.${level ?? 'NOT_ASSESSED'}`)
	return [
		{
			kind: 'table',
			columns: [
				{ label: say('report.commitments.title'), weight: 40, rowHeader: true },
				{ label: say('report.since.judge'), weight: 24 },
				{ label: say('report.since.from'), weight: 18 },
				{ label: say('report.since.to'), weight: 18 },
			],
			rows: levels.map(({ commitmentId, judge, from, to }): Cell[] => [
				{ text: named(commitmentId) },
				{ text: say(`judge.${judge}`), judge },
				{ text: word(from), mark: from ?? 'NOT_ASSESSED' },
				{ text: word(to), mark: to ?? 'NOT_ASSESSED' },
			]),
		},
	]
}
