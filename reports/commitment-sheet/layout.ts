import {
	chapter,
	givenEntry,
	numberedTitle,
	periodText,
	sentence,
	textContent,
	valueContents,
	writtenEntry,
} from '#reports/document/pieces.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell, Field, Phrase } from '#reports/pdf/block.ts'
import { gapWords, levelCell } from '#reports/progress-report/levels.ts'
import { addressEntry, foundBlocks } from './found.ts'
import type { CommitmentSheetModel } from './model.ts'

/** What the sheet of one commitment says: what was promised, how far it is by each judge, and what that rests on. */
export function layoutCommitmentSheet(model: CommitmentSheetModel, words: Words): readonly Block[] {
	return [
		cover(model, words),
		...unreadable(model, words),
		...promised(model, words),
		...levels(model, words),
		...foundBlocks(model, words),
	]
}

function cover({ row, plan }: CommitmentSheetModel, words: Words): Block {
	const { say } = words
	const { commitment } = row
	const standing: readonly (readonly [string, Phrase])[] = commitment.standing
		? [[say('self-assessment.standing'), say(`standing.${commitment.standing}`)]]
		: []
	return {
		kind: 'cover',
		kicker: say('report.sheet.kicker'),
		title: numberedTitle(commitment.number, commitment.title, words),
		subtitle: nameOf(plan.member.name, words),
		notice: plan.member.isDemonstration ? say('report.demonstration') : null,
		facts: [
			[say('report.assessment.cover.plan'), phraseOf(plan.title, words)],
			...standing,
			[say('commitment.lead'), commitment.leadInstitution ?? say('report.not-given')],
			[say('commitment.period'), periodText(commitment, words)],
		],
		statement: say('report.statement'),
	}
}

/** Says, before anything else, which acts could not be read. */
function unreadable({ unreadable: acts }: CommitmentSheetModel, { say, format }: Words): readonly Block[] {
	if (acts.length === 0) return []
	return [
		chapter(say('unreadable.title')),
		sentence(say('unreadable.lead', { count: acts.length, records: format.count(acts.length) })),
		...acts.map(({ kind, recordId, version }) =>
			sentence(say('unreadable.record', { act: say(`act.${kind}`), recordId, version })),
		),
	]
}

/** The four judges side by side, never merged, and each milestone with those who judge milestones. */
function levels(model: CommitmentSheetModel, words: Words): readonly Block[] {
	const { say } = words
	const { judgements } = model.row
	const { claimed, verified, assessed, coded } = judgements
	const judged = { claimed, verified, coded, ...(assessed ? { assessed } : {}) }
	const judges = ['claimed', 'verified', 'assessed', 'coded'] as const
	return [
		chapter(say('report.sheet.levels')),
		{
			kind: 'table',
			columns: judges.map((judge) => ({ label: say(`judge.${judge}`), judge, weight: 1 })),
			rows: [
				judges.map((judge): Cell => {
					const judgement = judged[judge]
					return judgement
						? levelCell(judgement, judge, words)
						: { text: say('level.NOT_ASSESSED'), mark: 'NOT_ASSESSED' }
				}),
			],
		},
		sentence(gapWords(judgements, words)),
		...milestoneTable(model, words),
	]
}

function milestoneTable({ milestones }: CommitmentSheetModel, words: Words): readonly Block[] {
	const { say } = words
	if (milestones.length === 0) return [sentence(say('report.details.no-milestones'))]
	return [
		{
			kind: 'table',
			columns: [
				{ label: say('self-assessment.milestone'), weight: 44, rowHeader: true },
				{ label: say('report.milestone.period'), weight: 24 },
				{ label: say('judge.short.claimed'), judge: 'claimed', weight: 18 },
				{ label: say('judge.short.verified'), judge: 'verified', weight: 18 },
				{ label: say('report.commitments.schedule'), weight: 16 },
			],
			rows: milestones.map(({ number, milestone, judgements, schedule }) => [
				{ text: numberedTitle(number, milestone.title, words) },
				{ text: periodText(milestone, words) },
				levelCell(judgements.claimed, 'claimed', words),
				levelCell(judgements.verified, 'verified', words),
				{ text: say(milestone.standing ? `standing.${milestone.standing}` : `schedule.${schedule}`) },
			]),
		},
	]
}

/** What was promised, in the order of OGP's template: problem, what exists, what changes, and why that is open government. */
function promised(model: CommitmentSheetModel, words: Words): readonly Block[] {
	const { say } = words
	const { commitment } = model.row
	const { contribution } = commitment
	const fields: readonly Field[] = [
		givenEntry(say('commitment.supporting'), commitment.supportingInstitutions, words),
		writtenEntry(say('commitment.problem'), commitment.problem, words),
		writtenEntry(say('commitment.baseline'), commitment.baseline, words),
		writtenEntry(say('commitment.description'), commitment.description, words),
		...(contribution ? [writtenEntry(say('commitment.contribution'), contribution, words)] : []),
		{ label: say('commitment.values'), contents: valueContents(commitment.ogpValues, words) },
		testsField(model, words),
		addressEntry(model, words),
	]
	return [chapter(say('commitment.promised')), { kind: 'fields', fields }]
}

/** What the commitment passes of the tests behind the second expectation, on one line. */
function testsField({ tests }: CommitmentSheetModel, { say }: Words): Field {
	const results = tests.map(({ test, result }) =>
		say('report.sheet.test', { test: say(`commitment-test.${test}`), result: say(`test-result.${result}`) }),
	)
	return {
		label: say('report.sheet.tests'),
		contents: [textContent(results.join(' · ')), textContent(say('report.sheet.tests.ours'), 'muted')],
	}
}
