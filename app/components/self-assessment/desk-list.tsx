import { pocHref } from '#app/components/workspace/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { AssessmentKind } from '#app/domain/self-assessment/rules.ts'
import type { AssessmentItem } from '#app/domain/self-assessment/view.ts'
import { deskHref } from './addresses.ts'
import { standingInWords } from './assessment-list.tsx'

type DeskListProps = {
	plan: PlanView
	kinds: readonly {
		readonly kind: AssessmentKind
		readonly isBegun: boolean
		readonly published: AssessmentItem | null
	}[]
	today: string
	person: Signed
}

/** The two self-assessments of a plan, for those who write them. */
export function DeskList({ plan, kinds, today, person }: DeskListProps) {
	const words = useWords()
	const { say, locale } = words
	const begun = (isBegun: boolean) => say(isBegun ? 'self-assessment.begun' : 'self-assessment.not-begun')
	return (
		<WorkspacePage person={person} member={plan.member} backHref={pocHref(locale)}>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('self-assessment.list')}</PageTitle>
			<p className="govuk-body">{say('self-assessment.list.lead')}</p>
			<TaskList
				tasks={kinds.map(({ kind, isBegun, published }) => ({
					title: say(`self-assessment.kind.${kind}`),
					href: deskHref(locale, { planId: plan.id, kind }),
					hint: say(`self-assessment.kind.hint.${kind}`),
					status: published ? standingInWords(published, today, words) : begun(isBegun),
				}))}
			/>
		</WorkspacePage>
	)
}
