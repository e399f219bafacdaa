import type { Block, Content, Phrase } from '#reports/pdf/block.ts'
import { amendments } from './amendments.ts'
import { details } from './details.ts'
import { expectations } from './expectations.ts'
import { commitmentsTable, divergences, overdue } from './lists.ts'
import type { ProgressReport } from './model.ts'
import { summary } from './summary.ts'
import { fixRateBlocks } from './threads.ts'
import { nameOf, ofAll, phraseOf } from './words.ts'
import type { Words } from './words.ts'

/** What the progress report says, in which order, called what. */
export function layoutProgressReport(report: ProgressReport, words: Words): readonly Block[] {
	const body = details(report, words)
	return [
		cover(report, words),
		...unreadable(report, words),
		...summary(report, words, countShown(body)),
		...expectations(report, words),
		...commitmentsTable(report, words),
		...divergences(report, words),
		...overdue(report, words),
		...fixRateBlocks(report, words),
		...obligations(report, words),
		...amendments(report, words),
		...body,
		...method(report, words),
	]
}

/** How many acts the blocks show, counted on the blocks themselves and not on the record they were made from. */
export function countShown(blocks: readonly Block[]): number {
	const fields = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []))
	return new Set(fields.flatMap((field) => field.shows ?? [])).size
}

function cover({ model, snapshotId }: ProgressReport, words: Words): Block {
	const { say, format } = words
	const { plan, ruleSet } = model.record
	const title = phraseOf(plan.title, words)
	const facts: (readonly [string, Phrase])[] = [
		[say('report.cover.as-of'), format.day(model.asOfOn)],
		[say('report.cover.period'), periodOf(model.record.plan, words)],
		[say('report.cover.status'), say(`plan-status.${plan.status}`)],
		[say('report.cover.commitments'), commitmentsWord(model.record.plan, words)],
		[say('report.cover.source'), sourceOf(model.record.plan, words)],
		[
			say('report.cover.version'),
			say('report.cover.version.value', { version: plan.origin.version, template: model.templateVersion }),
		],
		[say('report.cover.rule-set'), ruleSet.version],
		[say('report.cover.snapshot'), snapshotId],
	]
	return {
		kind: 'cover',
		kicker: say('report.progress.kicker'),
		title,
		subtitle: memberLine(model.record.plan, words),
		notice: plan.member.isDemonstration ? say('report.demonstration.cover') : null,
		facts,
		statement: say('report.statement'),
	}
}

type Plan = ProgressReport['model']['record']['plan']

function memberLine(plan: Plan, words: Words): string {
	const member = nameOf(plan.member.name, words)
	if (plan.number === null) return member
	return words.say('report.cover.plan-number', { title: member, number: plan.number })
}

function periodOf({ startsOn, endsOn }: Plan, { say, format }: Words): string {
	if (startsOn === null && endsOn === null) return say('report.not-given')
	const day = (value: string | null): string =>
		value === null ? say('report.milestone.date-unknown') : format.day(value)
	return say('report.cover.period.value', { start: day(startsOn), end: day(endsOn) })
}

function commitmentsWord({ commitmentsHere, commitmentsPublished }: Plan, { say, format }: Words): string {
	const here = format.count(commitmentsHere)
	if (commitmentsPublished === null) return say('report.cover.commitments.uncounted', { here })
	return say('report.cover.commitments.value', { here, published: format.count(commitmentsPublished) })
}

function sourceOf({ origin }: Plan, words: Words): string {
	const { say, format } = words
	const day = format.day(origin.publishedOn)
	if (origin.importedBy === null) return say('report.cover.source.own', { source: origin.source, day })
	return say('report.cover.source.imported', {
		source: origin.source,
		day,
		by: nameOf(origin.importedBy, words),
	})
}

/** Says, before any figure, which acts could not be read when the report was frozen. */
function unreadable({ model }: ProgressReport, { say, format }: Words): readonly Block[] {
	const acts = model.record.unreadable ?? []
	if (acts.length === 0) return []
	const lead = say('unreadable.lead', { count: acts.length, records: format.count(acts.length) })
	const lines = acts.map(({ kind, recordId, version }) =>
		say('unreadable.record', { act: say(`act.${kind}`), recordId, version }),
	)
	return [
		{ kind: 'heading', level: 1, text: say('unreadable.title'), bookmark: true },
		...[lead, ...lines].map((text): Block => ({ kind: 'paragraph', text })),
	]
}

/** The reporting calendar with what came in, and plainly what is not recorded here. */
function obligations({ model }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const { checkpoints, commitments } = model.record
	const milestones = commitments.flatMap((commitment) => commitment.milestones)
	const heading: Block = { kind: 'heading', level: 1, text: say('report.obligations'), bookmark: true }
	const missing: Block = { kind: 'paragraph', text: say('report.obligations.missing') }
	if (checkpoints.length === 0)
		return [heading, { kind: 'paragraph', text: say('report.obligations.none') }, missing]
	return [
		heading,
		{
			kind: 'table',
			columns: [
				{ label: say('report.obligations.code'), weight: 15, rowHeader: true },
				{ label: say('report.obligations.opens'), weight: 28 },
				{ label: say('report.obligations.due'), weight: 28 },
				{ label: say('report.obligations.reported'), weight: 29 },
			],
			rows: checkpoints.map(({ code, opensOn, dueOn }) => {
				const reported = milestones.filter((m) =>
					m.claims.some((claim) => claim.checkpointCode === code),
				).length
				return [
					{ text: code },
					{ text: format.day(opensOn) },
					{ text: format.day(dueOn) },
					{ text: ofAll({ count: reported, of: milestones.length }, words) },
				]
			}),
		},
		missing,
	]
}

function method({ model, snapshotId }: ProgressReport, { say, format }: Words): readonly Block[] {
	const { ruleSet, ledgerSize } = model.record
	const sentences = [
		say('report.statement'),
		say('report.method.levels'),
		say('report.method.unknown'),
		say('report.method.rule-set', { version: ruleSet.version, from: format.day(ruleSet.validFrom) }),
		say('report.method.snapshot', {
			id: snapshotId,
			size: format.count(ledgerSize),
			template: model.templateVersion,
		}),
		say('report.method.letters'),
		...(model.checkpoint === undefined ? [] : [say('report.method.check')]),
	]
	return [
		{ kind: 'heading', level: 1, text: say('report.method'), bookmark: true },
		// Kept together, so that the report does not end on a page with a few lines.
		...sentences.map((text, index): Block => ({
			kind: 'paragraph',
			text,
			keep: index < sentences.length - 1,
		})),
		...publishedByLog(model, say),
	]
}

/** The log's checkpoint and its key, line by line as they were published: they can be typed off the paper. */
function publishedByLog(
	{ checkpoint, logKey }: ProgressReport['model'],
	say: Words['say'],
): readonly Block[] {
	const given = [
		{ label: say('report.method.checkpoint'), published: checkpoint },
		{ label: say('report.method.log-key'), published: logKey },
	]
	const fields = given.flatMap(({ label, published }) =>
		published === undefined ? [] : [{ label, contents: linesOf(published) }],
	)
	return fields.length === 0 ? [] : [{ kind: 'fields', fields }]
}

function linesOf(published: string): readonly Content[] {
	const lines = published.split('\n').filter((line) => line !== '')
	return lines.map((text) => ({ kind: 'text', text, tone: 'muted' }))
}
