import { Details } from '#app/components/ui/details.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { MilestoneRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { bothSchedules, lateRedatings } from '#app/domain/published-text/rules.ts'
import { LateNote } from './change-diff.tsx'

/** The last day that was first published and how the milestone stands to it, where another one holds now. */
export function FirstPublished({ milestone, today }: { milestone: MilestoneRecord; today: CalendarDay }) {
	const { say, format } = useWords()
	const [first] = milestone.earlier ?? []
	if (!first || first.endsOn === milestone.endsOn) return null
	const { baseline } = bothSchedules(
		{ baseline: first, current: milestone },
		milestone.claims[0]?.level ?? null,
		today,
	)
	const on = first.endsOn === null ? say('missing.text') : format.day(first.endsOn)
	return (
		<>
			<br />
			{say('amendment.milestone.first', { on, schedule: say(`amendment.schedule.${baseline}`) })}
		</>
	)
}

/** Each time its end was moved late; nothing where it never was. */
export function LateRedatings({ milestone }: { milestone: MilestoneRecord }) {
	if (milestone.earlier === undefined) return null
	return (
		<>
			{lateRedatings([...milestone.earlier, milestone]).map(({ after, late }) => (
				<LateNote key={after.origin.version} late={late} />
			))}
		</>
	)
}

/** How the milestone can be verified; nothing where nobody said it. */
export function Protocol({ milestone: { protocol } }: { milestone: MilestoneRecord }) {
	const { say, format } = useWords()
	if (protocol === undefined) return null
	const missing = say('missing.text')
	return (
		<Details summary={say('milestone.protocol')}>
			<SummaryList
				rows={[
					{
						key: say('plan-draft.field.what'),
						value: <TextIn text={{ en: protocol.whatEn, id: protocol.whatId }} />,
					},
					{
						key: say('plan-draft.field.where'),
						value: <TextIn text={{ en: protocol.whereEn, id: protocol.whereId }} />,
					},
					{ key: say('plan-draft.field.who'), value: protocol.who ?? missing },
					{
						key: say('plan-draft.field.byOn'),
						value: protocol.byOn === null ? missing : format.day(protocol.byOn),
					},
				]}
			/>
		</Details>
	)
}
