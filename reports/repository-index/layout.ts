import { EVIDENCE_KINDS } from '#app/domain/evidence/rules.ts'
import type { IndexedDocument } from '#app/domain/repository-index/view.ts'
import { linkContent } from '#reports/document/evidence.ts'
import { chapter, entry, numberedTitle, sentence, textContent } from '#reports/document/pieces.ts'
import { publishedByLog } from '#reports/document/witness.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Field, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import type { RepositoryIndexModel } from './model.ts'

/** What the index of a repository says: every public document by plan, phase, requirement, commitment and day. */
export function layoutRepositoryIndex(model: RepositoryIndexModel, words: Words): readonly Block[] {
	const { say, format } = words
	const { documents } = model.index
	return [
		cover(model, words),
		...(documents.length === 0
			? [chapter(say('report.repository.documents')), sentence(say('repository.none'))]
			: []),
		...model.shelves.flatMap(({ planId, phases }) => [
			chapter(planName(planId, model, words)),
			...phases.flatMap(({ phase, documents: own }): readonly Block[] => [
				{
					kind: 'heading',
					level: 2,
					text: say(phase === null ? 'report.repository.no-phase' : `phase.${phase}`),
					bookmark: false,
				},
				{ kind: 'fields', fields: own.map((one) => documentField(one, model, words)) },
			]),
		]),
		chapter(say('report.repository.about')),
		sentence(say('report.repository.holds')),
		{
			kind: 'fields',
			fields: [
				entry(
					say('report.cover.as-of'),
					say('report.sheet.stand', {
						on: format.day(model.index.asOfOn),
						size: format.count(model.index.ledgerSize),
					}),
				),
			],
		},
		...publishedByLog(model, words),
	]
}

function cover({ index, shelves }: RepositoryIndexModel, words: Words): Block {
	const { say, format } = words
	const { member, documents, newestOn, asOfOn } = index
	return {
		kind: 'cover',
		kicker: say('report.repository.kicker'),
		title: say('report.repository.title', { member: nameOf(member.name, words) }),
		subtitle: nameOf(member.name, words),
		notice: member.isDemonstration ? say('report.demonstration.cover') : null,
		facts: [
			[say('report.repository.documents'), format.count(documents.length)],
			[say('report.repository.plans'), format.count(shelves.filter(({ planId }) => planId !== null).length)],
			[say('report.repository.newest'), newestOn === null ? say('registers.none') : format.day(newestOn)],
			[say('report.cover.as-of'), format.day(asOfOn)],
		],
		statement: say('report.repository.statement'),
	}
}

function planName(planId: string | null, { index }: RepositoryIndexModel, words: Words): Phrase {
	const plan = index.plans.find(({ id }) => id === planId)
	return plan ? phraseOf(plan.title, words) : words.say('report.repository.no-plan')
}

/** One document under its day: what it is, what it shows, and by which act it was put forward. */
function documentField(one: IndexedDocument, { index, origin }: RepositoryIndexModel, words: Words): Field {
	const { say, format } = words
	const { title, requirement, commitmentId, actKind, recordId, sha256 } = one
	const named: Phrase =
		title.en === null && title.id === null ? say(`act.${actKind}`) : phraseOf(title, words)
	const url = one.url.startsWith('/') ? `${origin}${one.url}` : one.url
	const commitment = commitmentId === null ? undefined : index.commitments.get(commitmentId)
	const shows = [
		requirement === null ? null : say(`requirement.${requirement}`),
		commitment ? wordsOf(numberedTitle(commitment.number, commitment.title, words)) : null,
	].filter((part) => part !== null)
	return {
		label: format.day(one.datedOn),
		contents: [
			linkContent({ text: named, url, note: kindWord(one, words) }),
			...shows.map((text) => textContent(text)),
			textContent(
				say('report.repository.put-forward', { act: say(`act.${actKind}`), record: recordId }),
				'muted',
			),
			...(sha256 === null ? [] : [textContent(say('report.evidence.file', { sha256 }), 'muted')]),
		],
	}
}

function kindWord({ kind }: IndexedDocument, { say }: Words): string {
	const known = EVIDENCE_KINDS.find((one) => one === kind)
	return known === undefined ? '' : say(`evidence-kind.${known}`)
}
