import type { CommitmentRecord, MilestoneRecord } from '#app/domain/action-plan/view.ts'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import { LATE_REDATING_DAYS, bothSchedules, lateRedatings } from '#app/domain/published-text/rules.ts'
import type { Block, Content, Field } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { hasLaterParts } from './model.ts'
import type { ProgressReport } from './model.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

/** The amendments of the plan, newest first: what was changed, why, who agreed, from when, and both dates. */
export function amendments({ model }: ProgressReport, words: Words): readonly Block[] {
	if (!hasLaterParts(model)) return []
	const { say } = words
	const { record } = model
	const published = record.amendments ?? []
	const heading: Block = { kind: 'heading', level: 1, text: say('report.amendments'), bookmark: true }
	if (published.length === 0) return [heading, { kind: 'paragraph', text: say('report.amendments.none') }]
	return [
		heading,
		{ kind: 'paragraph', text: say('report.amendments.intro') },
		...[...published].reverse().flatMap((amendment): Block[] => [
			{
				kind: 'heading',
				level: 2,
				text: say('report.amendments.title', { day: words.format.day(amendment.publishedOn) }),
				bookmark: false,
			},
			{ kind: 'fields', fields: fieldsOf(amendment, record, words) },
		]),
	]
}

type Amended = ProgressReport['model']['record']

function fieldsOf(amendment: AmendmentView, record: Amended, words: Words): readonly Field[] {
	const { say, format } = words
	const said = (key: string, ...contents: Content[]): Field => ({ label: say(key), contents })
	return [
		said('amendment.changes', ...amendment.changes.flatMap((change) => changeLines(change, record, words))),
		said('amendment.reason', line(phraseOf(amendment.reason, words))),
		said('amendment.proposedBy', line(amendment.proposedBy)),
		said('amendment.agreedBy', line(amendment.agreedBy)),
		said('amendment.effectiveOn', line(format.day(amendment.effectiveOn))),
		said('amendment.published-by', line(nameOf(amendment.organizationName, words))),
		said('amendment.record', { ...line(amendment.recordId), tone: 'muted' }),
	]
}

type Change = AmendmentView['changes'][number]

/** One record that was changed: its name, how, and both ends of its period where they differ. */
function changeLines(change: Change, record: Amended, words: Words): readonly Content[] {
	const { say, format } = words
	const versions = versionsOf(change, record)
	const after = versions.find(({ origin }) => origin.version === change.version)
	const before = versions.find(({ origin }) => origin.version === change.version - 1)
	const name = say('report.amendments.change', {
		kind: say(`amendment.record.${change.recordKind}`),
		name: after ? wordsOf(phraseOf(after.title, words)) : change.recordId,
		operation: say(`amendment.operation.${change.operation}`),
	})
	const day = (given: string | null) =>
		given === null ? say('report.milestone.date-unknown') : format.day(given)
	if (!after || !before || after.endsOn === before.endsOn) return [line(name)]
	const [moved] = lateRedatings([before, after])
	return [
		line(name),
		line(say('report.amendments.end', { before: day(before.endsOn), after: day(after.endsOn) })),
		...(moved ? [line(say(`amendment.late.${moved.late}`, { days: LATE_REDATING_DAYS }))] : []),
	]
}

/** Every version of the text of a record that is part of this plan, oldest first. */
function versionsOf({ recordKind, recordId }: Change, { plan, earlier = [], commitments }: Amended) {
	if (recordKind === 'action-plan') return [...earlier, plan]
	const parts: readonly (CommitmentRecord | MilestoneRecord)[] =
		recordKind === 'commitment' ? commitments : commitments.flatMap(({ milestones }) => milestones)
	const found = parts.find(({ id }) => id === recordId)
	return found ? [...(found.earlier ?? []), found] : []
}

function line(text: ReturnType<typeof phraseOf>): Extract<Content, { kind: 'text' }> {
	return { kind: 'text', text }
}

/** The dates first published beside those in force, with how the milestone stands to each; only where a text was changed. */
export function baselineField(
	milestone: MilestoneRecord,
	{ model }: Pick<ProgressReport, 'model'>,
	words: Words,
): readonly Field[] {
	const [first] = milestone.earlier ?? []
	if (!hasLaterParts(model) || !first) return []
	const { say, format } = words
	const day = (given: string | null) =>
		given === null ? say('report.milestone.date-unknown') : format.day(given)
	const claimed = milestone.claims[0]?.level ?? null
	const both = bothSchedules({ baseline: first, current: milestone }, claimed, model.asOfOn)
	const period = say('report.milestone.period.value', {
		start: day(first.startsOn),
		end: day(first.endsOn),
		schedule: say(`schedule.${both.baseline}`),
	})
	return [{ label: say('report.milestone.baseline'), contents: [line(period)] }]
}
