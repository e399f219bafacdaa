import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { codesIn } from '#app/domain/local-assessment/rules.ts'
import type { NamedCommitment } from '#app/domain/local-assessment/view.ts'
import type { ShownAnswer, ShownPage } from '#app/domain/published-assessment/view.ts'
import type { Block, Content, Field, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { evidenceContents } from '#reports/document/evidence.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import { publishedByLog } from '#reports/document/witness.ts'
import type { LocalAssessmentModel } from './model.ts'

/** What the document of an assessment says: the cover, every section in OGP's order, and what it was drawn from. */
export function layoutLocalAssessment(model: LocalAssessmentModel, words: Words): readonly Block[] {
	return [
		cover(model, words),
		{ kind: 'page-break' },
		...model.pages.flatMap((page, at) => pageBlocks(page, model.pages[at - 1], words)),
		...further(model, words),
		...method(model, words),
	]
}

function cover(model: LocalAssessmentModel, words: Words): Block {
	const { say } = words
	const { assessment, plan, member } = model.published
	return {
		kind: 'cover',
		kicker: say('report.assessment.kicker'),
		title: say(`assessment-kind.${assessment.kind}`),
		subtitle: nameOf(member.name, words),
		notice: member.isDemonstration ? say('report.demonstration.cover') : null,
		facts: [
			[say('report.assessment.cover.plan'), phraseOf(plan.title, words)],
			...aboutCommitment(model, words),
			[say('assessment.public.by'), phraseOf(assessment.organizationName, words)],
			...standing(model, words),
		],
		statement: say('report.assessment.statement'),
	}
}

type Fact = readonly [string, Phrase]

function aboutCommitment({ commitment }: LocalAssessmentModel, words: Words): readonly Fact[] {
	return commitment
		? [[words.say('report.assessment.cover.commitment'), commitmentPhrase(commitment, words)]]
		: []
}

/** When it was published, whether in time, who stands behind it, and by which record anyone finds it. */
function standing({ published, isLate }: LocalAssessmentModel, { say, format }: Words): readonly Fact[] {
	const { assessment, firstOn } = published
	const { recordId, version, ledgerIndex, signedByCount, dueOn, questionSet } = assessment
	const due =
		dueOn === null
			? say('assessment.due.unknown')
			: say(isLate ? 'assessment.public.late' : 'assessment.public.in-time', {
					due: format.day(dueOn),
					on: format.day(firstOn),
				})
	const signed = { count: signedByCount, members: format.count(signedByCount) }
	const record = { recordId, version, index: format.count(ledgerIndex) }
	return [
		[say('assessment.public.published'), format.day(assessment.publishedOn)],
		[say('assessment.public.due'), due],
		[say('assessment.public.signed'), say('assessment.public.signed-by', signed)],
		[say('assessment.public.question-set'), questionSet],
		[say('report.assessment.cover.record'), say('report.assessment.cover.record.value', record)],
	]
}

/** A section; where it is asked of each commitment, its heading stands once above them all. */
function pageBlocks(page: ShownPage, before: ShownPage | undefined, words: Words): readonly Block[] {
	const isNew = before?.section !== page.section
	const title: Block = { kind: 'heading', level: 1, text: phraseOf(page.title, words), bookmark: true }
	const { commitment } = page
	return [
		...(isNew ? [title] : []),
		...(commitment
			? [
					{
						kind: 'heading' as const,
						level: 2 as const,
						text: commitmentPhrase(commitment, words),
						bookmark: true,
					},
				]
			: []),
		...page.answers.flatMap((answer) => answerBlocks(answer, commitment === null ? 2 : 3, words)),
	]
}

function answerBlocks(answer: ShownAnswer, level: 2 | 3, words: Words): readonly Block[] {
	const { say } = words
	const { question } = answer
	return [
		{ kind: 'heading', level, text: phraseOf(question.text, words), bookmark: false },
		{
			kind: 'paragraph',
			text: say(`assessment.basis.${question.basis}`, { code: question.code }),
			tone: 'muted',
			keep: true,
		},
		{ kind: 'fields', fields: answerFields(answer, words) },
	]
}

function answerFields({ question, given, evidence }: ShownAnswer, words: Words): readonly Field[] {
	const { say } = words
	const explanation = { en: given?.explanationEn ?? null, id: given?.explanationId ?? null }
	const hasExplanation = Boolean(explanation.en) || Boolean(explanation.id)
	const explained: Phrase = hasExplanation ? phraseOf(explanation, words) : say('assessment.explanation.none')
	const isText = question.scale === 'TEXT'
	const explanationLabel = say(isText ? 'report.assessment.answer' : 'report.assessment.explanation')
	const isExplained = hasExplanation || question.scale !== 'CHOICES'
	return [
		...(isText
			? []
			: [
					{
						label: say('report.assessment.answer'),
						contents: answerContents(question, given?.answer ?? null, words),
					},
				]),
		...(isExplained ? [{ label: explanationLabel, contents: [text(explained)] }] : []),
		...(given?.references
			? [{ label: say('report.assessment.references'), contents: [text(given.references)] }]
			: []),
		{
			label: say('report.assessment.evidence'),
			contents: evidenceContents(evidence, say('report.assessment.evidence.none'), words),
		},
	]
}

/** An answer in the words of its scale; of completion with the mark of the Monitoring Body. */
function answerContents(question: QuestionView, answer: string | null, words: Words): readonly Content[] {
	const codes = codesIn(answer)
	const { say } = words
	if (codes.length === 0) return [text(say('assessment.answer.none'))]
	const level = COMPLETION_LEVELS.find((one) => one === answer)
	if (question.scale === 'COMPLETION' && level)
		return [{ kind: 'level', judge: 'assessed', mark: level, text: say(`level.${level}`) }]
	return codes.map((code) => text(answerPhrase(question, code, words)))
}

function answerPhrase({ scale, choices }: QuestionView, code: string, words: Words): Phrase {
	if (scale === 'CHOICES') {
		const choice = choices.find((one) => one.code === code)
		return choice ? phraseOf(choice.text, words) : code
	}
	const family = scale === 'DIOG' ? 'change' : scale === 'POTENTIAL' ? 'potential' : 'yes-no'
	return words.say(`assessment.answer.${family}.${code}`)
}

function further({ further: pieces }: LocalAssessmentModel, words: Words): readonly Block[] {
	if (pieces.length === 0) return []
	const { say } = words
	const contents = evidenceContents(pieces, '', words)
	return [
		{ kind: 'heading', level: 1, text: say('report.assessment.further'), bookmark: true },
		{ kind: 'fields', fields: [{ label: say('report.assessment.evidence'), contents }] },
	]
}

function method(model: LocalAssessmentModel, words: Words): readonly Block[] {
	const { say } = words
	const { recordId, version, questionSet } = model.published.assessment
	const sentences = [
		say('report.assessment.statement'),
		say('report.assessment.method.drawn', { recordId, version, set: questionSet }),
		say('report.assessment.method.basis'),
	]
	return [
		{ kind: 'heading', level: 1, text: say('report.assessment.method'), bookmark: true },
		...sentences.map((sentence): Block => ({ kind: 'paragraph', text: sentence, keep: true })),
		...publishedByLog(model, words),
	]
}

/** The title of a commitment with its number in front, in the title's own language. */
export function commitmentPhrase({ number, title }: NamedCommitment, words: Words): Phrase {
	const phrase = phraseOf(title, words)
	if (number === null) return phrase
	const numbered = words.say('report.details.title', { number, title: wordsOf(phrase) })
	return typeof phrase === 'string' ? numbered : { text: numbered, lang: phrase.lang }
}

function text(phrase: Phrase): Content {
	return { kind: 'text', text: phrase }
}
