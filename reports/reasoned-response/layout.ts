import {
	chapter,
	entry,
	numberedTitle,
	paragraphsOf,
	sentence,
	textContent,
} from '#reports/document/pieces.ts'
import { publishedByLog } from '#reports/document/witness.ts'
import { nameOf, ofAll, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block } from '#reports/pdf/block.ts'
import { contributionBlocks } from './contribution.ts'
import type { ReasonedResponseModel } from './model.ts'

/** What a reasoned response says: the question, how much was answered, each contribution with its answer, what took it up. */
export function layoutReasonedResponse(model: ReasonedResponseModel, words: Words): readonly Block[] {
	const { say } = words
	const { consultation } = model.response
	return [
		cover(model, words),
		chapter(say('report.response.question')),
		...paragraphsOf(phraseOf(consultation.question, words)).map((text) => sentence(text)),
		...coverage(model, words),
		...takenUp(model, words),
		chapter(say('report.response.each')),
		...(model.contributions.length === 0 ? [sentence(say('input.coverage.none'))] : []),
		...model.contributions.flatMap((one) => contributionBlocks(one, model, words)),
		...source(model, words),
	]
}

function cover({ response }: ReasonedResponseModel, words: Words): Block {
	const { say, format } = words
	const { consultation } = response
	const { member, state, opensOn, closesOn, channel, recordId, version, today, isRetracted } = consultation
	const notices = [
		...(member.isDemonstration ? [say('report.demonstration.cover')] : []),
		...(isRetracted ? [say('report.response.retracted')] : []),
	]
	return {
		kind: 'cover',
		kicker: say('report.response.kicker'),
		title: phraseOf(consultation.title, words),
		subtitle: nameOf(member.name, words),
		notice: notices.length === 0 ? null : notices.join(' '),
		facts: [
			[
				say('inputs.window'),
				say(`input.state.${state}`, { from: format.day(opensOn), until: format.day(closesOn) }),
			],
			[say('desk.consultation.channel'), say(`input-channel.${channel}`)],
			[say('report.assessment.cover.record'), say('report.self-assessment.record', { recordId, version })],
			[say('report.cover.as-of'), format.day(today)],
		],
		statement: say('report.response.statement'),
	}
}

/** How many were answered, of how many, in which way; what was hidden is counted too. */
function coverage({ response: { counts }, outcomes }: ReasonedResponseModel, words: Words): readonly Block[] {
	const { say, format } = words
	const { contributions: of, answered, hidden, lastAnsweredOn } = counts
	const heading = chapter(say('input.brought'))
	if (of === 0) return [heading, sentence(say('input.coverage.none'))]
	return [
		heading,
		{
			kind: 'figures',
			figures: [
				{ value: format.count(of), share: null, label: say('report.response.given') },
				{
					value: ofAll({ count: answered, of }, words),
					share: format.percent(answered / of),
					label: say('report.response.answered'),
				},
			],
		},
		...(lastAnsweredOn === null
			? []
			: [sentence(say('input.coverage.last', { on: format.day(lastAnsweredOn) }))]),
		...(outcomes.length === 0
			? []
			: [
					{
						kind: 'fields' as const,
						fields: outcomes.map(({ outcome, count }) =>
							entry(say(`answer-outcome.${outcome}`), ofAll({ count, of }, words)),
						),
					},
				]),
		...(hidden === 0
			? []
			: [sentence(say('input.hidden.count', { count: hidden, number: format.count(hidden) }))]),
	]
}

/** Which commitments took up which contributions; those merged without a commitment are named too. */
function takenUp({ takenUp: commitments, merged }: ReasonedResponseModel, words: Words): readonly Block[] {
	const { say, format } = words
	const heading = chapter(say('report.response.taken-up'))
	const numbers = (all: readonly number[]) => format.list(all.map((number) => format.count(number)))
	const rest =
		merged.length === 0 ? [] : [sentence(say('report.response.merged', { numbers: numbers(merged) }))]
	if (commitments.length === 0) return [heading, sentence(say('report.response.taken-up.none')), ...rest]
	return [
		heading,
		{
			kind: 'table',
			columns: [
				{ label: say('self-assessment.commitment'), weight: 60, rowHeader: true },
				{ label: say('report.response.contributions'), weight: 52 },
			],
			rows: commitments.map(({ commitment, by }) => [
				{ text: numberedTitle(commitment.number, commitment.title, words) },
				{
					text: by
						.map(({ number, outcome }) =>
							say('report.response.by', {
								number: format.count(number),
								outcome: say(`answer-outcome.${outcome}`),
							}),
						)
						.join('; '),
				},
			]),
		},
		...rest,
	]
}

function source(model: ReasonedResponseModel, words: Words): readonly Block[] {
	const { say, format, locale } = words
	const { consultation, ledgerSize } = model.response
	const url = `${model.origin}/${locale}/inputs/${encodeURIComponent(consultation.recordId)}`
	const stand = say('report.sheet.stand', {
		on: format.day(consultation.today),
		size: format.count(ledgerSize),
	})
	return [
		chapter(say('report.response.source')),
		{
			kind: 'fields',
			fields: [
				{ label: say('report.sheet.address'), contents: [{ kind: 'link', text: url, url, note: '' }] },
				{ label: say('report.cover.as-of'), contents: [textContent(stand)] },
			],
		},
		...publishedByLog(model, words),
	]
}
