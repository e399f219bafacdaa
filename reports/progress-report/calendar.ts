import { addMonths } from '#app/domain/calendar.ts'
import { isOpen } from '#app/domain/obligation/rules.ts'
import type { FrozenObligation } from '#app/domain/report-source/schema.ts'
import { obligationInWords, stateInWords } from '#reports/document/obligation-words.ts'
import { sentence } from '#reports/document/pieces.ts'
import { phraseOf, ofAll } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell } from '#reports/pdf/block.ts'
import type { ProgressReport } from './model.ts'

/** How far ahead the report looks. Unit: months. Source: our own, domain of reports. */
const MONTHS_AHEAD = 6

/** What the plan owes: what is late, what comes in the next months, and what was done; then the reporting periods. */
export function obligations(report: ProgressReport, words: Words): readonly Block[] {
	const { say } = words
	const { model } = report
	if (model.ruleNumbers === undefined)
		return [heading(say('report.obligations')), ...periods(report, words), missing(words)]
	return [
		heading(say('report.calendar')),
		...(model.obligations === undefined
			? [sentence(say('obligation.imported'))]
			: owed(model.obligations, model.asOfOn, words)),
		{ kind: 'heading', level: 2, text: say('report.periods'), bookmark: false },
		...periods(report, words),
	]
}

function heading(text: string): Block {
	return { kind: 'heading', level: 1, text, bookmark: true }
}

function missing({ say }: Words): Block {
	return { kind: 'paragraph', text: say('report.obligations.missing') }
}

function owed(all: readonly FrozenObligation[], today: string, words: Words): readonly Block[] {
	const { say, format } = words
	const horizon = addMonths(today, MONTHS_AHEAD)
	const groups = [
		['late', all.filter(({ state }) => state === 'OVERDUE')],
		['next', all.filter(({ state, dueOn }) => isOpen(state) && state !== 'OVERDUE' && dueOn <= horizon)],
		['settled', all.filter(({ state }) => !isOpen(state))],
	] as const
	const later = all.filter(({ state, dueOn }) => isOpen(state) && state !== 'OVERDUE' && dueOn > horizon)
	return [
		...groups.flatMap(([group, rows]): Block[] => [
			{ kind: 'heading', level: 2, text: say(`report.calendar.${group}`), bookmark: false },
			rows.length === 0 ? sentence(say(`report.calendar.${group}.none`)) : table(rows, words),
		]),
		...(later.length === 0
			? []
			: [
					sentence(
						say('report.calendar.later', {
							count: later.length,
							number: format.count(later.length),
							day: format.day(horizon),
						}),
					),
				]),
	]
}

function table(rows: readonly FrozenObligation[], words: Words): Block {
	const { say, format } = words
	return {
		kind: 'table',
		columns: [
			{ label: say('obligation.what'), weight: 50, rowHeader: true },
			{ label: say('obligation.due'), weight: 20 },
			{ label: say('obligation.state'), weight: 34 },
		],
		rows: rows.map((one): Cell[] => [
			{ text: obligationInWords(one, words) },
			{ text: format.day(one.dueOn) },
			{
				text: stateInWords(one, words),
				...(one.waiver === null ? {} : { detail: phraseOf(one.waiver.reason, words) }),
			},
		]),
	}
}

/** The reporting periods with how much came in. */
function periods({ model }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const { checkpoints, commitments } = model.record
	const milestones = commitments.flatMap((commitment) => commitment.milestones)
	if (checkpoints.length === 0) return [sentence(say('report.obligations.none'))]
	return [
		{
			kind: 'table',
			columns: [
				{ label: say('report.obligations.code'), weight: 15, rowHeader: true },
				{ label: say('report.obligations.opens'), weight: 28 },
				{ label: say('report.obligations.due'), weight: 28 },
				{ label: say('report.obligations.reported'), weight: 29 },
			],
			rows: checkpoints.map(({ code, opensOn, dueOn }): Cell[] => {
				const reported = milestones.filter((m) =>
					m.claims.some((claim) => claim.checkpointCode === code),
				).length
				return [
					{ text: code },
					{ text: format.day(opensOn) },
					{ text: format.day(dueOn) },
					{ text: ofAll({ count: reported, of: milestones.length }, words) },
				]
			}),
		},
	]
}
