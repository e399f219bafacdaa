import { expectationMark } from '#app/charts/expectation-mark.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { ReportedExpectation } from '#app/domain/report-source/view.ts'
import { chapter, entry, sentence } from '#reports/document/pieces.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell } from '#reports/pdf/block.ts'
import { planCover, unreadable } from '#reports/plan-report/cover.ts'
import { draftRound } from '#reports/plan-report/draft-round.ts'
import { planMethod } from '#reports/plan-report/method.ts'
import { shownOf } from '#reports/plan-report/shown.ts'
import { expectationFields } from '#reports/progress-report/expectations.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'
import { requirements } from '#reports/progress-report/standing.ts'
import { levelHistory, movedIn, nextDayOf } from './model.ts'

/** The five expectations and nothing else: each with its level, rule, records, what would change it, and its past. */
export function layoutStatusReport(report: ProgressReport, words: Words): readonly Block[] {
	const { expectations } = report.model
	return [
		planCover(report, { kicker: words.say('report.status.kicker') }, words),
		{ kind: 'page-break' },
		...unreadable(report, words),
		...overview(report, words),
		...shownOf(report, { filter: 'status', body: [] }, words),
		...draftRound(report, words),
		...expectations.flatMap((one, at) => expectationBlocks(one, { place: at + 1, report }, words)),
		...requirements(report, words),
		...history(report, words),
		...planMethod(report, words),
	]
}

function overview({ model }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	return [
		chapter(say('report.summary')),
		sentence(say('report.expectations.intro')),
		sentence(say('report.status.lead', { day: format.day(model.asOfOn) })),
		{
			kind: 'table',
			columns: [
				{ label: say('report.expectations.expectation'), weight: 42, rowHeader: true },
				{ label: say('report.expectations.level'), weight: 18 },
				{ label: say('report.cover.rule-set'), weight: 18 },
				{ label: say('report.status.next'), weight: 22 },
			],
			rows: model.expectations.map((one, at): Cell[] => [
				{ text: titleOf(one, at + 1, words) },
				levelCell(one.level, words),
				{ text: one.ruleSet?.version ?? model.record.ruleSet.version },
				{ text: dayOrNone(nextDayOf(one), words) },
			]),
		},
	]
}

/** A level as its mark and its word. */
function levelCell(level: ExpectationLevel, { say }: Words): Cell {
	return { text: say(`expectation-level.${level}`), mark: expectationMark(level) ?? 'NOT_ASSESSED' }
}

function dayOrNone(day: string | null, { say, format }: Words): string {
	return day === null ? say('report.status.next.none') : format.day(day)
}

function titleOf({ code }: ReportedExpectation, number: number, { say }: Words): string {
	return say('report.details.title', { number, title: say(`expectation.${code}`) })
}

type Placed = { readonly place: number; readonly report: ProgressReport }

function expectationBlocks(
	expectation: ReportedExpectation,
	{ place, report }: Placed,
	words: Words,
): readonly Block[] {
	const { say } = words
	const fields = expectationFields(expectation, report.model, words)
	const asAppropriate = entry(say('report.status.note'), say('expectation.as-appropriate'))
	return [
		chapter(titleOf(expectation, place, words)),
		{
			kind: 'fields',
			fields: expectation.code === 'E5_CONTRIBUTION' ? [...fields, asAppropriate] : fields,
		},
	]
}

function history(report: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const title = chapter(say('report.status.history'))
	const days = levelHistory(report)
	if (days === null) return [title, sentence(say('report.since.left-out'))]
	if (days.length === 1) return [title, sentence(say('report.status.history.none'))]
	const moved = movedIn(days).map((code) => say(`expectation-short.${code}`))
	return [
		title,
		sentence(
			moved.length === 0
				? say('report.status.history.same')
				: say('report.status.history.moved', { which: format.list(moved) }),
		),
		{
			kind: 'table',
			columns: [
				{ label: say('report.cover.as-of'), weight: 20, rowHeader: true },
				...EXPECTATIONS.map((code) => ({ label: say(`expectation-short.${code}`), weight: 16 })),
			],
			rows: days.map(({ asOfOn, levels }): Cell[] => [
				{ text: format.day(asOfOn) },
				...levels.map((level) => levelCell(level ?? 'NOT_RECORDED', words)),
			]),
		},
		sentence(say('report.status.history.note'), 'muted'),
	]
}
