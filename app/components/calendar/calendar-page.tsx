import { obligationsHref } from '#app/components/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Standing } from '#app/components/obligation/obligation-calendar.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { OpenMonth } from '#app/domain/obligation/rules.ts'
import type { MemberObligation } from '#app/domain/obligation/queries.server.ts'
import { obligationInWords } from '#reports/document/obligation-words.ts'
import { calendarFileHref, calendarHref } from './addresses.ts'

type CalendarPageProps = {
	/** What is open, by the month of its last day; what is overdue first. */
	readonly months: readonly OpenMonth<MemberObligation>[]
	readonly members: readonly Pick<MemberView, 'id' | 'name'>[]
	/** The member that is shown; null: all. */
	readonly member: MemberView | null
	readonly notUnderstood: readonly string[]
}

/** What members have to do by when, and a calendar to subscribe to. */
export function CalendarPage({ months, members, member, notUnderstood }: CalendarPageProps) {
	const { say, locale, format } = useWords()
	const count = months.reduce((sum, { open }) => sum + open.length, 0)
	return (
		<Page member={member}>
			<PageTitle caption={member === null ? undefined : <TextIn text={member.name} />}>
				{say('calendar.title')}
			</PageTitle>
			<p className="govuk-body-l">{say('calendar.lead')}</p>
			<NotUnderstood parts={notUnderstood} />
			<MemberForm members={members} chosen={member?.id ?? ''} />
			<p className="govuk-body" role="status">
				{say('calendar.count', { count, open: format.count(count) })}
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={calendarFileHref(locale, member?.id)} type="text/calendar">
					{say('calendar.subscribe')}
				</a>{' '}
				<span className="app-quiet">{say('calendar.subscribe.hint')}</span>
			</p>
			<div className="app-calendar">
				{months.map((month) => (
					<Month key={month.month ?? 'overdue'} {...month} isOfOne={member !== null} />
				))}
			</div>
		</Page>
	)
}

function MemberForm({ members, chosen }: { members: CalendarPageProps['members']; chosen: string }) {
	const { say, locale } = useWords()
	if (members.length < 2 && chosen === '') return null
	return (
		<form
			method="get"
			action={calendarHref(locale)}
			className="app-filter"
			role="search"
			aria-label={say('calendar.filter')}
		>
			<Select
				id="member"
				name="member"
				label={say('calendar.member')}
				defaultValue={chosen}
				items={[
					{ value: '', text: say('filter.all') },
					...members.map(({ id, name }) => ({ value: id, text: textIn(name, locale)?.text ?? id })),
				]}
			/>
			<Button variant="secondary">{say('filter.apply')}</Button>
			<a className="govuk-link" href={calendarHref(locale)}>
				{say('filter.clear')}
			</a>
		</form>
	)
}

function Month({ month, open, isOfOne }: OpenMonth<MemberObligation> & { isOfOne: boolean }) {
	const words = useWords()
	const { say, format } = words
	const title = month === null ? say('calendar.overdue') : format.day(month)
	return (
		<Table
			id={month ?? 'overdue'}
			caption={title}
			stacks
			columns={[
				{ head: say('obligation.due') },
				{ head: say('obligation.what'), isWide: true },
				{ head: say('obligation.state') },
				{ head: say('calendar.plan'), isWide: true },
			]}
			rows={open.map(({ obligation, plan, member }) => ({
				key: obligation.id,
				cells: [
					<time key="due" dateTime={obligation.dueOn}>
						{format.day(obligation.dueOn)}
					</time>,
					obligationInWords(obligation, words),
					<Standing key="state" owed={obligation} />,
					<PlanCell key="plan" plan={plan} member={isOfOne ? null : member} />,
				],
			}))}
		/>
	)
}

function PlanCell({ plan, member }: { plan: MemberObligation['plan']; member: MemberView | null }) {
	const { say, locale } = useWords()
	return (
		<>
			<a className="govuk-link" href={obligationsHref(locale, plan.id)}>
				<TextIn text={plan.title} missing={plan.id} />
			</a>
			{member === null ? null : (
				<>
					<br />
					<span className="app-quiet">
						<TextIn text={member.name} />
						{member.isDemonstration ? ` (${say('demonstration.mark')})` : null}
					</span>
				</>
			)}
		</>
	)
}
