import { memberHref, tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { MemberKind } from '#app/components/member/member-facts.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { MemberContacts } from '#app/domain/appointment/view.ts'
import { firstPocHref, newMemberHref } from './addresses.ts'
import type { Done } from './addresses.ts'
import { DoneNews } from './done-news.tsx'
import { InvitationLine } from './invitation-lines.tsx'

type Props = {
	members: readonly MemberContacts[]
	/** Whether the reader runs the whole site, and so adds members. */
	isWhole: boolean
	done: Done | null
	person: Signed
}

/** The members that the host serves, and which of them somebody coordinates: offices, not people. */
export function MemberContactsPage({ members, isWhole, done, person }: Props) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<DoneNews done={done} />
			<PageTitle>{say('contacts.title')}</PageTitle>
			<p className="govuk-body">{say(isWhole ? 'contacts.lead' : 'contacts.lead.own')}</p>
			{isWhole ? <ButtonLink href={newMemberHref(locale)}>{say('member-new.title')}</ButtonLink> : null}
			<Table
				id="members"
				caption={say('contacts.list')}
				stacks
				columns={[
					{ head: say('member.name'), isWide: true },
					{ head: say('member.kind') },
					{ head: say('contacts.office'), isWide: true },
				]}
				rows={members.map((member) => ({
					key: member.id,
					cells: [
						<a key="name" className="govuk-link" href={memberHref(locale, member.id)}>
							<TextIn text={member.name} />
						</a>,
						<MemberKind key="kind" member={member} />,
						<Contacts key="contacts" member={member} />,
					],
				}))}
			/>
		</WorkspacePage>
	)
}

function Contacts({ member }: { member: MemberContacts }) {
	const { say, locale, format } = useWords()
	const { id, contacts, invitation, hasPoc, name } = member
	return (
		<>
			{contacts.map(({ role, office, fromOn }, at) => (
				<p key={at} className="govuk-body">
					{say(`role.${role}`)}: <TextIn text={office} />, {say('contacts.since', { on: format.day(fromOn) })}
				</p>
			))}
			{invitation ? <InvitationLine invitation={invitation} /> : null}
			{hasPoc || invitation ? null : (
				<p className="govuk-body">
					{say('contacts.none')}{' '}
					<a className="govuk-link" href={firstPocHref(locale, id)}>
						{say('contacts.invite')}
						<span className="govuk-visually-hidden">
							{' '}
							<TextIn text={name} />
						</span>
					</a>
				</p>
			)}
		</>
	)
}
