import type { ApplicationField } from '#app/domain/application/view.ts'
import type { Block, Field, Phrase } from '#reports/pdf/block.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { ApplicationModel } from './model.ts'
import { lengthOf, standingOf, termSentence } from './sentences.ts'

/** What the document of an application says: the cover, each text with who stands behind it, letters and stages. */
export function layoutApplication(model: ApplicationModel, words: Words): readonly Block[] {
	return [
		cover(model, words),
		{ kind: 'page-break' },
		...model.fields.flatMap((field) => fieldBlocks(field, model, words)),
		...letters(model, words),
		...stages(model, words),
		...corrections(model, words),
		...criteria(model, words),
	]
}

function cover(model: ApplicationModel, words: Words): Block {
	const { say, format } = words
	const { member, call, state, steps, changed, language, fieldSetId } = model
	const isPublic = steps.some((step) => step.state === 'SUBMITTED')
	return {
		kind: 'cover',
		kicker: say('report.application.kicker'),
		title: nameOf(member.name, words),
		subtitle: phraseOf(call.name, words),
		notice: member.isDemonstration ? say('report.demonstration.cover') : null,
		facts: [
			[say('application.state'), say(`application-state.${state}`)],
			[
				say('application.deadline'),
				call.lastDay === null ? say('call.no-last-day') : format.day(call.lastDay),
			],
			[say('application.term'), termSentence(model, words)],
			[say('report.application.language'), say(`application.language.${language}`)],
			[
				say('report.application.changed'),
				say('report.application.changed.value', { on: format.day(changed.on), clock: changed.clock }),
			],
			[say('call.fields'), say('call.field-set', { set: fieldSetId })],
			...(isPublic ? [[say('report.application.record'), model.id] as const] : []),
		],
		statement: say('report.application.statement'),
	}
}

function fieldBlocks(field: ApplicationField, model: ApplicationModel, words: Words): readonly Block[] {
	const { say } = words
	const { newest, title } = field
	const heading: Block = { kind: 'heading', level: 1, text: phraseOf(title, words), bookmark: true }
	return [
		heading,
		...textOf(field, model, words).map((text): Block => ({ kind: 'paragraph', text })),
		{
			kind: 'fields',
			fields: [
				...(newest === null
					? []
					: [
							entry(say('report.application.version'), words.format.count(newest.version)),
							entry(say('report.application.length'), lengthOf(field, words)),
						]),
				{
					label: say('report.application.by-side'),
					contents: standingOf(field, words).map((text) => ({ kind: 'text' as const, text })),
				},
			],
		},
	]
}

/** The paragraphs of a text, in its own language. */
function textOf(
	{ newest }: ApplicationField,
	{ language }: ApplicationModel,
	words: Words,
): readonly Phrase[] {
	const { say, locale } = words
	if (newest === null) return [say('application.text.none')]
	if (newest.text === '') return [say('application.text.emptied')]
	const paragraphs = newest.text.split(/\n+/)
	return paragraphs.map((text) => (language === locale ? text : { text, lang: language }))
}

function entry(label: string, text: string): Field {
	return { label, contents: [{ kind: 'text', text }] }
}

function letters({ letters: given }: ApplicationModel, words: Words): readonly Block[] {
	const { say, format } = words
	const heading: Block = { kind: 'heading', level: 1, text: say('application.letters'), bookmark: true }
	if (given.length === 0) return [heading, { kind: 'paragraph', text: say('application.letters.none') }]
	const fields = given.map(({ kind, signedBy, signedOn, url }): Field => {
		const values = { by: signedBy, on: signedOn === null ? '' : format.day(signedOn) }
		const note = say(signedOn === null ? 'application.letter.signed' : 'application.letter.signed.on', values)
		return { label: say(`letter-kind.${kind}`), contents: [{ kind: 'link', text: url, url, note }] }
	})
	return [heading, { kind: 'fields', fields }]
}

function stages({ steps }: ApplicationModel, words: Words): readonly Block[] {
	const { say, format } = words
	return [
		{ kind: 'heading', level: 1, text: say('application.steps'), bookmark: true },
		{
			kind: 'table',
			columns: [
				{ label: say('application.state'), weight: 3, rowHeader: true },
				{ label: say('application.step.day'), weight: 2 },
				{ label: say('application.step.by'), weight: 4 },
			],
			rows: steps.map(({ state, onDay, organizationName }) => [
				{ text: say(`application-state.${state}`) },
				{ text: format.day(onDay) },
				{ text: phraseOf(organizationName, words) },
			]),
		},
	]
}

/** Stages that were recorded by mistake: what was put right, by whom, and why. */
function corrections({ corrections: made }: ApplicationModel, words: Words): readonly Block[] {
	if (made.length === 0) return []
	const { say, format } = words
	return [
		{ kind: 'heading', level: 2, text: say('report.application.corrections'), bookmark: true },
		{
			kind: 'fields',
			fields: made.map(({ state, onDay, organizationName, reason }): Field => ({
				label: say('report.application.corrected-to', {
					state: say(`application-state.${state}`),
					on: format.day(onDay),
				}),
				contents: [
					{ kind: 'text', text: reason ?? '' },
					{ kind: 'text', text: phraseOf(organizationName, words) },
				],
			})),
		},
	]
}

/** What OGP judges by, for those who read the texts once more before they send them. */
function criteria({ call }: ApplicationModel, words: Words): readonly Block[] {
	if (call.criteria.length === 0) return []
	const { say, format } = words
	return [
		{ kind: 'heading', level: 1, text: say('report.application.criteria'), bookmark: true },
		{
			kind: 'fields',
			fields: call.criteria.map((text, at) => ({
				label: format.count(at + 1),
				contents: [{ kind: 'text', text: phraseOf(text, words) }],
			})),
		},
		{ kind: 'paragraph', text: say('provenance.source', { source: call.source }), tone: 'muted' },
	]
}
