import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { NAME_MAX_CHARACTERS } from '#app/domain/invitation/schema.ts'
import type { OpenInvitation } from '#app/domain/invitation/view.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { invitationHref, organizationHref } from './addresses.ts'
import { LanguageField } from './invitation-fields.tsx'

type Props = { invitation: OpenInvitation; token: string; rejected: Rejected }

/** Who invites to what, and the one step to take it up. */
export function JoinPage({ invitation, token, rejected }: Props) {
	const { say, locale } = useWords()
	const { organization, isPublic } = invitation
	const [, fields] = useForm<{ displayName: string; locale: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { locale },
	})
	const refused = rejected?.reason ? [{ href: '#content', text: say(`refusal.${rejected.reason}`) }] : []
	const asked = invitation.isKnown ? [] : [fields.displayName, fields.locale]
	return (
		<Page member={{ name: organization.name, isDemonstration: organization.isDemonstration }}>
			<ErrorSummary errors={[...refused, ...errorsOf(rejected, asked, say)]} />
			<PageTitle caption={<TextIn text={organization.name} />}>{say('invitation.title')}</PageTitle>
			<InvitationFacts invitation={invitation} />
			<p className="govuk-body">{say(leadOf(invitation))}</p>
			<p className="govuk-body">{say(isPublic ? 'invitation.public' : 'invitation.private')}</p>
			<form method="post" action={invitationHref(locale, token)} noValidate>
				<input type="hidden" name="token" value={token} />
				{invitation.isKnown ? (
					<p className="govuk-body">{say('invitation.known')}</p>
				) : (
					<>
						<TextField
							{...fieldFrom(fields.displayName, say)}
							label={say('cso.display-name')}
							hint={say('cso.display-name.hint')}
							maxLength={NAME_MAX_CHARACTERS}
							autoComplete="name"
						/>
						<LanguageField field={fields.locale} label={say('cso.own-language')} />
					</>
				)}
				<Button>{say(isPublic ? 'invitation.join' : 'invitation.join.private')}</Button>
			</form>
		</Page>
	)
}

function leadOf({ isFirst, role }: OpenInvitation) {
	if (isFirst) return 'invitation.lead.first'
	return role === 'POC' ? 'invitation.lead.poc' : 'invitation.lead'
}

function InvitationFacts({ invitation }: { invitation: OpenInvitation }) {
	const { say, locale, format } = useWords()
	const { organization, member, role, invitedBy, email, endsOn } = invitation
	return (
		<SummaryList
			rows={[
				{
					key: say('invitation.organization'),
					value: (
						<a className="govuk-link" href={organizationHref(locale, organization.id)}>
							<TextIn text={organization.name} />
						</a>
					),
				},
				...(member ? [{ key: say('invitation.member'), value: <TextIn text={member} /> }] : []),
				{ key: say('invitation.role'), value: say(`role.${role}`) },
				{ key: say('invitation.by'), value: <TextIn text={invitedBy} /> },
				{ key: say('invitation.email'), value: email },
				{ key: say('invitation.ends'), value: format.day(endsOn) },
			]}
		/>
	)
}

/** In place of every invitation that does not open: why, where that can be told. */
export function InvitationRefused({ reason }: { reason: RefusalReason }) {
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('invitation.refused.title')}</PageTitle>
			<p className="govuk-body-l">
				{say(reason === 'not_found' ? 'invitation.refused.text' : `refusal.${reason}`)}
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={`/${locale}/sign-in`}>
					{say('account.sign-in.title')}
				</a>
			</p>
		</Page>
	)
}
