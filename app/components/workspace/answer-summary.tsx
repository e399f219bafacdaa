import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ReportStep } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { taskHref } from './addresses.ts'
import { ChallengeList } from './challenge-list.tsx'
import { DraftEvidence } from './draft-evidence.tsx'
import { StoredText } from './stored-text.tsx'
import { keyOf } from './task-key.ts'

/** All answers of a report; with a way to change each, for those who may. */
export function AnswerSummary({ task, canChange }: { task: TaskView; canChange: boolean }) {
	const { say, locale } = useWords()
	const { answers } = task
	const row = (step: ReportStep, value: SummaryRow['value']): SummaryRow => {
		const key = say(`task.check.${step}`)
		const action = { href: taskHref(locale, keyOf(task), step), text: say('workspace.change'), hidden: key }
		return { key, value, action: canChange ? action : undefined }
	}
	const level = <LevelWord level={task.statedLevel} judge="claimed" word={levelWord(task, say)} />
	if (answers.isNil) {
		const nil = (
			<>
				<p className="govuk-body">{say('task.check.nil')}</p>
				{level}
			</>
		)
		return <SummaryList rows={[row('level', nil)]} />
	}
	return (
		<SummaryList
			rows={[
				row('level', level),
				row('done', <StoredText text={answers.done} />),
				...(task.asksForChallenges ? [row('challenges', <ChallengeList answers={answers} />)] : []),
				row('evidence', <DraftEvidence pieces={answers.evidence} />),
			]}
		/>
	)
}

function levelWord(
	{ answers, statedLevel, before }: TaskView,
	say: (key: string) => string,
): string | undefined {
	if (statedLevel !== null) return undefined
	return answers.isNil ? (before?.levelAsPublished ?? say('level.NOT_ASSESSED')) : say('workspace.not-given')
}
