import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AppointmentToEnd } from '#app/domain/appointment/view.ts'
import { dayAsTyped } from '#app/domain/typed-day.ts'
import { officeEndHref, peopleHref } from './addresses.ts'

type Props = { held: AppointmentToEnd; person: Signed; rejected: Rejected }

/** From which day on an appointment of government is not held any more. */
export function EndOfficeQuestion({ held, person, rejected }: Props) {
	const { say, locale } = useWords()
	const [, fields] = useForm<{ endsOn: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { endsOn: dayAsTyped(held.today) ?? '' },
	})
	const { appointmentId, name, role, isLast } = held.person
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={peopleHref(locale)}
			errors={errorsOf(rejected, [fields.endsOn], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={held.office} />}>{say('cso.end.title')}</PageTitle>
			<p className="govuk-body-l">{say('cso.end.who', { name, role: say(`role.${role}`) })}</p>
			<p className="govuk-body">{say(isLast ? 'people.last-poc' : 'people.end.lead')}</p>
			{isLast ? null : (
				<QuestionForm
					action={officeEndHref(locale, appointmentId)}
					button={say('people.end.button')}
					variant="warning"
				>
					<TextField
						{...fieldFrom(fields.endsOn, say)}
						label={say('people.end.day')}
						hint={say('people.end.day.hint')}
						width={10}
					/>
				</QuestionForm>
			)}
		</WorkspacePage>
	)
}
