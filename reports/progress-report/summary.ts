import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { JudgeFigures, Share } from '#app/domain/action-plan/rules.ts'
import type { Block, Figure, LevelMark } from '#reports/pdf/block.ts'
import { isSince } from './model.ts'
import type { ProgressReport } from './model.ts'
import { ofAll } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

const JUDGES = ['claimed', 'verified', 'coded'] as const

/** Highest step first, then what is no step. */
const MARKS: readonly LevelMark[] = [...[...COMPLETION_LEVELS].reverse(), 'OTHER_WORDS', 'NOT_ASSESSED']

/** The summary: what was counted, three figures with their denominators, and completion by judge. */
export function summary(report: ProgressReport, words: Words, shown: number): readonly Block[] {
	const { figures, asOfOn } = report.model
	const { say, format } = words
	const milestones = say('report.summary.milestones', {
		count: figures.milestones,
		number: format.count(figures.milestones),
	})
	return [
		{ kind: 'page-break' },
		{ kind: 'heading', level: 1, text: say('report.summary'), bookmark: true },
		...withdrawn(report, words).map((text): Block => ({ kind: 'paragraph', text })),
		{
			kind: 'paragraph',
			text: say('report.summary.counts', {
				count: figures.commitments,
				commitments: format.count(figures.commitments),
				milestones,
				day: format.day(asOfOn),
			}),
		},
		{ kind: 'paragraph', text: say('report.summary.judges') },
		{
			kind: 'figures',
			figures: [
				figure('high-completion', figures.claimed.highCompletion, words),
				figure('coverage', figures.coverage, words),
				figure('agreement', figures.agreement, words),
			],
		},
		...completion(report, words),
		...countSentences(report, words).map((text): Block => ({ kind: 'paragraph', text })),
		{
			kind: 'paragraph',
			text: say(isSince(report.model, '5') ? 'report.shown.all' : 'report.summary.shown', {
				shown: format.count(shown),
				existing: format.count(figures.verifications),
			}),
		},
	]
}

/** Findings that their authors withdrew, before the report was frozen and after; nothing is said where none was. */
function withdrawn({ model }: ProgressReport, { say, format }: Words): readonly string[] {
	const before = model.record.commitments.flatMap((commitment) => commitment.withdrawals ?? []).length
	const since = model.withdrawnSince
	const said = (count: number) => ({ count, number: format.count(count) })
	return [
		...(before > 0 ? [say('report.summary.withdrawn', said(before))] : []),
		...(since
			? [say('report.summary.withdrawn-since', { ...said(since.count), snapshot: since.snapshotHash })]
			: []),
	]
}

/** Lateness and waiting claims, each as a sentence; nothing is said of what does not occur. */
export function countSentences({ model }: ProgressReport, { say, format }: Words): readonly string[] {
	const { overdue, milestonesWithoutEndDate, claimsWaiting, claimed } = model.figures
	const sentence = (key: string, count: number) => say(key, { count, number: format.count(count) })
	return [
		...(claimed.inOtherWords > 0 ? [sentence('report.summary.in-other-words', claimed.inOtherWords)] : []),
		...(overdue.length > 0 ? [sentence('report.summary.overdue', overdue.length)] : []),
		...(milestonesWithoutEndDate > 0
			? [sentence('report.summary.no-end-date', milestonesWithoutEndDate)]
			: []),
		...(claimsWaiting > 0 ? [sentence('report.summary.waiting', claimsWaiting)] : []),
	]
}

function figure(name: string, share: Share, words: Words): Figure {
	const label = words.say(`report.figure.${name}`)
	if (share.share === null) return { value: words.say('report.figure.none'), share: null, label }
	return { value: ofAll(share, words), share: words.format.percent(share.share), label }
}

function completion({ model }: ProgressReport, words: Words): readonly Block[] {
	if (model.figures.commitments === 0) return []
	const { say, format } = words
	const rows = JUDGES.map((judge) => ({
		judge,
		label: say(`judge.${judge}`),
		segments: MARKS.map((mark) => ({ mark, count: countOf(model.figures[judge], mark) })),
	}))
	const alt = rows.map(({ label, segments }) => {
		const parts = segments.filter((segment) => segment.count > 0)
		const said = parts.map(({ mark, count }) =>
			say('report.completion.alt-part', { count, level: markWord(mark, words) }),
		)
		return say('report.completion.alt-row', { judge: label, parts: format.list(said) })
	})
	return [
		{ kind: 'heading', level: 2, text: say('report.completion'), bookmark: false },
		{ kind: 'bars', alt: say('report.completion.alt', { rows: alt.join(' ') }), bars: rows },
		{
			kind: 'table',
			columns: [
				{ label: say('report.completion.judge'), weight: 19, rowHeader: true },
				...MARKS.map((mark) => ({ label: markWord(mark, words), mark, weight: 10 })),
			],
			rows: rows.map(({ judge, label, segments }) => [
				{ text: label, judge },
				...segments.map(({ count }) => ({ text: format.count(count) })),
			]),
		},
		{ kind: 'paragraph', text: say('report.completion.note'), tone: 'muted' },
	]
}

function markWord(mark: LevelMark, { say }: Words): string {
	return mark === 'OTHER_WORDS' ? say('report.completion.in-other-words') : say(`level.${mark}`)
}

function countOf(judge: JudgeFigures, mark: LevelMark): number {
	if (mark === 'OTHER_WORDS') return judge.inOtherWords
	return mark === 'NOT_ASSESSED' ? judge.notAssessed : judge.counts[mark]
}
