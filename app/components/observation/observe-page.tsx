import { commitmentHref, milestoneHref } from '#app/components/addresses.ts'
import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import type { ObservationForm as Answer } from '#app/domain/observation/schema.ts'
import type { ObservedMilestone } from '#app/domain/observation/view.ts'
import { observeHref } from './addresses.ts'
import { ObservationForm, useObservationFields } from './observation-form.tsx'
import { photoRows } from './photo-field.tsx'
import { answerRows } from './record-rows.tsx'

type Facts = { milestone: ObservedMilestone; ticket: string; received: ReceivedFile | null }

/** The page on which anyone says what they saw of a milestone. */
export function ObservePage({ milestone, ticket, received, rejected }: Facts & { rejected: Rejected }) {
	const { say, locale } = useWords()
	const fields = useObservationFields(rejected)
	const refused = rejected?.reason ? [{ href: '#content', text: say(`refusal.${rejected.reason}`) }] : []
	const isEnded = milestone.isEnded && !rejected
	return (
		<Page member={milestone.member} backHref={milestoneHref(locale, milestone.commitment.id, milestone.id)}>
			<ErrorSummary errors={[...refused, ...errorsOf(rejected, fields, say)]} />
			<MilestoneTitle milestone={milestone} title={say('observation.leave')} />
			{isEnded ? (
				<>
					<p className="govuk-body">{say('refusal.milestone_ended')}</p>
					<p className="govuk-body">
						<a className="govuk-link" href={commitmentHref(locale, milestone.commitment.id)}>
							<TextIn text={milestone.commitment.title} missing={say('commitment.untitled')} />
						</a>
					</p>
				</>
			) : (
				<>
					<InsetText>{say('observation.for-ever')}</InsetText>
					<p className="govuk-body">{say('observation.lead')}</p>
					<ObservationForm milestoneId={milestone.id} {...{ ticket, fields, received }} />
				</>
			)}
		</Page>
	)
}

/** What was typed, once more, before it is public for ever. */
export function CheckObservation({
	milestone,
	received,
	answer,
}: Omit<Facts, 'ticket'> & { answer: Answer }) {
	const words = useWords()
	const { say, locale } = words
	const fields = useObservationFields(undefined, answer)
	const sent = [
		['ticket', answer.ticket],
		['text', answer.text],
		['locale', answer.locale],
		['seenOn', answer.seenOn ?? ''],
		['url', answer.url ?? ''],
		['altText', answer.altText ?? ''],
		['upload', answer.upload ?? ''],
	] as const
	return (
		<Page member={milestone.member} backHref={milestoneHref(locale, milestone.commitment.id, milestone.id)}>
			<MilestoneTitle milestone={milestone} title={say('observation.check.title')} />
			<InsetText>{say('observation.for-ever')}</InsetText>
			<SummaryList rows={[...answerRows(answer, words), ...photoRows(received, answer.altText, words)]} />
			<form method="post" action={observeHref(locale, milestone.id, 'send')}>
				{sent.map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				<Button>{say('observation.send')}</Button>
			</form>
			<Details summary={say('observation.change')}>
				<ObservationForm milestoneId={milestone.id} ticket={answer.ticket} {...{ fields, received }} />
			</Details>
		</Page>
	)
}

function MilestoneTitle({ milestone, title }: { milestone: ObservedMilestone; title: string }) {
	const { say } = useWords()
	const caption = (
		<>
			{milestone.number} <TextIn text={milestone.title} missing={say('milestone.untitled')} />
		</>
	)
	return <PageTitle caption={caption}>{title}</PageTitle>
}
