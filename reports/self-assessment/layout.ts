import type { AssessmentBlock, AssessmentSection } from '#app/domain/assessment-outline/view.ts'
import type { PublicComment } from '#app/domain/assessment-comment/view.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { AnnexedComment, SelfAssessmentModel } from '#app/domain/self-assessment/schema.ts'
import {
	chapter,
	entry,
	numberedTitle,
	paragraphsOf,
	periodText,
	sentence,
} from '#reports/document/pieces.ts'
import { publishedByLog } from '#reports/document/witness.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Field, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { commitmentBlocks, levelCell, suggestedCell } from './commitment.ts'
import type { SelfAssessmentDocumentModel } from './model.ts'
import { writtenBlocks, writtenContents } from './written.ts'

/** What the document of a self-assessment says: the cover, OGP's outline in its order, comments, and what proves it. */
export function layoutSelfAssessment(model: SelfAssessmentDocumentModel, words: Words): readonly Block[] {
	return [
		cover(model, words),
		{ kind: 'page-break' },
		...model.outline.flatMap((section) => sectionBlocks(section, model.published.model, words)),
		...commentsSoFar(model, words),
		...proof(model, words),
	]
}

function cover(model: SelfAssessmentDocumentModel, words: Words): Block {
	const { say, format } = words
	const { published } = model
	const { plan, member, asOfOn } = published.model
	const notices = [
		...(member.isDemonstration ? [say('report.demonstration.cover')] : []),
		...(published.stage === 'COMMENT' ? [say('report.self-assessment.draft')] : []),
		...(model.isReplaced
			? [say('report.self-assessment.replaced', { version: published.newest.version })]
			: []),
	]
	return {
		kind: 'cover',
		kicker: say('report.self-assessment.kicker'),
		title: say(`self-assessment.kind.${published.kind}`),
		subtitle: nameOf(member.name, words),
		notice: notices.length === 0 ? null : notices.join(' '),
		facts: [
			[say('report.assessment.cover.plan'), phraseOf(plan.title, words)],
			[say('report.cover.period'), periodText(plan, words)],
			...standing(published, words),
			[say('report.cover.as-of'), format.day(asOfOn)],
		],
		statement: say('self-assessment.who-says', { on: format.day(asOfOn) }),
	}
}

type Published = SelfAssessmentDocumentModel['published']

function standing(published: Published, { say, format }: Words): readonly (readonly [string, Phrase])[] {
	const { stage, isOpen, commentOpensOn, commentClosesOn, publishedOn, version, recordId } = published
	const state = stage === 'FINAL' ? 'final' : isOpen ? 'open' : 'closed'
	const until = format.day(commentClosesOn)
	return [
		[
			say('self-assessment.record.stage'),
			say(`self-assessment.standing.${state}`, { until, on: format.day(publishedOn), version }),
		],
		[say('self-assessment.record.window'), say('period.both', { from: format.day(commentOpensOn), until })],
		[say('report.assessment.cover.record'), say('report.self-assessment.record', { recordId, version })],
	]
}

function sectionBlocks(
	section: AssessmentSection,
	model: SelfAssessmentModel,
	words: Words,
): readonly Block[] {
	const { number, heading, title } = section
	const named: Phrase =
		heading === null ? phraseOf(title ?? { en: null, id: null }, words) : words.say(heading)
	const numbered = `${number} ${wordsOf(named)}`
	return [
		{
			kind: 'heading',
			level: number.includes('.') ? 2 : 1,
			text: typeof named === 'string' ? numbered : { ...named, text: numbered },
			bookmark: true,
		},
		...section.blocks.flatMap((block) => blocksOf(block, model, words)),
		...section.parts.flatMap((part) => sectionBlocks(part, model, words)),
	]
}

function blocksOf(block: AssessmentBlock, model: SelfAssessmentModel, words: Words): readonly Block[] {
	switch (block.kind) {
		case 'text':
			return writtenBlocks(block.text, words)
		case 'recommendations':
			return recommendations(model, words)
		case 'completion':
			return completion(model, words)
		case 'missed':
			return missed(model, words)
		case 'commitment':
			return commitmentBlocks(block.commitment, words)
		case 'comments':
			return commentBlocks(model.comments ?? [], words)
	}
}

function recommendations(
	{ recommendations: given, noRecommendations }: SelfAssessmentModel,
	words: Words,
): readonly Block[] {
	const { say, format } = words
	if (given.length === 0)
		return noRecommendations
			? [sentence(say('self-assessment.recommendations.none'))]
			: writtenBlocks(null, words)
	const fields = given.flatMap(({ recommendation, response }, at): Field[] => [
		{
			label: say('self-assessment.recommendation.number', { number: format.count(at + 1) }),
			contents: writtenContents(recommendation, words),
		},
		{ label: say('self-assessment.response'), contents: writtenContents(response, words) },
	])
	return [{ kind: 'fields', fields }]
}

