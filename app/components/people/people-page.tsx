import { tasksHref } from '#app/components/addresses.ts'
import { organizationHref } from '#app/components/cso/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { MemberPeople, OfficeView, PersonInOffice } from '#app/domain/appointment/view.ts'
import { newInstitutionHref, officeEndHref, officerHref } from './addresses.ts'
import type { Done } from './addresses.ts'
import { DoneNews } from './done-news.tsx'
import { InvitationLine } from './invitation-lines.tsx'

type Props = { people: readonly MemberPeople[]; done: Done | null; person: Signed }

/** Who acts for a member's government, by organization: for those who appoint there. */
export function PeoplePage({ people, done, person }: Props) {
	const { say, locale } = useWords()
	const ofMember = people.some(({ mayRegister }) => mayRegister)
	const [only, ...others] = people
	return (
		<WorkspacePage
			person={person}
			member={only && others.length === 0 ? only.member : null}
			backHref={tasksHref(locale)}
		>
			<DoneNews done={done} />
			<PageTitle>{say(ofMember ? 'people.title' : 'people.title.institution')}</PageTitle>
			<p className="govuk-body">{say('people.lead')}</p>
			{people.map((one) => (
				<section key={one.member.id}>
					{others.length === 0 ? null : (
						<h2 className="govuk-heading-l">
							<TextIn text={one.member.name} />
						</h2>
					)}
					{one.mayRegister ? (
						<ButtonLink href={newInstitutionHref(locale, one.member.id)}>{say('people.register')}</ButtonLink>
					) : null}
					{one.offices.map((office) => (
						<Office key={office.id} office={office} />
					))}
				</section>
			))}
		</WorkspacePage>
	)
}

function Office({ office }: { office: OfficeView }) {
	const { say, locale } = useWords()
	const { id, kind, name, people, invitations, gives } = office
	const current = people.filter(({ standing }) => standing !== 'OVER')
	const earlier = people.filter(({ standing }) => standing === 'OVER')
	return (
		<section aria-labelledby={`office-${id}`}>
			<h2 className="govuk-heading-m" id={`office-${id}`}>
				<span className="govuk-caption-m">{say(`organization-kind.${kind}`)}</span>
				<a className="govuk-link" href={organizationHref(locale, id)}>
					<TextIn text={name} />
				</a>
			</h2>
			{current.length === 0 ? (
				<p className="govuk-body">{say('people.none')}</p>
			) : (
				<PeopleTable id={`people-${id}`} caption={say('people.list')} people={current} />
			)}
			{invitations.length === 0 ? null : <h3 className="govuk-heading-s">{say('cso.invitations')}</h3>}
			{invitations.map((invitation) => (
				<InvitationLine key={invitation.id} invitation={invitation} />
			))}
			{gives.length === 0 ? null : (
				<ButtonLink href={officerHref(locale, id)} variant="secondary">
					{say('cso.invite')}
					<span className="govuk-visually-hidden">
						{' '}
						<TextIn text={name} />
					</span>
				</ButtonLink>
			)}
			{earlier.length === 0 ? null : (
				<Details summary={say('people.earlier')}>
					<PeopleTable id={`earlier-${id}`} caption={say('people.earlier')} people={earlier} />
				</Details>
			)}
		</section>
	)
}

type TableProps = { id: string; caption: string; people: readonly PersonInOffice[] }

function PeopleTable({ id, caption, people }: TableProps) {
	const { say, format } = useWords()
	return (
		<Table
			id={id}
			caption={caption}
			captionSize="s"
			stacks
			columns={[
				{ head: say('cso.person'), isWide: true },
				{ head: say('cso.role') },
				{ head: say('people.from') },
				{ head: say('people.until') },
				{ head: say('cso.change') },
			]}
			rows={people.map((person) => ({
				key: person.appointmentId,
				cells: [
					person.name,
					say(`role.${person.role}`),
					format.day(person.fromOn),
					person.untilOn === null ? say('people.no-end') : format.day(person.untilOn),
					<Change key="change" person={person} />,
				],
			}))}
		/>
	)
}

function Change({ person }: { person: PersonInOffice }) {
	const { say, locale } = useWords()
	if (person.isLast) return <>{say('people.last-poc')}</>
	if (!person.mayEnd) return <>{say(person.standing === 'OVER' ? 'people.over' : 'people.not-yours')}</>
	return (
		<a className="govuk-link" href={officeEndHref(locale, person.appointmentId)}>
			{say('cso.end')}
			<span className="govuk-visually-hidden"> {person.name}</span>
		</a>
	)
}
