import type { ProgressReport } from '#reports/progress-report/model.ts'
import type { Block, Phrase } from '#reports/pdf/block.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

/** What a report of a plan is called, and what it adds to the facts that every one of them states. */
type Titled = { readonly kicker: string; readonly facts?: readonly (readonly [string, Phrase])[] }

/** The first page of a report of a plan. */
export function planCover(
	{ model, snapshotId }: ProgressReport,
	{ kicker, facts: own = [] }: Titled,
	words: Words,
): Block {
	const { say, format } = words
	const { plan, ruleSet } = model.record
	const title = phraseOf(plan.title, words)
	const facts: (readonly [string, Phrase])[] = [
		...own,
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
		kicker: model.draft ? say('report.draft.named', { title: kicker }) : kicker,
		title,
		subtitle: memberLine(model.record.plan, words),
		notice: noticeOf(model, words),
		facts,
		statement: say('report.statement'),
	}
}

type Model = ProgressReport['model']
type Plan = Model['record']['plan']

/** What a reader has to know before anything else: that it is a draft, and that it is a demonstration. */
function noticeOf({ draft, record }: Model, { say, format }: Words): string | null {
	const notices = [
		...(draft
			? [
					say('report.draft.cover', {
						from: format.day(draft.opensOn),
						until: format.day(draft.closesOn),
					}),
				]
			: []),
		...(record.plan.member.isDemonstration ? [say('report.demonstration.cover')] : []),
	]
	return notices.length === 0 ? null : notices.join(' ')
}

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
export function unreadable({ model }: ProgressReport, { say, format }: Words): readonly Block[] {
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
