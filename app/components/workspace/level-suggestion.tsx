import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { LevelTask } from '#app/domain/commitment-level/view.ts'

/** Commitment and reporting period of a level. */
export function LevelCaption({ task }: { task: LevelTask }) {
	const { say, format } = useWords()
	const { code, dueOn } = task.checkpoint
	return (
		<>
			<TextIn text={task.commitment.title} />
			<br />
			{say('task.caption', { code, due: format.day(dueOn) })}
		</>
	)
}

/** What the milestones come to, out of how many, and that it is a suggestion; and what was stated last. */
export function SuggestionText({ task }: { task: LevelTask }) {
	const { say, format } = useWords()
	const { level, known, total } = task.suggestion
	const counts = { known: format.count(known), total: format.count(total) }
	const { newest } = task
	return (
		<>
			<p className="govuk-body">
				{level === null
					? say('commitment-level.suggestion.none', counts)
					: say('commitment-level.suggestion', { ...counts, level: say(`level.${level}`) })}
			</p>
			{newest ? (
				<p className="govuk-body">
					{say('commitment-level.newest', {
						level: say(`level.${newest.level}`),
						on: format.day(newest.publishedOn),
					})}
				</p>
			) : null}
		</>
	)
}
