import { milestoneAnchor } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { CommitmentRecord, CommitmentTextView, MilestoneRecord } from '#app/domain/action-plan/view.ts'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { LATE_REDATING_DAYS, bothSchedules, lateRedatings } from '#app/domain/published-text/rules.ts'
import { AmendmentFacts } from './amendment-facts.tsx'

type BaselineProps = {
	commitment: CommitmentRecord
	/** Those that touched it or one of its milestones. */
	amendments: readonly AmendmentView[]
	today: CalendarDay
}

/** What was first promised beside what holds now, and each amendment in between. Nothing where nothing was amended. */
export function BaselineAndChanges({ commitment, amendments, today }: BaselineProps) {
	const { say } = useWords()
	if (amendments.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say('amendment.baseline')}</h2>
			<p className="govuk-body">{say('amendment.baseline.lead')}</p>
			<FirstAndNow commitment={commitment} />
			<Dates milestones={commitment.milestones} today={today} />
			{[...amendments].reverse().map((amendment) => (
				<AmendmentFacts key={amendment.recordId} amendment={amendment} />
			))}
		</section>
	)
}

function FirstAndNow({ commitment }: { commitment: CommitmentRecord }) {
	const words = useWords()
	const { say } = words
	const [first] = commitment.earlier ?? []
	if (!first) return null
	const differing = FIELDS.filter(([, valueOf]) => !isSame(valueOf(first), valueOf(commitment)))
	if (differing.length === 0) return null
	return (
		<Table
			id="baseline-text"
			caption={say('amendment.baseline.text')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('amendment.field') },
				{ head: say('amendment.baseline.first') },
				{ head: say('amendment.baseline.now') },
			]}
			rows={differing.map(([key, valueOf]) => ({
				key,
				cells: [say(key), shown(valueOf(first), words), shown(valueOf(commitment), words)],
			}))}
		/>
	)
}

type Value = Bilingual | { readonly day: PartialDay | null } | { readonly words: string | null }

const NOTHING: Bilingual = { en: null, id: null }

const FIELDS: readonly (readonly [key: string, valueOf: (text: CommitmentTextView) => Value])[] = [
	['record.title-row', (text) => text.title],
	['commitment.problem', (text) => text.problem],
	['commitment.baseline', (text) => text.baseline],
	['commitment.description', (text) => text.description],
	['commitment.contribution', (text) => text.contribution ?? NOTHING],
	['commitment.additional', (text) => text.additional ?? NOTHING],
	['commitment.lead', (text) => ({ words: text.leadInstitution })],
	['commitment.supporting', (text) => ({ words: text.supportingInstitutions })],
	['period.start', (text) => ({ day: text.startsOn })],
	['period.end', (text) => ({ day: text.endsOn })],
]

function isSame(a: Value, b: Value): boolean {
	return JSON.stringify(a) === JSON.stringify(b)
}

function shown(value: Value, { say, format }: Words) {
	if ('day' in value) return value.day === null ? say('missing.text') : format.day(value.day)
	if ('words' in value) return value.words ?? say('missing.text')
	return <TextIn text={value} />
}

/** Both ends of every milestone whose text was changed, and how it stands to each. */
function Dates({ milestones, today }: { milestones: readonly MilestoneRecord[]; today: CalendarDay }) {
	const words = useWords()
	const { say } = words
	const changed = milestones.filter((milestone) => milestone.earlier !== undefined)
	if (changed.length === 0) return null
	return (
		<Table
			id="baseline-dates"
			caption={say('amendment.baseline.dates')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('amendment.record.milestone') },
				{ head: say('amendment.baseline.first-end') },
				{ head: say('amendment.baseline.now-end') },
				{ head: say('amendment.baseline.against-first') },
				{ head: say('amendment.baseline.against-now') },
			]}
			rows={changed.map((milestone) => ({
				key: milestone.id,
				cells: [<Name key="name" milestone={milestone} />, ...datesOf(milestone, today, words)],
			}))}
		/>
	)
}

function Name({ milestone }: { milestone: MilestoneRecord }) {
	const { say } = useWords()
	return (
		<a className="govuk-link" href={`#${milestoneAnchor(milestone.id)}`}>
			{milestone.number} <TextIn text={milestone.title} missing={say('milestone.untitled')} />
		</a>
	)
}

function datesOf(milestone: MilestoneRecord, today: CalendarDay, { say, format }: Words): readonly string[] {
	const baseline = milestone.earlier?.[0] ?? milestone
	const end = (day: PartialDay | null) => (day === null ? say('missing.text') : format.day(day))
	const late = new Set(lateRedatings([...(milestone.earlier ?? []), milestone]).map((one) => one.late))
	const claimed = milestone.claims[0]?.level ?? null
	const both = bothSchedules({ baseline, current: milestone }, claimed, today)
	return [
		end(baseline.endsOn),
		[
			end(milestone.endsOn),
			...[...late].map((one) => say(`amendment.late.${one}`, { days: LATE_REDATING_DAYS })),
		].join('. '),
		say(`amendment.schedule.${both.baseline}`),
		say(both.current === null ? 'amendment.schedule.ended' : `amendment.schedule.${both.current}`),
	]
}
