import { PageTitle } from '#app/components/layout/page-title.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { noticesHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** Own deadlines in a calendar program: making the address, and ending it. */
export function CalendarAddress({ madeOn }: { madeOn: CalendarDay | null }) {
	const { say, locale, format } = useWords()
	return (
		<section aria-labelledby="calendar">
			<h2 className="govuk-heading-m" id="calendar">
				{say('notice.calendar')}
			</h2>
			<p className="govuk-body">{say('notice.calendar.lead')}</p>
			<p className="govuk-body">
				{madeOn === null
					? say('notice.calendar.none')
					: say('notice.calendar.made-on', { on: format.day(madeOn) })}
			</p>
			<QuestionForm
				action={noticesHref(locale, 'calendar')}
				button={say(madeOn === null ? 'notice.calendar.make' : 'notice.calendar.make-anew')}
				variant="secondary"
			/>
			{madeOn === null ? null : (
				<QuestionForm
					action={noticesHref(locale, 'calendar/end')}
					button={say('notice.calendar.end')}
					variant="warning"
				/>
			)}
		</section>
	)
}

type MadeCalendarProps = {
	person: Signed
	/** The address that was just made; null where none was. */
	address: string | null
}

/** The address that was just made: told once. */
export function MadeCalendar({ person, address }: MadeCalendarProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={noticesHref(locale)}>
			<PageTitle>{say('notice.calendar')}</PageTitle>
			{address === null ? (
				<QuestionForm action={noticesHref(locale, 'calendar')} button={say('notice.calendar.make')} />
			) : (
				<>
					<p className="govuk-body">{say('notice.calendar.made')}</p>
					<InsetText>
						<code className="app-cite__text">{address}</code>
					</InsetText>
					<p className="govuk-body">{say('notice.calendar.secret')}</p>
				</>
			)}
		</WorkspacePage>
	)
}
