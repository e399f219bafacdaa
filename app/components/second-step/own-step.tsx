import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { FRESH_MINUTES, VOUCHES_NEEDED } from '#app/domain/second-step/rules.ts'
import type { OwnStep as Step } from '#app/domain/second-step/view.ts'
import { secondStepHref } from './addresses.ts'

type OwnStepProps = { step: Step; isFresh: boolean; person: Signed }

/** Whether somebody signs in in two steps, and how to begin, renew or end that. */
export function OwnStep({ step, isFresh, person }: OwnStepProps) {
	const { say, locale, format } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('second-step.title')}</PageTitle>
			<p className="govuk-body">{say('second-step.lead', { minutes: format.count(FRESH_MINUTES) })}</p>
			{step.since === null ? (
				<ButtonLink href={secondStepHref(locale, 'set-up')}>{say('second-step.set-up.title')}</ButtonLink>
			) : (
				<>
					{isFresh ? <p className="govuk-body">{say('second-step.fresh')}</p> : null}
					<Facts step={step} />
					<p className="govuk-body">
						<a className="govuk-link" href={secondStepHref(locale, 'paper')}>
							{say('second-step.paper.renew')}
						</a>
					</p>
					<Ending step={step} />
				</>
			)}
			<h2 className="govuk-heading-m">{say('second-step.colleagues.title')}</h2>
			<p className="govuk-body">
				{say('second-step.colleagues.text', { count: VOUCHES_NEEDED, number: format.count(VOUCHES_NEEDED) })}{' '}
				<a className="govuk-link" href={secondStepHref(locale, 'colleagues')}>
					{say('second-step.colleagues.link')}
				</a>
			</p>
		</WorkspacePage>
	)
}

function Facts({ step }: { step: Step }) {
	const { say, format } = useWords()
	const { since, spareCodesLeft, colleagues } = step
	return (
		<SummaryList
			rows={[
				{ key: say('second-step.since'), value: since === null ? null : format.day(since) },
				{ key: say('second-step.spare-left'), value: format.count(spareCodesLeft) },
				{
					key: say('second-step.who-vouches'),
					value:
						colleagues < VOUCHES_NEEDED
							? say('second-step.who-vouches.too-few', { number: format.count(colleagues) })
							: format.count(colleagues),
				},
			]}
		/>
	)
}

function Ending({ step }: { step: Step }) {
	const { say, locale } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('second-step.end')}</h2>
			{step.isOwed ? (
				<p className="govuk-body">{say('second-step.owed')}</p>
			) : (
				<QuestionForm
					action={secondStepHref(locale, 'end')}
					button={say('second-step.end')}
					variant="warning"
				/>
			)}
		</>
	)
}
