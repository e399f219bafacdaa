import { useForm } from '@conform-to/react'
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
import { INVITED_ROLES } from '#app/domain/cso-account/rules.ts'
import type { AccountView } from '#app/domain/cso-account/view.ts'
import { accountHref, accountsHref } from './addresses.ts'
import { InvitationFields } from './invitation-fields.tsx'

type Props = { organization: AccountView['organization']; person: Signed; rejected: Rejected }

/** Whom an organization invites, and to what. */
export function InviteQuestion({ organization, person, rejected }: Props) {
	const { say, locale } = useWords()
	const roles = INVITED_ROLES[organization.kind]
	const [, fields] = useForm<{ email: string; locale: string; role: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { locale, role: roles[0] ?? '' },
	})
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={accountsHref(locale)}
			errors={errorsOf(rejected, [fields.email, fields.locale, fields.role], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={organization.name} />}>{say('cso.invite')}</PageTitle>
			<p className="govuk-body">{say('cso.invite.lead')}</p>
			<QuestionForm action={accountHref(locale, organization.id, 'invite')} button={say('cso.invite.send')}>
				<InvitationFields email={fields.email} language={fields.locale} />
				<Radios
					{...fieldFrom(fields.role, say)}
					label={say('cso.invite.role')}
					size="s"
					items={roles.map((role) => ({
						value: role,
						label: say(`role.${role}`),
						hint: say(`cso.invite.role.${role}`),
					}))}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}
