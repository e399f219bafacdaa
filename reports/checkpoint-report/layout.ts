import type { ClaimView } from '#app/domain/progress-update/view.ts'
import { chapter, entry, numberedTitle, sentence } from '#reports/document/pieces.ts'
import { ofAll, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Field } from '#reports/pdf/block.ts'
import { planCover, unreadable } from '#reports/plan-report/cover.ts'
import { draftRound } from '#reports/plan-report/draft-round.ts'
import { planMethod } from '#reports/plan-report/method.ts'
import { shownOf } from '#reports/plan-report/shown.ts'
import { claimFields, verificationFields } from '#reports/progress-report/claims.ts'
import { isSince } from '#reports/progress-report/model.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'
import { threadFields } from '#reports/progress-report/threads.ts'
import { atCheckpoint, checkpointFigures, checkpointOf } from './model.ts'
import type { CommitmentAtCheckpoint, MilestoneAtCheckpoint } from './model.ts'

/** What was reported for one checkpoint, milestone by milestone: promise, result, proof, obstacles, what comes next. */
export function layoutCheckpointReport(report: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const checkpoint = checkpointOf(report)
	const commitments = atCheckpoint(report)
	const body = commitments.flatMap((commitment) => commitmentBlocks(commitment, report, words))
	const facts = checkpoint
		? ([
				[say('report.obligations.code'), checkpoint.code],
				[say('report.obligations.opens'), format.day(checkpoint.opensOn)],
				[say('report.obligations.due'), format.day(checkpoint.dueOn)],
			] as const)
		: []
	return [
		planCover(report, { kicker: say('report.checkpoint.kicker'), facts }, words),
		{ kind: 'page-break' },
		...unreadable(report, words),
		...summary(commitments, isSince(report.model, '4'), words),
		...shownOf(report, { filter: 'checkpoint', body }, words),
		...draftRound(report, words),
		chapter(say('report.checkpoint.details')),
		...body,
		...planMethod(report, words),
	]
}

function summary(
	commitments: readonly CommitmentAtCheckpoint[],
	tellsShares: boolean,
	words: Words,
): readonly Block[] {
	const { say } = words
	const { milestones, reported, nil, withEvidence, verified, withNextStep } = checkpointFigures(commitments)
	const share = (label: string, count: number, of: number): Field =>
		entry(
			say(`report.checkpoint.${label}`),
			of === 0 ? say('report.figure.none') : ofAll({ count, of }, words),
		)
	return [
		chapter(say('report.summary')),
		sentence(say('report.checkpoint.lead')),
		...(tellsShares ? [sentence(say('report.checkpoint.numbers'))] : []),
		{
			kind: 'fields',
			fields: [
				share('reported', reported, milestones),
				share('nil', nil, reported),
				share('with-evidence', withEvidence, reported),
				...(tellsShares ? [share('with-next-step', withNextStep, reported)] : []),
				share('verified', verified, milestones),
			],
		},
	]
}

function commitmentBlocks(
	{ item, milestones }: CommitmentAtCheckpoint,
	report: ProgressReport,
	words: Words,
): readonly Block[] {
	const { say } = words
	return [
		{
			kind: 'heading',
			level: 2,
			text: numberedTitle(item.number, item.commitment.title, words),
			bookmark: true,
		},
		...(item.commitment.leadInstitution
			? [
					sentence(
						say('report.checkpoint.lead-institution', { name: item.commitment.leadInstitution }),
						'muted',
					),
				]
			: []),
		...(milestones.length === 0 ? [sentence(say('report.details.no-milestones'))] : []),
		...milestones.flatMap((milestone, at) =>
			milestoneBlocks(milestone, { place: `${item.number}.${String(at + 1)}`, report }, words),
		),
	]
}

type InReport = { readonly place: string; readonly report: ProgressReport }

function milestoneBlocks(
	{ milestone: { milestone }, claim, findings }: MilestoneAtCheckpoint,
	{ place, report }: InReport,
	words: Words,
): readonly Block[] {
	const { say } = words
	const hasDeliverable = Boolean(milestone.deliverable.en ?? milestone.deliverable.id)
	return [
		{
			kind: 'heading',
			level: 3,
			text: numberedTitle(milestone.number ?? place, milestone.title, words),
			bookmark: false,
		},
		{
			kind: 'fields',
			fields: [
				...(hasDeliverable
					? [entry(say('report.milestone.deliverable'), phraseOf(milestone.deliverable, words))]
					: []),
				...(claim === null
					? [entry(say('judge.claimed'), say('report.checkpoint.no-report'))]
					: claimFields([claim], report, words)),
				...(claim && isSince(report.model, '4') ? shareFields(claim, words) : []),
				...verificationFields(findings, words),
				...threadFields(findings, report.model.asOfOn, words),
			],
		},
	]
}

/** Of target and result no numbers are kept, so there is no share; and that no next step was named is said too. */
function shareFields({ nextStep }: ClaimView, { say }: Words): readonly Field[] {
	return [
		entry(say('report.checkpoint.share'), say('report.checkpoint.share.none')),
		...(nextStep === undefined ? [entry(say('claim.next-step'), say('report.checkpoint.next.none'))] : []),
	]
}
