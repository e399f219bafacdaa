import { memberHref, membersHref, planHref, recordHref } from '#app/components/addresses.ts'
import { institutionCalendarHref } from '#app/components/calendar/addresses.ts'
import { ChangesLink } from '#app/components/change-log/changes-link.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { AccountChangeView } from '#app/domain/cso-account/view.ts'
import type { OrganizationView, ShareOfPlan } from '#app/domain/organization/view.ts'
import { accountSentence } from './account-sentence.ts'

/** Who an organization is, what it said here, and who acts for it. */
export function OrganizationPage({ organization }: { organization: OrganizationView }) {
	const { say, locale } = useWords()
	const { kind, name, member, account, findings, commitments } = organization
	const crumbs = [
		{ text: say('members.title'), href: membersHref(locale) },
		...(member ? [{ text: member.name[locale] ?? member.id, href: memberHref(locale, member.id) }] : []),
	]
	return (
		<Page member={member} breadcrumbs={crumbs}>
			<PageTitle caption={say(`organization-kind.${kind}`)}>
				<TextIn text={name} />
			</PageTitle>
			<Facts organization={organization} />
			{kind === 'CSO' ? <Shares shares={findings} of="findings" /> : null}
			{kind === 'GOVERNMENT_INSTITUTION' ? <Shares shares={commitments} of="commitments" /> : null}
			{kind === 'GOVERNMENT_INSTITUTION' ? <CalendarLink organizationId={organization.id} /> : null}
			{account ? <WhoActs account={account} /> : null}
			<ChangesLink scope={{ of: 'ORGANIZATION', id: organization.id }} />
		</Page>
	)
}

function Facts({ organization: { kind, member, account } }: { organization: OrganizationView }) {
	const { say, locale } = useWords()
	return (
		<SummaryList
			rows={[
				{
					key: say('organization.member'),
					value: member ? (
						<a className="govuk-link" href={memberHref(locale, member.id)}>
							<TextIn text={member.name} />
						</a>
					) : (
						say('organization.member.none')
					),
				},
				...(account && kind === 'CSO'
					? [
							{
								key: say('organization.review'),
								value: say(account.reviewsFindings ? 'cso.review.on' : 'cso.review.off'),
							},
						]
					: []),
			]}
		/>
	)
}

function CalendarLink({ organizationId }: { organizationId: string }) {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={institutionCalendarHref(locale, organizationId)} type="text/calendar">
				{say('organization.calendar')}
			</a>{' '}
			<span className="app-quiet">{say('calendar.subscribe.hint')}</span>
		</p>
	)
}

function Shares({ shares, of }: { shares: readonly ShareOfPlan[]; of: 'findings' | 'commitments' }) {
	const { say, locale, format } = useWords()
	return (
		<>
			<h2 className="govuk-heading-l">{say(`organization.${of}`)}</h2>
			{shares.length === 0 ? <p className="govuk-body">{say(`organization.${of}.none`)}</p> : null}
			<ul className="govuk-list govuk-list--bullet">
				{shares.map(({ planId, title, count }) => (
					<li key={planId}>
						<a className="govuk-link" href={planHref(locale, planId)}>
							<TextIn text={title} />
						</a>
						: {say(`organization.${of}.count`, { count, shown: format.count(count) })}
					</li>
				))}
			</ul>
		</>
	)
}

function WhoActs({ account }: { account: NonNullable<OrganizationView['account']> }) {
	const { say } = useWords()
	const { changes, doubted } = account
	return (
		<>
			<h2 className="govuk-heading-l" id="who-acts">
				{say('organization.who-acts')}
			</h2>
			{doubted.map(({ appointmentId, role, backing }) => (
				<WarningText key={appointmentId}>
					{say(`organization.doubted.${backing}`, { role: say(`role.${role}`) })}
				</WarningText>
			))}
			<p className="govuk-body">{say('organization.who-acts.lead')}</p>
			{changes.length === 0 ? <p className="govuk-body">{say('organization.who-acts.none')}</p> : null}
			<ol className="govuk-list govuk-list--spaced" reversed>
				{changes.map((change) => (
					<Change key={`${change.recordId}.${String(change.version)}`} change={change} />
				))}
			</ol>
		</>
	)
}

function Change({ change }: { change: AccountChangeView }) {
	const words = useWords()
	const { say, locale, format } = words
	const { recordId, version, publishedOn, by, isOwn } = change
	return (
		<li>
			<time dateTime={publishedOn}>{format.day(publishedOn)}</time>: {accountSentence(change, say)}{' '}
			{isOwn ? (
				say('organization.by-itself')
			) : (
				<strong>
					{say('organization.by')} <TextIn text={by.name} />.
				</strong>
			)}{' '}
			<a className="govuk-link" href={`${recordHref(locale, recordId)}?version=${String(version)}`}>
				{say('organization.record')}
				<span className="govuk-visually-hidden"> {format.day(publishedOn)}</span>
			</a>
			<br />
			<span className="app-quiet">{say(`account-event.meaning.${change.event}`)}</span>
		</li>
	)
}
