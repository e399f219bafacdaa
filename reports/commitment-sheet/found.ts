import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import { evidenceContents } from '#reports/document/evidence.ts'
import { chapter, sentence, textContent } from '#reports/document/pieces.ts'
import { nameOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Field } from '#reports/pdf/block.ts'
import { claimContents, codingField, verificationFields } from '#reports/progress-report/claims.ts'
import { threadFields } from '#reports/progress-report/threads.ts'
import type { CommitmentSheetModel } from './model.ts'

/** What was said, by whom: the newest reports of government, findings with their replies, assessments, codings, and what was taken back or stood back from. */
export function foundBlocks(model: CommitmentSheetModel, words: Words): readonly Block[] {
	const { say } = words
	const { commitment } = model.row
	const { verifications, codings } = commitment
	const isSilent = verificationsOf(commitment).length === 0
	const findings = [
		...(isSilent ? verificationFields([], words) : []),
		...(verifications.length === 0
			? []
			: verificationFields(verifications, words, say('report.details.whole'))),
		...threadFields(verifications, model.asOfOn, words),
		...model.milestones.flatMap(({ number, milestone }) =>
			milestone.verifications.length === 0
				? []
				: [
						...verificationFields(
							milestone.verifications,
							words,
							say('report.sheet.finding', { number, judge: say('judge.verified') }),
						),
						...threadFields(milestone.verifications, model.asOfOn, words),
					],
		),
	]
	// That nobody coded it is said among the judges above.
	const coded = codings.length === 0 ? [] : [codingField(codings, words)]
	return [
		chapter(say('report.sheet.found')),
		{
			kind: 'fields',
			fields: [...claims(model, words), ...findings, ...assessments(model, words), ...coded],
		},
		...silences(model, words),
	]
}

function assessments({ row }: CommitmentSheetModel, words: Words): readonly Field[] {
	const { say, format } = words
	return (row.commitment.assessments ?? []).map((one): Field => {
		const on = say('assessment.published.on', { on: format.day(one.publishedOn), version: one.version })
		const by = nameOf(one.organizationName, words)
		return {
			label: say(`assessment-kind.${one.kind}`),
			judge: 'assessed',
			contents: [
				...(one.level === null
					? []
					: [
							{
								kind: 'level' as const,
								judge: 'assessed' as const,
								mark: one.level,
								text: say(`level.${one.level}`),
							},
						]),
				textContent(`${by}. ${on}`),
			],
		}
	})
}

/** What is missing from the sheet: findings that were taken back, and those who stood back from judging. */
function silences({ row }: CommitmentSheetModel, words: Words): readonly Block[] {
	const { say, format } = words
	const { withdrawals = [], recusals = [] } = row.commitment
	return [
		...withdrawals.map(({ publishedOn }) =>
			sentence(say('timeline.withdrawal', { on: format.day(publishedOn) }), 'muted'),
		),
		...recusals.map(({ organizationName }) =>
			sentence(say('report.sheet.recusal', { by: nameOf(organizationName, words) }), 'muted'),
		),
	]
}

/** What each report of government rests on, milestone by milestone: the newest in its own words, and its evidence. */
function claims({ milestones }: CommitmentSheetModel, words: Words): readonly Field[] {
	const { say } = words
	const told = milestones.flatMap(({ number, milestone }): Field[] => {
		const [newest] = milestone.claims
		if (!newest) return []
		const evidence = evidenceContents(newest.evidence, say('report.claim.no-evidence'), words)
		return [
			{
				label: say('report.sheet.finding', { number, judge: say('judge.claimed') }),
				judge: 'claimed',
				contents: [...claimContents(newest, words), ...evidence],
			},
		]
	})
	if (told.length > 0) return told
	return [
		{ label: say('judge.claimed'), judge: 'claimed', contents: [textContent(say('report.claim.none'))] },
	]
}

/** Where the same stands in full, and how to check it. */
export function addressEntry(model: CommitmentSheetModel, { say, locale }: Words): Field {
	const url = `${model.origin}/${locale}/commitments/${encodeURIComponent(model.row.commitment.id)}`
	return { label: say('report.sheet.address'), contents: [{ kind: 'link', text: url, url, note: '' }] }
}
