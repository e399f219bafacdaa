import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { WrittenText } from '#app/components/observation/record-rows.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { reasonNotToContribute } from '#app/domain/consultation/rules.ts'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { ContributionForm } from '#app/domain/public-contribution/schema.ts'
import { contributeHref, inputHref } from './addresses.ts'
import { ContributeForm, useContributionFields } from './contribute-form.tsx'

type Facts = { consultation: ConsultationView; ticket: string }

/** The page on which anyone contributes to a consultation; once it is closed, that it is. */
export function ContributePage({ consultation, ticket, rejected }: Facts & { rejected: Rejected }) {
	const { say, locale } = useWords()
	const fields = useContributionFields(rejected)
	const refused = rejected?.reason ? [{ href: '#content', text: say(`refusal.${rejected.reason}`) }] : []
	const reason = rejected ? null : reasonNotToContribute(consultation, consultation.today)
	return (
		<Page member={consultation.member} backHref={inputHref(locale, consultation.recordId)}>
			<ErrorSummary errors={[...refused, ...errorsOf(rejected, fields, say)]} />
			<Question consultation={consultation} title={say('contribution.give')} />
			{reason === null ? (
				<>
					<InsetText>{say('contribution.for-ever')}</InsetText>
					<p className="govuk-body">{say('contribution.lead')}</p>
					<ContributeForm consultationId={consultation.recordId} ticket={ticket} fields={fields} />
				</>
			) : (
				<p className="govuk-body">{say(`refusal.${reason}`)}</p>
			)}
		</Page>
	)
}

/** What was typed, once more, before it is public for ever. */
export function CheckContribution({
	consultation,
	answer,
}: {
	consultation: ConsultationView
	answer: ContributionForm
}) {
	const { say, locale } = useWords()
	const fields = useContributionFields(undefined, answer)
	const { ticket, text, name = '', sector = '' } = answer
	const sent = { ticket, text, locale: answer.locale, name, sector }
	return (
		<Page member={consultation.member} backHref={inputHref(locale, consultation.recordId)}>
			<Question consultation={consultation} title={say('observation.check.title')} />
			<InsetText>{say('contribution.for-ever')}</InsetText>
			<SummaryList
				rows={[
					{ key: say('contribution.text'), value: <WrittenText text={text} locale={answer.locale} /> },
					{ key: say('observation.language'), value: say(`written-language.${answer.locale}`) },
					{ key: say('contribution.name'), value: name || say('observation.not-given') },
					{
						key: say('contribution.sector'),
						value: sector ? say(`sector.${sector}`) : say('observation.not-given'),
					},
				]}
			/>
			<form method="post" action={contributeHref(locale, consultation.recordId, 'send')}>
				{Object.entries(sent).map(([part, value]) => (
					<input key={part} type="hidden" name={part} value={value} />
				))}
				<Button>{say('observation.send')}</Button>
			</form>
			<Details summary={say('observation.change')}>
				<ContributeForm consultationId={consultation.recordId} ticket={ticket} fields={fields} />
			</Details>
		</Page>
	)
}

function Question({ consultation, title }: { consultation: ConsultationView; title: string }) {
	return (
		<>
			<PageTitle caption={<TextIn text={consultation.title} />}>{title}</PageTitle>
			<p className="govuk-body">
				<TextIn text={consultation.question} />
			</p>
		</>
	)
}
