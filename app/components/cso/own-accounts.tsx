import { tasksHref } from '#app/components/addresses.ts'
import { keysHref } from '#app/components/key/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AccountView, PersonOfAccount } from '#app/domain/cso-account/view.ts'
import {
	accountHref,
	accountsHref,
	appointmentEndHref,
	invitationEndHref,
	organizationHref,
} from './addresses.ts'

/** The people, invitations and settings of the reader's own organizations. */
export function OwnAccounts({ accounts, person }: { accounts: readonly AccountView[]; person: Signed }) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('cso.title')}</PageTitle>
			<p className="govuk-body">{say('cso.lead')}</p>
			{accounts.map((account) => (
				<OneAccount key={account.organization.id} account={account} />
			))}
		</WorkspacePage>
	)
}

function OneAccount({ account }: { account: AccountView }) {
	const { say, locale } = useWords()
	const { organization } = account
	return (
		<section aria-labelledby={`account-${organization.id}`}>
			<h2 className="govuk-heading-l" id={`account-${organization.id}`}>
				<TextIn text={organization.name} />
			</h2>
			<p className="govuk-body">
				<a className="govuk-link" href={organizationHref(locale, organization.id)}>
					{say('cso.public-page')}
				</a>
			</p>
			{organization.kind === 'CSO' ? (
				<p className="govuk-body">
					<a className="govuk-link" href={keysHref(locale)}>
						{say('key.of-account')}
					</a>
				</p>
			) : null}
			<People account={account} />
			<ButtonLink href={accountHref(locale, organization.id, 'invite')}>{say('cso.invite')}</ButtonLink>
			<Invitations account={account} />
			{organization.kind === 'CSO' ? <Review organization={organization} /> : null}
		</section>
	)
}

function People({ account: { organization, people } }: { account: AccountView }) {
	const { say, format } = useWords()
	return (
		<Table
			id={`people-${organization.id}`}
			caption={say('cso.people')}
			stacks
			columns={[
				{ head: say('cso.person'), isWide: true },
				{ head: say('cso.role') },
				{ head: say('cso.number') },
				{ head: say('cso.since') },
				{ head: say('cso.change') },
			]}
			rows={people.map((person) => ({
				key: person.appointmentId,
				cells: [
					<span key="name">
						{person.name}
						<br />
						<span className="app-quiet">{person.email}</span>
					</span>,
					say(`role.${person.role}`),
					person.number === null ? say('cso.number.none') : format.count(person.number),
					format.day(person.fromOn),
					<Change key="change" person={person} />,
				],
			}))}
		/>
	)
}

function Change({ person }: { person: PersonOfAccount }) {
	const { say, locale } = useWords()
	return (
		<>
			{person.backing === 'BACKED' ? null : <strong>{say(`cso.backing.${person.backing}`)} </strong>}
			{person.canBeEnded ? (
				<a className="govuk-link" href={appointmentEndHref(locale, person.appointmentId)}>
					{say('cso.end')}
					<span className="govuk-visually-hidden"> {person.name}</span>
				</a>
			) : (
				say('cso.end.last')
			)}
		</>
	)
}

function Invitations({ account: { invitations } }: { account: AccountView }) {
	const { say, locale, format } = useWords()
	if (invitations.length === 0) return null
	return (
		<>
			<h3 className="govuk-heading-m">{say('cso.invitations')}</h3>
			<ul className="govuk-list govuk-list--spaced">
				{invitations.map((one) => (
					<li key={one.id}>
						{say('cso.invitation', {
							email: one.email,
							role: say(`role.${one.role}`),
							on: format.day(one.givenOn),
						})}{' '}
						{say(`cso.invitation.${one.state}`)}
						{one.state === 'OPEN' ? (
							<form method="post" action={invitationEndHref(locale, one.id)}>
								<Button variant="secondary">
									{say('cso.invitation.end')}
									<span className="govuk-visually-hidden"> {one.email}</span>
								</Button>
							</form>
						) : null}
					</li>
				))}
			</ul>
		</>
	)
}

function Review({ organization }: { organization: AccountView['organization'] }) {
	const { say, locale } = useWords()
	const { reviewsFindings } = organization
	return (
		<form method="post" action={accountHref(locale, organization.id, 'review')}>
			<h3 className="govuk-heading-m">{say('cso.review')}</h3>
			<p className="govuk-body">{say('cso.review.lead')}</p>
			<p className="govuk-body">
				<strong>{say(reviewsFindings ? 'cso.review.on' : 'cso.review.off')}</strong>
			</p>
			<input type="hidden" name="choice" value={reviewsFindings ? 'OFF' : 'ON'} />
			<Button variant="secondary">
				{say(reviewsFindings ? 'cso.review.turn-off' : 'cso.review.turn-on')}
			</Button>
		</form>
	)
}

/** Asks once more before an appointment ends. */
export function EndAppointment({
	account,
	appointmentId,
	person,
	refusal,
}: {
	account: AccountView
	appointmentId: string
	person: Signed
	refusal: Parameters<typeof WorkspacePage>[0]['refusal']
}) {
	const { say, locale } = useWords()
	const ended = account.people.find((one) => one.appointmentId === appointmentId)
	return (
		<WorkspacePage person={person} member={null} backHref={accountsHref(locale)} refusal={refusal}>
			<PageTitle caption={<TextIn text={account.organization.name} />}>{say('cso.end.title')}</PageTitle>
			<p className="govuk-body-l">
				{say('cso.end.who', { name: ended?.name ?? '', role: ended ? say(`role.${ended.role}`) : '' })}
			</p>
			<p className="govuk-body">{say('cso.end.lead')}</p>
			<form method="post" action={appointmentEndHref(locale, appointmentId)}>
				<Button variant="warning">{say('cso.end.button')}</Button>
			</form>
		</WorkspacePage>
	)
}
