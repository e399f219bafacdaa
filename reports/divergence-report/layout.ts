import { chapter, entry, numberedTitle, sentence } from '#reports/document/pieces.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell, Field, Phrase } from '#reports/pdf/block.ts'
import { planCover, unreadable } from '#reports/plan-report/cover.ts'
import { draftRound } from '#reports/plan-report/draft-round.ts'
import { planMethod } from '#reports/plan-report/method.ts'
import { shownOf } from '#reports/plan-report/shown.ts'
import { claimFields, codingField, verificationFields } from '#reports/progress-report/claims.ts'
import { gapWords, judgementOf, levelCell } from '#reports/progress-report/levels.ts'
import { divergences } from '#reports/progress-report/lists.ts'
import { isSince, judgesIn } from '#reports/progress-report/model.ts'
import type { MilestoneInReport, ProgressReport } from '#reports/progress-report/model.ts'
import { fixRateBlocks, threadFields } from '#reports/progress-report/threads.ts'
import { byInstitution, differencesOf, hasClaims, unverifiedOf } from './model.ts'
import type { Difference } from './model.ts'

/** States of a commitment that get a column, from agreement to silence. */
const STATES = [
	'AGREES',
	'GOVERNMENT_HIGHER',
	'VERIFIER_HIGHER',
	'CANNOT_VERIFY',
	'UNVERIFIED',
	'NO_CLAIM',
] as const

/** Where government and others differ, by institution and one by one, each with both texts side by side. */
export function layoutDivergenceReport(report: ProgressReport, words: Words): readonly Block[] {
	const { say } = words
	const body = differences(report, words)
	return [
		planCover(report, { kicker: say('report.divergence.kicker') }, words),
		{ kind: 'page-break' },
		...unreadable(report, words),
		...divergences(report, words),
		...shownOf(report, { filter: 'divergence', body }, words),
		...draftRound(report, words),
		...institutions(report, words),
		...body,
		...unverified(report, words),
		...fixRateBlocks(report, words),
		...planMethod(report, words),
	]
}

function institutions(report: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const rows = byInstitution(report)
	if (rows.length === 0) return []
	return [
		chapter(say('report.divergence.institutions')),
		sentence(say('report.divergence.institutions.lead')),
		{
			kind: 'table',
			columns: [
				{ label: say('report.divergence.institution'), weight: 36, rowHeader: true },
				{ label: say('report.cover.commitments'), weight: 16 },
				...STATES.map((state) => ({ label: say(`divergence.${state}`), weight: 14 })),
			],
			rows: rows.map(({ institution, commitments, counts }): Cell[] => [
				{ text: institution ?? say('report.not-given') },
				{ text: format.count(commitments) },
				...STATES.map((state) => ({ text: format.count(counts[state] ?? 0) })),
			]),
		},
	]
}

function differences(report: ProgressReport, words: Words): readonly Block[] {
	const found = differencesOf(report)
	if (found.length === 0) return []
	const { say } = words
	return [
		chapter(say('report.divergence.details')),
		...found.flatMap((difference) => differenceBlocks(difference, report, words)),
	]
}

function differenceBlocks(difference: Difference, report: ProgressReport, words: Words): readonly Block[] {
	const { item, milestone, judgements } = difference
	const { say } = words
	const judges = judgesIn(report)
	return [
		{ kind: 'heading', level: 2, text: titleOf(difference, words), bookmark: false },
		...(milestone === null ? [] : [commitmentLine(difference, report, words)]),
		{
			kind: 'table',
			columns: judges.map((judge) => ({ label: say(`judge.${judge}`), judge, weight: 1 })),
			rows: [judges.map((judge) => levelCell(judgementOf(judgements, judge), judge, words))],
		},
		{
			kind: 'fields',
			fields: [
				entry(say('report.details.difference'), gapWords(judgements, words)),
				...(item.commitment.leadInstitution
					? [entry(say('report.details.lead'), item.commitment.leadInstitution)]
					: []),
				...sides(difference, report, words),
			],
		},
		...(milestone === null && isSince(report.model, '4')
			? item.milestones.flatMap((one) => milestoneBlocks({ item, milestone: one }, report, words))
			: []),
	]
}

/** Of which commitment a milestone is. */
function commitmentLine(difference: Difference, { model }: ProgressReport, words: Words): Block {
	const line = { kind: 'paragraph', text: ofCommitment(difference, words), tone: 'muted' } as const
	return isSince(model, '4') ? { ...line, keep: true } : line
}

/** A milestone of a whole under a heading of its own, so that its name never stands alone at the end of a page. */
function milestoneBlocks(
	at: { readonly item: Difference['item']; readonly milestone: MilestoneInReport },
	report: ProgressReport,
	words: Words,
): readonly Block[] {
	return [
		{ kind: 'heading', level: 3, text: titleOf(at, words), bookmark: false },
		{ kind: 'fields', fields: milestoneSides(at.milestone, report, words) },
	]
}

/** What government says, then what others found, each as it was published; of a whole, milestone by milestone. */
function sides({ item, milestone }: Difference, report: ProgressReport, words: Words): readonly Field[] {
	const { say } = words
	if (milestone !== null) return milestoneSides(milestone, report, words)
	const { codings, verifications } = item.commitment
	return [
		codingField(codings, words),
		...(verifications.length === 0
			? []
			: verificationFields(verifications, words, say('report.details.whole'))),
		...threadFields(verifications, report.model.asOfOn, words),
		...(isSince(report.model, '4') ? [] : milestonesInOneList(item, report, words)),
	]
}

/** As templates before the fourth told them. */
function milestonesInOneList(
	item: Difference['item'],
	report: ProgressReport,
	words: Words,
): readonly Field[] {
	return item.milestones.flatMap((one) => [
		entry(words.say('report.milestone.promise'), titleOf({ item, milestone: one }, words)),
		...milestoneSides(one, report, words),
	])
}

function milestoneSides(
	{ milestone: { claims, verifications } }: MilestoneInReport,
	report: ProgressReport,
	words: Words,
): readonly Field[] {
	return [
		...claimFields(claims, report, words),
		...verificationFields(verifications, words),
		...threadFields(verifications, report.model.asOfOn, words),
	]
}

function titleOf({ item, milestone }: Pick<Difference, 'item' | 'milestone'>, words: Words): Phrase {
	if (milestone === null) return numberedTitle(item.number, item.commitment.title, words)
	const at = item.milestones.indexOf(milestone) + 1
	const number = milestone.milestone.number ?? `${item.number}.${String(at)}`
	return numberedTitle(number, milestone.milestone.title, words)
}

function ofCommitment({ item }: Pick<Difference, 'item'>, words: Words): Phrase {
	return numberedTitle(item.number, item.commitment.title, words)
}

function unverified(report: ProgressReport, words: Words): readonly Block[] {
	const { say } = words
	const rows = unverifiedOf(report)
	const title = chapter(say('report.divergence.unverified'))
	if (rows.length === 0) {
		const isSilent = isSince(report.model, '4') && !hasClaims(report)
		return [title, sentence(say(`report.divergence.unverified.${isSilent ? 'no-claims' : 'none'}`))]
	}
	return [
		title,
		sentence(say('report.divergence.unverified.lead')),
		{
			kind: 'table',
			columns: [
				{ label: say('report.commitments.title'), weight: 60, rowHeader: true },
				{ label: say('judge.claimed'), judge: 'claimed', weight: 26 },
			],
			rows: rows.map((item): Cell[] => [
				{ text: ofCommitment({ item }, words) },
				levelCell(item.judgements.claimed, 'claimed', words),
			]),
		},
	]
}
