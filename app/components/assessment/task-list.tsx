import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import type { Task } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { tasksHref } from '#app/components/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentTask, PlanTasks } from '#app/domain/assessment-task/view.ts'
import { assessHref } from './addresses.ts'
import { commitmentInWords, wordsIn } from './assessment-words.ts'

/** The assessments that a Monitoring Body owes, plan by plan, with their last days and how far they are. */
export function AssessmentTasks({ plans, person }: { plans: readonly PlanTasks[]; person: Signed }) {
	const { say, locale } = useWords()
	const own = plans.filter(({ isAsked }) => isAsked)
	const others = plans.filter(({ isAsked }) => !isAsked)
	return (
		<WorkspacePage
			person={person}
			member={plans.length === 1 ? plans[0]?.member : null}
			backHref={tasksHref(locale)}
		>
			<PageTitle>{say('assessment.tasks.title')}</PageTitle>
			<p className="govuk-body">{say('assessment.tasks.lead')}</p>
			{plans.length === 0 ? <p className="govuk-body">{say('assessment.tasks.none')}</p> : null}
			{own.map((plan) => (
				<PlanSection key={plan.plan.id} plan={plan} />
			))}
			{others.length === 0 ? null : <NotAsked plans={others} />}
		</WorkspacePage>
	)
}

function PlanSection({ plan }: { plan: PlanTasks }) {
	const words = useWords()
	const { say } = words
	const name = wordsIn(plan.member.name, words)
	return (
		<section>
			<h2 className="govuk-heading-m">
				<TextIn text={plan.plan.title} />
			</h2>
			{plan.isOfGovernment ? (
				<InsetText>{say('assessment.tasks.government', { member: name })}</InsetText>
			) : (
				<>
					{plan.isKeptHere ? null : <p className="govuk-body">{say('assessment.tasks.elsewhere')}</p>}
					<TaskList
						idPrefix={`plan-${plan.plan.id}`}
						tasks={plan.tasks.map((task) => rowOf(task, plan, words))}
					/>
				</>
			)}
		</section>
	)
}

/** Of national plans, that there is nothing to do. */
function NotAsked({ plans }: { plans: readonly PlanTasks[] }) {
	const { say } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-m">{say('assessment.tasks.not-asked')}</h2>
			<p className="govuk-body">{say('assessment.not-local')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{plans.map(({ plan }) => (
					<li key={plan.id}>
						<TextIn text={plan.title} />
					</li>
				))}
			</ul>
		</section>
	)
}

function rowOf(task: AssessmentTask, { today }: PlanTasks, words: Words): Task {
	const { say, locale, format } = words
	const kind = say(`assessment-kind.${task.place.kind}`)
	const { done, of } = task.count
	return {
		title: task.commitment ? `${kind}: ${commitmentInWords(task.commitment, words)}` : kind,
		href: assessHref(locale, task.place),
		hint: dueInWords(task, today, words),
		status:
			task.published && !task.isBegun
				? say('assessment.state.published')
				: say('assessment.state.answered', { done: format.count(done), of: format.count(of) }),
	}
}

/** By when an assessment is asked for, or when it came. */
export function dueInWords(
	{ dueOn, published }: Pick<AssessmentTask, 'dueOn' | 'published'>,
	today: string,
	{ say, format }: Words,
): string {
	if (published) {
		const values = { on: format.day(published.firstOn), version: published.version }
		if (dueOn === null) return say('assessment.published.on', values)
		const key = published.firstOn > dueOn ? 'assessment.published.late' : 'assessment.published.in-time'
		return say(key, { ...values, due: format.day(dueOn) })
	}
	if (dueOn === null) return say('assessment.due.unknown')
	return say(dueOn < today ? 'assessment.due.over' : 'assessment.due.on', { due: format.day(dueOn) })
}
