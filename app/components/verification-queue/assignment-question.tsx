import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { NOBODY } from '#app/domain/verification-assignment/schema.ts'
import type { AssignmentView } from '#app/domain/verification-assignment/view.ts'
import { assignHref, queueHref } from './addresses.ts'

/** Who of the organization is asked to look at a milestone. Only the organization itself sees it. */
export function AssignmentQuestion({ assignment, person }: { assignment: AssignmentView; person: Signed }) {
	const { say, locale } = useWords()
	const { milestoneId, milestoneTitle, commitmentTitle, member, people, personId } = assignment
	return (
		<WorkspacePage person={person} member={member} backHref={queueHref(locale)}>
			<PageTitle caption={<TextIn text={commitmentTitle} />}>{say('verify.assign.title')}</PageTitle>
			<p className="govuk-body">
				<TextIn text={milestoneTitle} />
			</p>
			<QuestionForm action={assignHref(locale, milestoneId)} button={say('verify.assign.save')}>
				<Radios
					id="person"
					name="person"
					label={<span className="govuk-visually-hidden">{say('verify.assign.title')}</span>}
					hint={say('verify.assign.hint')}
					defaultValue={personId ?? NOBODY}
					items={[
						{ value: NOBODY, label: say('verify.assigned.NOBODY') },
						...people.map(({ id, name }) => ({ value: id, label: name })),
					]}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}