function completion({ commitments }: SelfAssessmentModel, words: Words): readonly Block[] {
	const { say, format } = words
	if (commitments.length === 0) return [sentence(say('self-assessment.commitments.none'))]
	const total = format.count(commitments.length)
	const counts = CLAIMED_LEVELS.map((level) =>
		say('self-assessment.completion.count', {
			level: say(`level.${level}`),
			count: format.count(commitments.filter((commitment) => commitment.level === level).length),
			total,
		}),
	)
	return [
		sentence(say('self-assessment.completion.lead')),
		...counts.map((count) => sentence(count)),
		{
			kind: 'table',
			columns: [
				{ label: say('self-assessment.commitment'), weight: 56, rowHeader: true },
				{ label: say('self-assessment.level'), judge: 'claimed', weight: 24 },
				{ label: say('self-assessment.suggested'), judge: 'claimed', weight: 28 },
			],
			rows: commitments.map((commitment) => [
				{ text: numberedTitle(commitment.number, commitment.title, words) },
				levelCell(commitment, words),
				suggestedCell(commitment, words),
			]),
		},
	]
}

/** Who reported nothing at a period that was due: silence is said, and by name. */
function missed({ reports, asOfOn }: SelfAssessmentModel, words: Words): readonly Block[] {
	const { say, format } = words
	const { expected, filed, missed: lines } = reports
	const on = format.day(asOfOn)
	if (expected === 0) return [sentence(say('self-assessment.missed.nothing-due', { on }))]
	const counts = { filed: format.count(filed), expected: format.count(expected), on }
	const lead = sentence(say('self-assessment.missed.count', counts))
	if (lines.length === 0) return [lead]
	return [
		lead,
		{
			kind: 'table',
			columns: [
				{ label: say('self-assessment.missed.institution'), weight: 30, rowHeader: true },
				{ label: say('self-assessment.missed.period'), weight: 26 },
				{ label: say('self-assessment.missed.milestones'), weight: 56 },
			],
			rows: lines.map(({ checkpointCode: code, dueOn, institution, milestones }) => [
				{
					text:
						institution.en === null && institution.id === null
							? say('self-assessment.missed.nobody')
							: phraseOf(institution, words),
				},
				{ text: say('self-assessment.missed.due', { code, on: format.day(dueOn) }) },
				{
					text: milestones
						.map(({ number, title }) => wordsOf(numberedTitle(number, title, words)))
						.join('; '),
				},
			]),
		},
	]
}

/** Comments in the order they came; in the final version each with what became of it, and why. */
function commentBlocks(
	comments: readonly (PublicComment | AnnexedComment)[],
	words: Words,
): readonly Block[] {
	const { say, format } = words
	if (comments.length === 0) return [sentence(say('assessment-comment.none'))]
	return comments.flatMap((comment): readonly Block[] => {
		const { position, on, author, organization, body, locale } = comment
		const number = say('assessment-comment.number', { number: format.count(position), on: format.day(on) })
		const by = [author ?? say('assessment-comment.unsigned'), organization].filter((part) => part !== null)
		return [
			{ kind: 'heading', level: 2, text: number, bookmark: false },
			sentence(by.join(', '), 'muted'),
			...paragraphsOf({ text: body, lang: locale }).map((one) => sentence(one)),
			...('disposition' in comment
				? [
						{
							kind: 'fields' as const,
							fields: [
								entry(say('report.self-assessment.outcome'), say(`disposition.${comment.disposition}`)),
								{
									label: say('report.self-assessment.answer'),
									contents: writtenContents(comment.answer, words),
								},
							],
						},
					]
				: []),
		]
	})
}

/** What the public said until now, while there is no final version that annexes it. */
function commentsSoFar({ published }: SelfAssessmentDocumentModel, words: Words): readonly Block[] {
	const { comments, today } = published
	if (comments === null) return []
	const { say, format } = words
	return [
		chapter(say('assessment-comment.title', { count: comments.length })),
		sentence(say('report.self-assessment.comments-until', { on: format.day(today) }), 'muted'),
		...commentBlocks(comments, words),
	]
}

function proof(model: SelfAssessmentDocumentModel, words: Words): readonly Block[] {
	const { say } = words
	const { modelHash, recordId, version } = model.published
	return [
		chapter(say('self-assessment.proof')),
		sentence(say('report.self-assessment.drawn', { recordId, version })),
		{ kind: 'fields', fields: [entry(say('self-assessment.hash').replace(/:$/, ''), modelHash)] },
		...publishedByLog(model, words),
	]
}
