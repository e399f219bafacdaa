import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Block, Cell } from '#reports/pdf/block.ts'
import { numbered } from './details.ts'
import { gapWords, judgementOf, levelCell, levelWord, markOf } from './levels.ts'
import { judgesIn } from './model.ts'
import type { CommitmentInReport, ProgressReport } from './model.ts'
import { phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

/** All commitments in one table: what each judge says, where each stands to its dates, and when it was last heard of. */
export function commitmentsTable(report: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const { commitments } = report
	const judges = judgesIn(report)
	const heading: Block = { kind: 'heading', level: 1, text: say('report.commitments'), bookmark: true }
	if (commitments.length === 0) return [heading, { kind: 'paragraph', text: say('report.commitments.empty') }]
	const never = say('report.commitments.never')
	return [
		heading,
		{
			kind: 'table',
			columns: [
				{ label: say('report.commitments.number'), weight: 8 },
				{ label: say('report.commitments.title'), weight: titleWeight(commitments), rowHeader: true },
				...judges.map((judge) => ({
					label: say(`report.judge.${judge}`),
					judge,
					weight: 18,
				})),
				{ label: say('report.commitments.schedule'), weight: 15 },
				{ label: say('report.commitments.last-update'), weight: 14 },
			],
			rows: commitments.map((item): Cell[] => [
				{ text: item.number },
				{ text: phraseOf(item.commitment.title, words) },
				...judges.map((judge) => ({
					text: levelWord(judgementOf(item.judgements, judge), judge, words),
					mark: markOf(judgementOf(item.judgements, judge)),
				})),
				{ text: say(item.schedule === null ? 'schedule.NO_LEVEL' : `schedule.${item.schedule}`) },
				{ text: item.lastUpdateOn === null ? never : format.day(item.lastUpdateOn) },
			]),
		},
	]
}

/** Titles as long as a paragraph get more of the table's width, at the cost of some breaks in the short cells. */
function titleWeight(commitments: readonly CommitmentInReport[]): number {
	return commitments.some(({ commitment }) => longest(commitment.title) > PARAGRAPH) ? 54 : 36
}

const PARAGRAPH = 150

function longest({ en, id }: Bilingual): number {
	return Math.max(en?.length ?? 0, id?.length ?? 0)
}

/** Where claim and independent levels differ, widest gap first, with the gap in words. */
export function divergences(report: ProgressReport, words: Words): readonly Block[] {
	const { say } = words
	const { figures } = report.model
	const heading: Block = { kind: 'heading', level: 1, text: say('report.divergences'), bookmark: true }
	const sentence = countsInWords(figures, words)
	const judges = judgesIn(report)
	if (figures.divergences.length === 0) {
		return [
			heading,
			{ kind: 'paragraph', text: say('report.divergences.none') },
			{ kind: 'paragraph', text: sentence },
		]
	}
	return [
		heading,
		{ kind: 'paragraph', text: say('report.divergences.intro') },
		{ kind: 'paragraph', text: sentence },
		{
			kind: 'table',
			columns: [
				{ label: say('report.commitments.title'), weight: titleWeight(report.commitments), rowHeader: true },
				...judges.map((judge) => ({
					label: say(`report.judge.${judge}`),
					judge,
					weight: 18,
				})),
				{ label: say('report.divergences.gap'), weight: 34 },
			],
			rows: figures.divergences.map(({ commitmentId, milestoneId, judgements }): Cell[] => [
				thingCell(report, { commitmentId, milestoneId }, words),
				...judges.map((judge) => levelCell(judgementOf(judgements, judge), judge, words)),
				{ text: gapWords(judgements, words) },
			]),
		},
	]
}

function countsInWords(
	{ commitments, divergenceCounts: counts }: PlanFigures,
	{ say, format }: Words,
): string {
	return say('report.divergences.counts', {
		of: format.count(commitments),
		agrees: format.count(counts.AGREES),
		more: format.count(counts.GOVERNMENT_HIGHER),
		less: format.count(counts.VERIFIER_HIGHER),
		unverified: format.count(counts.UNVERIFIED),
		cannot: format.count(counts.CANNOT_VERIFY),
		noClaim: format.count(counts.NO_CLAIM),
	})
}

/** Milestones past their last day, the longest overdue first. */
export function overdue(report: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const { figures } = report.model
	const heading: Block = { kind: 'heading', level: 1, text: say('report.overdue'), bookmark: true }
	const late = figures.overdue.length > 0
	const undated = figures.milestonesWithoutEndDate
	const sentence = (key: string, count: number) => say(key, { count, number: format.count(count) })
	const said = [
		late ? sentence('report.summary.overdue', figures.overdue.length) : say('report.overdue.none'),
		...(undated > 0 ? [sentence('report.summary.no-end-date', undated)] : []),
	]
	const paragraphs = said.map((text): Block => ({ kind: 'paragraph', text }))
	if (!late) return [heading, ...paragraphs]
	return [
		heading,
		...paragraphs,
		{
			kind: 'table',
			columns: [
				{ label: say('report.overdue.milestone'), weight: 62, rowHeader: true },
				{ label: say('report.overdue.last-day'), weight: 18 },
				{ label: say('judge.claimed'), judge: 'claimed', weight: 26 },
			],
			rows: figures.overdue.map(({ commitmentId, milestoneId, lastDay }): Cell[] => {
				const claimed = judgedMilestone(report, commitmentId, milestoneId)?.judgements.claimed
				return [
					thingCell(report, { commitmentId, milestoneId }, words),
					{ text: format.day(lastDay) },
					claimed ? levelCell(claimed, 'claimed', words) : { text: say('level.NO_REPORT') },
				]
			}),
		},
	]
}

type Thing = { readonly commitmentId: string; readonly milestoneId: string | null }

/** A commitment or one of its milestones, named by number and title. */
function thingCell(report: ProgressReport, { commitmentId, milestoneId }: Thing, words: Words): Cell {
	const commitment = found(report, commitmentId)
	if (!commitment) return { text: commitmentId }
	const title = numbered(commitment.number, phraseOf(commitment.commitment.title, words), words)
	if (milestoneId === null) return { text: title }
	const index = commitment.milestones.findIndex(({ milestone }) => milestone.id === milestoneId)
	const milestone = commitment.milestones[index]?.milestone
	if (!milestone) return { text: title }
	const number = milestone.number ?? `${commitment.number}.${String(index + 1)}`
	return { text: numbered(number, phraseOf(milestone.title, words), words), detail: title }
}

function found({ commitments }: ProgressReport, id: string): CommitmentInReport | undefined {
	return commitments.find(({ commitment }) => commitment.id === id)
}

function judgedMilestone(report: ProgressReport, commitmentId: string, milestoneId: string) {
	return found(report, commitmentId)?.milestones.find(({ milestone }) => milestone.id === milestoneId)
}
