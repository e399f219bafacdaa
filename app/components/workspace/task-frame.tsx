import type { ReactNode } from 'react'
import { TextIn } from '#app/components/text-in.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { tasksHref } from '#app/components/addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type TaskFrameProps = {
	task: TaskView
	person: Signed
	/** The question of the page. */
	title: string
	children: ReactNode
	errors?: readonly FieldError[] | undefined
	refusal?: RefusalReason | null | undefined
}

/** A page about one report: which milestone and period, the question, and why it cannot be answered, where it cannot. */
export function TaskFrame({ task, person, title, children, errors, refusal }: TaskFrameProps) {
	const { say, locale } = useWords()
	const closed = task.draft?.state === 'SUBMITTED' ? say('task.submitted.waiting') : closedText(task, say)
	return (
		<WorkspacePage
			person={person}
			member={task.member}
			backHref={tasksHref(locale)}
			errors={errors}
			refusal={refusal}
		>
			<PageTitle caption={<TaskCaption task={task} />}>{title}</PageTitle>
			<TaskNews task={task} />
			{closed ? <InsetText>{closed}</InsetText> : children}
			<AboutMilestone task={task} />
		</WorkspacePage>
	)
}

function closedText({ closedBecause }: TaskView, say: (key: string) => string): string | null {
	return closedBecause === null ? null : say(`refusal.${closedBecause}`)
}

/** Milestone and reporting period, and that the report is late where it is. */
export function TaskCaption({ task }: { task: Pick<TaskView, 'milestone' | 'checkpoint' | 'today'> }) {
	const { say, format } = useWords()
	const { code, dueOn } = task.checkpoint
	const isLate = dueOn < task.today
	return (
		<>
			<TextIn text={task.milestone.title} />
			<br />
			{say(isLate ? 'task.caption.late' : 'task.caption', { code, due: format.day(dueOn) })}
		</>
	)
}

function TaskNews({ task }: { task: TaskView }) {
	const { say } = useWords()
	if (task.draft?.state === 'RETURNED' && task.draft.returnedReason !== null) {
		return (
			<InsetText>
				<strong>{say('task.returned')}</strong>
				<br />
				{task.draft.returnedReason}
			</InsetText>
		)
	}
	return task.published ? <InsetText>{say('task.correction')}</InsetText> : null
}

/** What was promised, for those who want to read it again. */
function AboutMilestone({ task }: { task: TaskView }) {
	const { say, format } = useWords()
	const { title, deliverable, startsOn, endsOn } = task.milestone
	const day = (given: string | null) => (given === null ? say('missing.text') : format.day(given))
	return (
		<Details summary={say('task.about')}>
			<SummaryList
				rows={[
					{ key: say('task.about.commitment'), value: <TextIn text={task.commitment.title} /> },
					{ key: say('task.about.milestone'), value: <TextIn text={title} /> },
					{ key: say('task.about.deliverable'), value: <TextIn text={deliverable} /> },
					{ key: say('task.about.from'), value: day(startsOn) },
					{ key: say('task.about.until'), value: day(endsOn) },
				]}
			/>
		</Details>
	)
}
