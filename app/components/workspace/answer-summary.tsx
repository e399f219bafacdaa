import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { lacksActualEnd } from '#app/domain/further-answer/rules.ts'
import { pairStatesOf } from '#app/domain/further-answer/view.ts'
import type { ReportStep } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { taskHref } from './addresses.ts'
import { withMore } from './asks-more.ts'
import { ChallengeList } from './challenge-list.tsx'
import { DraftEvidence } from './draft-evidence.tsx'
import { StoredText } from './stored-text.tsx'
import { keyOf } from './task-key.ts'

/** All answers of a report; with a way to change each, for those who may. */
export function AnswerSummary({ task, canChange }: { task: TaskView; canChange: boolean }) {
	const words = useWords()
	const { say, locale } = words
	const { answers } = task
	const row: RowOf = (step, value, name = step) => {
		const key = say(`task.check.${name}`)
		const href = taskHref(locale, keyOf(task), step)
		const isMore = DAYS_ASKED_APART.includes(name) && answers.level !== 'COMPLETE'
		const action = { href: isMore ? withMore(href) : href, text: say('workspace.change'), hidden: key }
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
				row(
					'done',
					<StoredText text={answers.done} states={pairStatesOf(answers.further.textStates, 'done')} />,
				),
				...furtherRows(task, words, row),
				...(task.asksForChallenges ? [row('challenges', <ChallengeList answers={answers} />)] : []),
				row('evidence', <DraftEvidence pieces={answers.evidence} />),
			]}
		/>
	)
}

/** Days that are asked on a page of their own, unless the milestone is complete. */
const DAYS_ASKED_APART = ['startedOn', 'expectedOn']

type RowOf = (step: ReportStep, value: SummaryRow['value'], name?: string) => SummaryRow

/** What comes next, and the days that were given; the end of what is complete also where nobody gave it. */
function furtherRows({ answers }: TaskView, { say, format }: Words, row: RowOf): SummaryRow[] {
	const { nextStep, startedOn, finishedOn, expectedOn, textStates } = answers.further
	const states = pairStatesOf(textStates, 'nextStep')
	const hasNextStep = nextStep.en !== null || nextStep.id !== null
	const dayRow = (day: string | null, name: string) =>
		day === null ? [] : [row('done', format.day(day), name)]
	return [
		...(hasNextStep ? [row('done', <StoredText text={nextStep} states={states} />, 'nextStep')] : []),
		...dayRow(startedOn, 'startedOn'),
		...dayRow(finishedOn, 'finishedOn'),
		...(lacksActualEnd({ ...answers, finishedOn })
			? [row('done', say('task.check.finishedOn.missing'), 'finishedOn')]
			: []),
		...dayRow(expectedOn, 'expectedOn'),
	]
}

function levelWord(
	{ answers, statedLevel, before }: TaskView,
	say: (key: string) => string,
): string | undefined {
	if (statedLevel !== null) return undefined
	return answers.isNil ? (before?.levelAsPublished ?? say('level.NOT_ASSESSED')) : say('workspace.not-given')
}
