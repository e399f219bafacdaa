import { milestoneHref } from '#app/components/addresses.ts'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'

type OverdueTableProps = { rows: readonly CommitmentRow[]; overdue: PlanFigures['overdue'] }

/** Milestones past their last day without a claim that they are complete. */
export function OverdueTable({ rows, overdue }: OverdueTableProps) {
	const words = useWords()
	const { say } = words
	return (
		<section>
			<h2 className="govuk-heading-l">{say('dashboard.overdue')}</h2>
			{overdue.length === 0 ? (
				<p className="govuk-body">{say('dashboard.overdue.none')}</p>
			) : (
				<Table
					id="overdue"
					caption={say('dashboard.overdue.caption')}
					captionSize="s"
					stacks
					columns={[
						{ head: say('milestone.name'), isWide: true },
						{ head: say('milestone.last-day') },
						{ head: say('judge.claimed') },
					]}
					rows={overdue.flatMap((late) => overdueRow(late, rows, words))}
				/>
			)}
		</section>
	)
}

function overdueRow(
	{ milestoneId, lastDay, claimed }: PlanFigures['overdue'][number],
	rows: readonly CommitmentRow[],
	{ say, locale, format }: Words,
) {
	const commitment = rows.find((row) =>
		row.commitment.milestones.some((m) => m.id === milestoneId),
	)?.commitment
	const milestone = commitment?.milestones.find((m) => m.id === milestoneId)
	if (!commitment || !milestone) return []
	const word = milestone.claims.length === 0 ? say('level.NO_REPORT') : undefined
	const cells = [
		<a key="name" className="govuk-link" href={milestoneHref(locale, commitment.id, milestoneId)}>
			<TextIn text={milestone.title} />
		</a>,
		<time key="day" dateTime={lastDay}>
			{format.day(lastDay)}
		</time>,
		<LevelWord key="level" level={claimed} judge="claimed" word={word} />,
	]
	return [{ key: milestoneId, cells }]
}
