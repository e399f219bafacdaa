import type { ContributionView } from '#app/domain/public-contribution/view.ts'
import {
	entry,
	numberedTitle,
	paragraphsOf,
	sentence,
	textContent,
	writtenEntry,
} from '#reports/document/pieces.ts'
import type { Words } from '#reports/document/words.ts'
import { phraseOf } from '#reports/document/words.ts'
import type { Block, Content, Field, Phrase } from '#reports/pdf/block.ts'
import type { NumberedContribution, ReasonedResponseModel } from './model.ts'

/** One contribution with what became of it; of a hidden one only that, when and why. */
export function contributionBlocks(
	{ number, contribution }: NumberedContribution,
	model: ReasonedResponseModel,
	words: Words,
): readonly Block[] {
	const { say, format } = words
	const { said, publishedOn } = contribution
	const on = format.day(said?.receivedOn ?? publishedOn)
	return [
		{
			kind: 'heading',
			level: 2,
			text: say('report.response.contribution', { number: format.count(number), on }),
			bookmark: false,
		},
		...(said === null ? [] : [sentence(byLine(said, words), 'muted')]),
		...given(contribution, words),
		{ kind: 'fields', fields: answerFields(contribution, model, words) },
	]
}

type Said = NonNullable<ContributionView['said']>

/** Who gave it, as far as they said, and how. */
function byLine({ name, sector, channel, paperNumber, locale }: Said, { say }: Words): string {
	const parts = [
		name ?? say('contribution.nameless'),
		sector === null ? null : say(`sector.${sector}`),
		say(`input-channel.${channel}`),
		paperNumber === null ? null : say('contribution.paper-number', { number: paperNumber }),
		locale === 'en' || locale === 'id' ? null : say(`written-language.${locale}`),
	]
	return parts.filter((part) => part !== null).join(' · ')
}

function given({ said, hidden }: ContributionView, words: Words): readonly Block[] {
	const { say, format } = words
	if (said !== null) return paragraphsOf(inItsLanguage(said)).map((text) => sentence(text))
	if (hidden === null) return [sentence(say('contribution.unreadable'))]
	const { on, reason, note } = hidden
	const why = say('contribution.hidden.sentence', {
		on: format.day(on),
		reason: say(`hiding-reason.${reason}`),
	})
	return [sentence(why), ...(note.en || note.id ? [sentence(phraseOf(note, words))] : [])]
}

function inItsLanguage({ text, locale }: Said): Phrase {
	return locale === 'en' || locale === 'id' ? { text, lang: locale } : text
}

/** What became of it and why, by which act; or that nobody has said so yet. */
function answerFields(
	{ recordId, answer }: ContributionView,
	{ response }: ReasonedResponseModel,
	words: Words,
): readonly Field[] {
	const { say, format } = words
	const record = entry(say('report.response.record'), recordId)
	if (answer === null)
		return [entry(say('report.self-assessment.answer'), say('contribution.unanswered')), record]
	const { outcome, reason, commitmentId, publishedOn, version } = answer
	const taken = response.commitments.find(({ id }) => id === commitmentId)
	const how: Content[] = [
		textContent(say(`answer-outcome.${outcome}`)),
		textContent(
			[format.day(publishedOn), version > 1 ? say('contribution.answer.corrected') : null]
				.filter((part) => part !== null)
				.join(', '),
			'muted',
		),
	]
	return [
		{ label: say('report.self-assessment.outcome'), contents: how },
		writtenEntry(say('report.response.reason'), reason, words),
		...(taken
			? [entry(say('contribution.answer.commitment'), numberedTitle(taken.number, taken.title, words))]
			: []),
		{
			label: say('report.response.records'),
			contents: [textContent(recordId, 'muted'), textContent(answer.recordId, 'muted')],
		},
	]
}
