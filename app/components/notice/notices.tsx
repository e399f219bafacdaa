import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import { webhooksHref } from '#app/components/webhook/addresses.ts'
import { noticesHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ChoiceView } from '#app/domain/notice/view.ts'
import { CalendarAddress } from './calendar-address.tsx'

type NoticesProps = { choice: ChoiceView; calendarMadeOn: CalendarDay | null; person: Signed }

/** Which letters a person gets, who is written to when something of theirs stays overdue, and their calendar. */
export function Notices({ choice, calendarMadeOn, person }: NoticesProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('notice.title')}</PageTitle>
			<p className="govuk-body">{say('notice.lead')}</p>
			<QuestionForm action={noticesHref(locale, 'choose')} button={say('notice.choose.save')}>
				<LetterChoices choice={choice} />
			</QuestionForm>
			{choice.colleagues.length === 0 ? (
				<>
					<h2 className="govuk-heading-m">{say('notice.superior')}</h2>
					<p className="govuk-body">{say('notice.superior.alone')}</p>
				</>
			) : (
				<QuestionForm
					action={noticesHref(locale, 'superior')}
					button={say('notice.superior.save')}
					variant="secondary"
				>
					<Select
						id="superior"
						name="superior"
						label={say('notice.superior')}
						size="m"
						hint={say('notice.superior.hint')}
						items={[
							{ value: '', text: say('notice.superior.none') },
							...choice.colleagues.map(({ id, name }) => ({ value: id, text: name })),
						]}
						defaultValue={choice.superiorId ?? ''}
					/>
				</QuestionForm>
			)}
			<CalendarAddress madeOn={calendarMadeOn} />
			<WebhookLink />
		</WorkspacePage>
	)
}

function WebhookLink() {
	const { say, locale } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('webhook.title')}</h2>
			<p className="govuk-body">
				<a className="govuk-link" href={webhooksHref(locale)}>
					{say('webhook.link')}
				</a>
			</p>
		</>
	)
}

/** Two boxes with names of their own: each kind of letters is ended and asked for by itself. */
function LetterChoices({ choice }: { choice: ChoiceView }) {
	const { say } = useWords()
	const kinds = [
		{ name: 'reminders', isWanted: choice.hasReminders },
		{ name: 'digest', isWanted: choice.hasDigest },
	] as const
	return (
		<fieldset className="govuk-fieldset">
			<legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{say('notice.choose')}</legend>
			{kinds.map(({ name, isWanted }) => (
				<Checkboxes
					key={name}
					id={name}
					name={name}
					label={<span className="govuk-visually-hidden">{say(`notice.choose.${name}`)}</span>}
					items={[
						{
							value: 'yes',
							label: say(`notice.choose.${name}`),
							hint: say(`notice.choose.${name}.hint`),
						},
					]}
					defaultValue={isWanted ? 'yes' : []}
				/>
			))}
		</fieldset>
	)
}
