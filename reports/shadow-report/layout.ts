import { chapter, entry, numberedTitle, sentence } from '#reports/document/pieces.ts'
import { nameOf, ofAll, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell } from '#reports/pdf/block.ts'
import { planCover, unreadable } from '#reports/plan-report/cover.ts'
import { planMethod } from '#reports/plan-report/method.ts'
import { claimFields, verificationFields } from '#reports/progress-report/claims.ts'
import { gapWords, judgementOf, levelCell } from '#reports/progress-report/levels.ts'
import { judgesIn } from '#reports/progress-report/model.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'
import { threadFields } from '#reports/progress-report/threads.ts'
import { shadowFigures, shadowed } from './model.ts'
import type { ShadowedCommitment } from './model.ts'

/** What one organization found about a plan, beside what government claims: every finding of its own, and no other. */
export function layoutShadowReport(report: ProgressReport, words: Words): readonly Block[] {
	const { say } = words
	const { organization } = report.model
	const name = organization ? nameOf(organization.name, words) : say('report.not-given')
	const own = shadowed(report)
	return [
		planCover(
			report,
			{ kicker: say('report.shadow.kicker'), facts: [[say('report.shadow.by'), name]] },
			words,
		),
		{ kind: 'page-break' },
		...unreadable(report, words),
		...summary(report, own, words),
		...overview(own, words),
		chapter(say('report.shadow.details')),
		...own.flatMap((commitment) => commitmentBlocks(commitment, report, words)),
		...notLooked(report, own, words),
		...planMethod(report, words),
	]
}

function summary(report: ProgressReport, own: readonly ShadowedCommitment[], words: Words): readonly Block[] {
	const { say, format } = words
	const { shown, existing, looked, commitments, interested } = shadowFigures(report, own)
	return [
		chapter(say('report.summary')),
		sentence(say('report.shadow.lead')),
		{
			kind: 'fields',
			fields: [
				entry(say('report.shadow.findings'), ofAll({ count: shown, of: existing }, words)),
				entry(say('report.shadow.looked'), ofAll({ count: looked, of: commitments }, words)),
				entry(
					say('report.shadow.interested'),
					interested === 0
						? say('report.shadow.interested.none')
						: say('report.shadow.interested.some', {
								count: interested,
								number: format.count(interested),
							}),
				),
			],
		},
	]
}

function overview(own: readonly ShadowedCommitment[], words: Words): readonly Block[] {
	const { say } = words
	if (own.length === 0) return [sentence(say('report.shadow.none'))]
	return [
		{
			kind: 'table',
			columns: [
				{ label: say('report.commitments.title'), weight: 40, rowHeader: true },
				{ label: say('judge.claimed'), judge: 'claimed', weight: 22 },
				{ label: say('judge.verified'), judge: 'verified', weight: 22 },
				{ label: say('report.divergences.gap'), weight: 36 },
			],
			rows: own.map(({ item }): Cell[] => [
				{ text: numberedTitle(item.number, item.commitment.title, words) },
				levelCell(item.judgements.claimed, 'claimed', words),
				levelCell(item.judgements.verified, 'verified', words),
				{ text: gapWords(item.judgements, words) },
			]),
		},
		sentence(say('report.shadow.overview.note'), 'muted'),
	]
}

function commitmentBlocks(
	{ item, whole, milestones }: ShadowedCommitment,
	report: ProgressReport,
	words: Words,
): readonly Block[] {
	const { say } = words
	const { asOfOn } = report.model
	const judges = judgesIn(report)
	return [
		{
			kind: 'heading',
			level: 2,
			text: numberedTitle(item.number, item.commitment.title, words),
			bookmark: true,
		},
		{
			kind: 'table',
			columns: judges.map((judge) => ({ label: say(`judge.${judge}`), judge, weight: 1 })),
			rows: [judges.map((judge) => levelCell(judgementOf(item.judgements, judge), judge, words))],
		},
		...(whole.length === 0
			? []
			: [
					{
						kind: 'fields' as const,
						fields: [
							...verificationFields(whole, words, say('report.details.whole')),
							...threadFields(whole, asOfOn, words),
						],
					},
				]),
		...milestones.flatMap((milestone) => milestoneBlocks(milestone, { item, report }, words)),
	]
}

type InReport = Pick<ShadowedCommitment, 'item'> & { readonly report: ProgressReport }

function milestoneBlocks(
	{ milestone: { milestone }, place, findings }: ShadowedCommitment['milestones'][number],
	{ item, report }: InReport,
	words: Words,
): readonly Block[] {
	const number = milestone.number ?? `${item.number}.${String(place)}`
	return [
		{ kind: 'heading', level: 3, text: numberedTitle(number, milestone.title, words), bookmark: false },
		{
			kind: 'fields',
			fields: [
				...claimFields(milestone.claims.slice(0, 1), report, words),
				...verificationFields(findings, words),
				...threadFields(findings, report.model.asOfOn, words),
			],
		},
	]
}

function notLooked(
	report: ProgressReport,
	own: readonly ShadowedCommitment[],
	words: Words,
): readonly Block[] {
	const { say } = words
	const looked = new Set(own.map(({ item }) => item.commitment.id))
	const rest = report.commitments.filter(({ commitment }) => !looked.has(commitment.id))
	if (rest.length === 0) return []
	return [
		chapter(say('report.shadow.not-looked')),
		sentence(say('report.shadow.not-looked.lead')),
		{
			kind: 'table',
			columns: [
				{ label: say('report.commitments.number'), weight: 12 },
				{ label: say('report.commitments.title'), weight: 88, rowHeader: true },
			],
			rows: rest.map((item): Cell[] => [
				{ text: item.number },
				{ text: phraseOf(item.commitment.title, words) },
			]),
		},
	]
}
