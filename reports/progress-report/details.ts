import type { Block, Content, Field, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { baselineField } from './amendments.ts'
import { claimFields, codingField, verificationFields } from './claims.ts'
import { gapWords, judgementOf, levelCell } from './levels.ts'
import { judgesIn } from './model.ts'
import type { CommitmentInReport, MilestoneInReport, ProgressReport } from './model.ts'
import { threadFields } from './threads.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

/** One block per commitment: what was promised, what government says, what others found, and what is missing. */
export function details(report: ProgressReport, words: Words): readonly Block[] {
	const { commitments } = report
	if (commitments.length === 0) return []
	return [
		{ kind: 'heading', level: 1, text: words.say('report.details'), bookmark: true },
		...commitments.flatMap((commitment) => commitmentBlocks(commitment, report, words)),
	]
}

/** A commitment's title with its number in front, in the title's own language. */
export function numbered(number: string, title: Phrase, { say }: Words): Phrase {
	const text = say('report.details.title', { number, title: wordsOf(title) })
	return typeof title === 'string' ? text : { text, lang: title.lang }
}

function commitmentBlocks(item: CommitmentInReport, report: ProgressReport, words: Words): readonly Block[] {
	const { commitment, judgements } = item
	const { say } = words
	const judges = judgesIn(report)
	return [
		{
			kind: 'heading',
			level: 2,
			text: numbered(item.number, phraseOf(commitment.title, words), words),
			bookmark: true,
		},
		{
			kind: 'table',
			columns: judges.map((judge) => ({
				label: say(`judge.${judge}`),
				judge,
				weight: 1,
			})),
			rows: [judges.map((judge) => levelCell(judgementOf(judgements, judge), judge, words))],
		},
		{ kind: 'fields', fields: commitmentFields(item, report, words) },
		...(item.milestones.length === 0
			? [{ kind: 'paragraph' as const, text: say('report.details.no-milestones') }]
			: []),
		...item.milestones.flatMap((milestone, index) =>
			milestoneBlocks(milestone, { place: `${item.number}.${String(index + 1)}`, report }, words),
		),
	]
}

function commitmentFields(
	{ commitment, judgements }: CommitmentInReport,
	report: ProgressReport,
	words: Words,
): readonly Field[] {
	const { say } = words
	const { asOfOn } = report.model
	const given = (label: string, value: string | null): Field[] =>
		value ? [{ label: say(label), contents: [text(value)] }] : []
	return [
		{ label: say('report.details.difference'), contents: [text(gapWords(judgements, words))] },
		...given('report.details.theme', commitment.theme),
		...given('report.details.lead', commitment.leadInstitution),
		...given('report.details.supporting', commitment.supportingInstitutions),
		...assessmentFields(commitment, report, words),
		codingField(commitment.codings, words),
		...(commitment.verifications.length === 0
			? []
			: verificationFields(commitment.verifications, words, say('report.details.whole'))),
		...threadFields(commitment.verifications, asOfOn, words),
	]
}

/** Which assessments of the Monitoring Body speak of a commitment, each with its day and its record. */
function assessmentFields(
	{ assessments = [] }: CommitmentInReport['commitment'],
	{ model }: ProgressReport,
	words: Words,
): readonly Field[] {
	if (model.ruleNumbers === undefined || assessments.length === 0) return []
	const { say, format } = words
	const contents = assessments.map(({ kind, organizationName, publishedOn, recordId }) =>
		text(
			say('report.details.assessment', {
				kind: say(`assessment-kind.${kind}`),
				by: nameOf(organizationName, words),
				day: format.day(publishedOn),
				record: recordId,
			}),
		),
	)
	return [{ label: say('judge.assessed'), judge: 'assessed', contents }]
}

type InReport = { readonly place: string; readonly report: ProgressReport }

function milestoneBlocks(
	item: MilestoneInReport,
	{ place, report }: InReport,
	words: Words,
): readonly Block[] {
	const { milestone } = item
	const { say } = words
	const title = phraseOf(milestone.title, words)
	const deliverable = phraseOf(milestone.deliverable, words)
	const hasDeliverable = Boolean(milestone.deliverable.en ?? milestone.deliverable.id)
	const fields: Field[] = [
		{ label: say('report.milestone.promise'), contents: [text(title)] },
		...(hasDeliverable && wordsOf(deliverable) !== wordsOf(title)
			? [{ label: say('report.milestone.deliverable'), contents: [text(deliverable)] }]
			: []),
		...baselineField(milestone, report, words),
		{ label: say('report.milestone.period'), contents: [text(periodOf(item, words))] },
		...(milestone.responsible
			? [{ label: say('report.milestone.responsible'), contents: [text(milestone.responsible)] }]
			: []),
		...claimFields(milestone.claims, report, words),
		...verificationFields(milestone.verifications, words),
		...threadFields(milestone.verifications, report.model.asOfOn, words),
	]
	return [
		{
			kind: 'heading',
			level: 3,
			text: say('report.milestone.title', { number: milestone.number ?? place }),
			bookmark: false,
		},
		{ kind: 'fields', fields },
	]
}

function periodOf({ milestone, schedule }: MilestoneInReport, { say, format }: Words): string {
	if (milestone.startsOn === null && milestone.endsOn === null) return say('report.milestone.period.none')
	const day = (value: string | null): string =>
		value === null ? say('report.milestone.date-unknown') : format.day(value)
	return say('report.milestone.period.value', {
		start: day(milestone.startsOn),
		end: day(milestone.endsOn),
		schedule: say(`schedule.${schedule}`),
	})
}

function text(phrase: Phrase): Content {
	return { kind: 'text', text: phrase }
}
