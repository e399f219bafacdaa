import { useForm } from '@conform-to/react'
import { InvitationFields } from '#app/components/cso/invitation-fields.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { OfficeView } from '#app/domain/appointment/view.ts'
import { officerHref, peopleHref } from './addresses.ts'

type Props = { office: OfficeView; person: Signed; rejected: Rejected }

/** Whom government invites into one of its organizations, and to what. */
export function OfficerQuestion({ office, person, rejected }: Props) {
	const { say, locale } = useWords()
	const [, fields] = useForm<{ email: string; locale: string; role: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { locale, role: office.gives[0] ?? '' },
	})
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={peopleHref(locale)}
			errors={errorsOf(rejected, [fields.email, fields.locale, fields.role], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={office.name} />}>{say('cso.invite')}</PageTitle>
			<p className="govuk-body">{say('cso.invite.lead')}</p>
			<p className="govuk-body">{say('people.invite.lead')}</p>
			<QuestionForm action={officerHref(locale, office.id)} button={say('people.send')}>
				<InvitationFields email={fields.email} language={fields.locale} />
				<Radios
					{...fieldFrom(fields.role, say)}
					label={say('cso.invite.role')}
					size="s"
					items={office.gives.map((role) => ({
						value: role,
						label: say(`role.${role}`),
						hint: say(`people.role.${role}`),
					}))}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}
