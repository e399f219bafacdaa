import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { AssessedCommitment } from '#app/domain/self-assessment/schema.ts'

type CompletionTableProps = { commitments: readonly AssessedCommitment[] }

/** How far government says each commitment has come, beside what its institutions claimed milestone by milestone. */
export function CompletionTable({ commitments }: CompletionTableProps) {
	const { say } = useWords()
	return (
		<>
			<LevelCounts commitments={commitments} />
			<Table
				id="completion"
				caption={say('self-assessment.completion.title')}
				stacks
				columns={[
					{ head: say('self-assessment.commitment'), isWide: true },
					{ head: say('self-assessment.level') },
					{ head: say('self-assessment.suggested') },
				]}
				rows={commitments.map((commitment) => ({
					key: commitment.id,
					cells: [
						<CommitmentName key="name" commitment={commitment} />,
						<LevelWord
							key="level"
							level={commitment.level}
							judge="claimed"
							word={commitment.level === null ? say('self-assessment.not-confirmed') : undefined}
						/>,
						<Suggested key="suggested" commitment={commitment} />,
					],
				}))}
			/>
		</>
	)
}

function LevelCounts({ commitments }: CompletionTableProps) {
	const { say, format } = useWords()
	const total = format.count(commitments.length)
	const counts = CLAIMED_LEVELS.map((level) => ({
		level,
		count: commitments.filter((commitment) => commitment.level === level).length,
	}))
	return (
		<>
			<p className="govuk-body">{say('self-assessment.completion.lead')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{counts.map(({ level, count }) => (
					<li key={level}>
						{say('self-assessment.completion.count', {
							level: say(`level.${level}`),
							count: format.count(count),
							total,
						})}
					</li>
				))}
			</ul>
		</>
	)
}

/** Number and title of a commitment. */
export function CommitmentName({ commitment }: { commitment: Pick<AssessedCommitment, 'number' | 'title'> }) {
	return (
		<>
			{commitment.number === null ? null : `${commitment.number} `}
			<TextIn text={commitment.title} />
		</>
	)
}

/** What the newest claims on the milestones give, and on how many of them it rests. */
export function Suggested({
	commitment,
}: {
	commitment: Pick<AssessedCommitment, 'suggested' | 'milestones'>
}) {
	const { say, format } = useWords()
	const { level, known, total } = commitment.suggested
	const isSilent = commitment.milestones.every(({ claim }) => claim === null)
	const unstated = say(isSilent ? 'level.NO_REPORT' : 'judgement.no-level.claimed')
	const word = level === null ? unstated : undefined
	return (
		<>
			<LevelWord level={level} judge="claimed" word={word} />{' '}
			{say('self-assessment.suggested.of', { known: format.count(known), total: format.count(total) })}
		</>
	)
}
