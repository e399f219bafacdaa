import { commitmentHref } from '#app/components/addresses.ts'
import { JudgementInRow } from '#app/components/judgement/judgement-trio.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'

type CommitmentTableProps = { id: string; caption: string; rows: readonly CommitmentRow[] }

/** Commitments, each with its judges beside each other and the gap in words. */
export function CommitmentTable({ id, caption, rows }: CommitmentTableProps) {
	const { say } = useWords()
	return (
		<TableRegion
			id={id}
			caption={caption}
			stacks
			columns={[
				{ head: say('commitment.one') },
				{ head: say('judge.claimed') },
				{ head: say('judge.verified') },
				{ head: say('judge.coded') },
				{ head: say('commitment.gap') },
			]}
			rows={rows.map((row) => ({
				key: row.commitment.id,
				cells: [
					<CommitmentName key="name" row={row} />,
					<JudgementInRow key="claimed" judge="claimed" judgement={row.judgements.claimed} />,
					<JudgementInRow key="verified" judge="verified" judgement={row.judgements.verified} />,
					<JudgementInRow key="coded" judge="coded" judgement={row.judgements.coded} />,
					<Gap key="gap" row={row} />,
				],
			}))}
		/>
	)
}

function CommitmentName({ row }: { row: CommitmentRow }) {
	const { say, locale } = useWords()
	const { commitment, overdueMilestones } = row
	return (
		<>
			{commitment.number ?? commitment.ogpId}{' '}
			<a className="govuk-link" href={commitmentHref(locale, commitment.id)}>
				<TextIn text={commitment.title} missing={say('commitment.untitled')} />
			</a>
			{commitment.standing === undefined ? null : (
				<>
					<br />
					{say(`standing.${commitment.standing}`)}
				</>
			)}
			{overdueMilestones > 0 ? (
				<>
					<br />
					{say('commitment.overdue', { count: overdueMilestones })}
				</>
			) : null}
		</>
	)
}

function Gap({ row }: { row: CommitmentRow }) {
	const { say } = useWords()
	const { state, steps } = row.judgements.divergence
	if (steps === null || steps === 0) return <>{say(`divergence.${state}`)}</>
	return <>{say('divergence.with-steps', { state: say(`divergence.${state}`), count: Math.abs(steps) })}</>
}
