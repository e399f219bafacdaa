import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { HostedOrganization } from '#app/domain/invitation/queries.server.ts'
import { firstInvitationEndHref, firstInvitationHref, hostedHref, organizationHref } from './addresses.ts'
import { InvitationFields } from './invitation-fields.tsx'

type ListProps = { organizations: readonly HostedOrganization[]; person: Signed }

/** The independent organizations on this site, as the host sees them: not their people. */
export function HostedOrganizations({ organizations, person }: ListProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('hosted.title')}</PageTitle>
			<p className="govuk-body">{say('hosted.lead')}</p>
			<ButtonLink href={hostedHref(locale, 'new')}>{say('hosted.new')}</ButtonLink>
			{organizations.length === 0 ? (
				<p className="govuk-body">{say('hosted.none')}</p>
			) : (
				<Table
					id="organizations"
					caption={say('hosted.list')}
					stacks
					columns={[
						{ head: say('hosted.organization'), isWide: true },
						{ head: say('hosted.kind') },
						{ head: say('hosted.first') },
					]}
					rows={organizations.map((organization) => ({
						key: organization.id,
						cells: [
							<a key="name" className="govuk-link" href={organizationHref(locale, organization.id)}>
								<TextIn text={organization.name} />
							</a>,
							say(`organization-kind.${organization.kind}`),
							<First key="first" organization={organization} />,
						],
					}))}
				/>
			)}
		</WorkspacePage>
	)
}

function First({ organization: { id, hasJoined, first } }: { organization: HostedOrganization }) {
	const { say, locale } = useWords()
	if (hasJoined) return <>{say('hosted.runs-itself')}</>
	if (first === null) {
		return (
			<a className="govuk-link" href={firstInvitationHref(locale, id)}>
				{say('hosted.invite')}
			</a>
		)
	}
	return (
		<form method="post" action={firstInvitationEndHref(locale, first.id)}>
			{say('hosted.invited', { email: first.email })}{' '}
			<Button variant="secondary">
				{say('cso.invitation.end')}
				<span className="govuk-visually-hidden"> {first.email}</span>
			</Button>
		</form>
	)
}

type FirstProps = { organization: HostedOrganization; person: Signed; rejected: Rejected }

/** Whom the host invites first. */
export function FirstInvitationQuestion({ organization, person, rejected }: FirstProps) {
	const { say, locale } = useWords()
	const [, fields] = useForm<{ email: string; locale: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { locale },
	})
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={hostedHref(locale)}
			errors={errorsOf(rejected, [fields.email, fields.locale], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={organization.name} />}>{say('hosted.invite')}</PageTitle>
			<InsetText>{say('hosted.once')}</InsetText>
			<QuestionForm action={firstInvitationHref(locale, organization.id)} button={say('cso.invite.send')}>
				<InvitationFields email={fields.email} language={fields.locale} />
			</QuestionForm>
		</WorkspacePage>
	)
}
