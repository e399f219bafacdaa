import { recordHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { DeskView, ListedAct } from '#app/domain/desk/view.ts'
import { DESK_KINDS, REGISTERS, REGISTER_OF } from '#app/domain/member-act/rules.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { answersHref } from '#app/components/consultation/addresses.ts'
import { deskFormHref, deskHref } from './addresses.ts'

/** The desks of one person, where there are several. */
export function DeskList({ members, person }: { members: readonly MemberView[]; person: Signed }) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null}>
			<PageTitle>{say('desk.title')}</PageTitle>
			<ul className="govuk-list">
				{members.map(({ id, name }) => (
					<li key={id}>
						<a className="govuk-link" href={deskHref(locale, id)}>
							<TextIn text={name} />
						</a>
					</li>
				))}
			</ul>
		</WorkspacePage>
	)
}

type DeskPageProps = { desk: DeskView; acts: readonly ListedAct[]; person: Signed }

/** All that a member's own people record beyond its plans, by register, each with its newest acts. */
export function DeskPage({ desk, acts, person }: DeskPageProps) {
	const { say } = useWords()
	return (
		<WorkspacePage person={person} member={desk.member}>
			<PageTitle caption={<TextIn text={desk.member.name} />}>{say('desk.title')}</PageTitle>
			<p className="govuk-body-l">{say('desk.lead')}</p>
			{REGISTERS.map((register) => {
				const kinds = DESK_KINDS.filter((kind) => REGISTER_OF[kind] === register)
				if (kinds.length === 0) return null
				return (
					<section key={register}>
						<h2 className="govuk-heading-l">{say(`register.${register}`)}</h2>
						{kinds.map((kind) => (
							<KindOfAct key={kind} kind={kind} desk={desk} acts={acts.filter((act) => act.kind === kind)} />
						))}
					</section>
				)
			})}
		</WorkspacePage>
	)
}

function KindOfAct({ kind, desk, acts }: { kind: DeskKind; desk: DeskView; acts: readonly ListedAct[] }) {
	const { say, locale, format } = useWords()
	const memberId = desk.member.id
	return (
		<>
			<h3 className="govuk-heading-m">{say(`act.${kind}`)}</h3>
			<ul className="govuk-list">
				{acts.map(({ recordId, name, onDay, isRetracted }) => (
					<li key={recordId}>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							<TextIn text={name} missing={say(`act.${kind}`)} />
						</a>
						{` · ${format.day(onDay)}`}
						{isRetracted ? ` · ${say('desk.retracted')}` : null}
						{' · '}
						<a className="govuk-link" href={deskFormHref(locale, { memberId, kind, recordId })}>
							{say('desk.correct')}
						</a>
						{kind === 'consultation.published' ? (
							<>
								{' · '}
								<a className="govuk-link" href={answersHref(locale, { memberId, consultationId: recordId })}>
									{say('reasoned-answer.queue')}
								</a>
							</>
						) : null}
					</li>
				))}
				<li>
					<a className="govuk-link" href={deskFormHref(locale, { memberId, kind })}>
						{say('desk.add')}
						<span className="govuk-visually-hidden">: {say(`act.${kind}`)}</span>
					</a>
				</li>
			</ul>
		</>
	)
}
