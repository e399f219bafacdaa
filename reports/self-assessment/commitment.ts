import type { EvidenceView } from '#app/domain/evidence/view.ts'
import type { AssessedCommitment } from '#app/domain/self-assessment/schema.ts'
import { evidenceContents } from '#reports/document/evidence.ts'
import {
	entry,
	givenEntry,
	numberedTitle,
	periodText,
	textContent,
	valueContents,
	writtenEntry,
} from '#reports/document/pieces.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell, Content, Field } from '#reports/pdf/block.ts'
import { writtenContents } from './written.ts'

/**
 * What a self-assessment says of one commitment.
 *
 * Source  OGP, self-assessment template: the fields of the table of a commitment, in their order.
 */
export function commitmentBlocks(commitment: AssessedCommitment, words: Words): readonly Block[] {
	const { say } = words
	return [
		{ kind: 'fields', fields: [...promised(commitment, words), ...reached(commitment, words)] },
		...milestoneTable(commitment, words),
		{
			kind: 'fields',
			fields: [
				{
					label: say('self-assessment.evidence'),
					contents: evidenceContents(evidenceOf(commitment), say('evidence.none'), words),
				},
				{ label: say('self-assessment.next'), contents: writtenContents(commitment.next, words) },
				entry(say('self-assessment.contact'), say('self-assessment.contact.withheld')),
			],
		},
	]
}

/** What the plan says; nothing of it is typed for the report. */
function promised(commitment: AssessedCommitment, words: Words): readonly Field[] {
	const { say } = words
	const { standing, contribution, additional } = commitment
	return [
		...(standing === null ? [] : [entry(say('self-assessment.standing'), say(`standing.${standing}`))]),
		entry(say('commitment.period'), periodText(commitment, words)),
		givenEntry(say('commitment.lead'), commitment.leadInstitution, words),
		givenEntry(say('commitment.supporting'), commitment.supportingInstitutions, words),
		writtenEntry(say('commitment.problem'), commitment.problem, words),
		writtenEntry(say('commitment.description'), commitment.description, words),
		...(contribution ? [writtenEntry(say('commitment.contribution'), contribution, words)] : []),
		{ label: say('commitment.values'), contents: valueContents(commitment.ogpValues, words) },
		...(additional ? [writtenEntry(say('commitment.additional'), additional, words)] : []),
	]
}

/** How far it is, as government says, beside what the reports of its institutions give. */
function reached(commitment: AssessedCommitment, words: Words): readonly Field[] {
	const { say } = words
	return [
		{
			label: say('self-assessment.level'),
			judge: 'claimed',
			contents: [levelContent(levelCell(commitment, words))],
		},
		{
			label: say('self-assessment.suggested'),
			judge: 'claimed',
			contents: [levelContent(suggestedCell(commitment, words))],
		},
		{ label: say('self-assessment.results'), contents: writtenContents(commitment.results, words) },
	]
}

function levelContent({ text, mark = 'NOT_ASSESSED', detail }: Cell): Content {
	const word = typeof text === 'string' ? text : text.text
	const said = typeof detail === 'string' ? `${word} ${detail}` : word
	return mark === 'OTHER_WORDS' ? textContent(said) : { kind: 'level', judge: 'claimed', mark, text: said }
}

/** The step that government puts a commitment on. */
export function levelCell({ level }: Pick<AssessedCommitment, 'level'>, { say }: Words): Cell {
	if (level === null) return { text: say('self-assessment.not-confirmed'), mark: 'NOT_ASSESSED' }
	return { text: say(`level.${level}`), mark: level }
}

/** What the newest reports on the milestones give, and on how many of them it rests. */
export function suggestedCell(
	{ suggested, milestones }: Pick<AssessedCommitment, 'suggested' | 'milestones'>,
	{ say, format }: Words,
): Cell {
	const { level, known, total } = suggested
	const silent = milestones.every(({ claim }) => claim === null)
	const unstated = silent ? 'level.NO_REPORT' : 'judgement.no-level.claimed'
	return {
		text: say(level === null ? unstated : `level.${level}`),
		mark: level ?? (silent ? 'NOT_ASSESSED' : 'OTHER_WORDS'),
		detail: say('self-assessment.suggested.of', { known: format.count(known), total: format.count(total) }),
	}
}

/** Each milestone with what the newest report says, and its days: planned, and as they were. */
function milestoneTable({ milestones }: AssessedCommitment, words: Words): readonly Block[] {
	const { say, format } = words
	if (milestones.length === 0) return [{ kind: 'paragraph', text: say('report.details.no-milestones') }]
	const dayOr = (day: string | null) =>
		day === null ? say('self-assessment.milestone.unknown') : format.day(day)
	return [
		{
			kind: 'table',
			columns: [
				{ label: say('self-assessment.milestone'), weight: 44, rowHeader: true },
				{ label: say('self-assessment.milestone.level'), judge: 'claimed', weight: 20 },
				{ label: say('self-assessment.milestone.planned'), weight: 22 },
				{ label: say('self-assessment.milestone.actual'), weight: 26 },
			],
			rows: milestones.map((milestone) => [
				{ text: numberedTitle(milestone.number, milestone.title, words) },
				claimCell(milestone, words),
				{ text: periodText(milestone, words) },
				{
					text: say('self-assessment.milestone.ran', {
						from: dayOr(milestone.startedOn),
						until: dayOr(milestone.finishedOn),
					}),
				},
			]),
		},
	]
}

type Milestone = AssessedCommitment['milestones'][number]

function claimCell({ level, levelAsPublished, claim }: Milestone, { say }: Words): Cell {
	if (level !== null) return { text: say(`level.${level}`), mark: level }
	if (claim === null) return { text: say('level.NO_REPORT'), mark: 'NOT_ASSESSED' }
	if (levelAsPublished === null) return { text: say('level.NOT_ASSESSED'), mark: 'NOT_ASSESSED' }
	return { text: say('report.level.quoted', { words: levelAsPublished }), mark: 'OTHER_WORDS' }
}

/** The evidence as it was frozen: of a protected piece, that there is one and of which kind. */
function evidenceOf({ evidence }: AssessedCommitment): readonly EvidenceView[] {
	return evidence.map(({ id, kind, isProtected, title, url }) =>
		isProtected
			? { visibility: 'PROTECTED', id: id ?? '', kind, embargoUntil: null }
			: { kind, title, url: url ?? '', stance: null },
	)
}
