import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import { amendmentHref } from './addresses.ts'

type AmendmentFactsProps = { amendment: AmendmentView; isOwnPage?: boolean }

/** Why a plan was amended, who proposed it, who agreed, from when, and where its record stands. */
export function AmendmentFacts({ amendment, isOwnPage = false }: AmendmentFactsProps) {
	const { say, locale, format } = useWords()
	const full = (
		<a className="govuk-link" href={amendmentHref(locale, amendment.recordId)}>
			{say('amendment.full')}
		</a>
	)
	const record = (
		<a className="govuk-link" href={recordHref(locale, amendment.recordId)}>
			{say('amendment.record')}
		</a>
	)
	return (
		<SummaryList
			rows={[
				{ key: say('amendment.reason'), value: <TextIn text={amendment.reason} /> },
				{ key: say('amendment.proposedBy'), value: amendment.proposedBy },
				{ key: say('amendment.agreedBy'), value: amendment.agreedBy },
				{ key: say('amendment.effectiveOn'), value: format.day(amendment.effectiveOn) },
				{ key: say('amendment.published-on'), value: format.day(amendment.publishedOn) },
				{ key: say('amendment.published-by'), value: <TextIn text={amendment.organizationName} /> },
				...(isOwnPage ? [] : [{ key: say('amendment.changes'), value: full }]),
				{ key: say('amendment.record'), value: record },
			]}
		/>
	)
}

/** The amendments of a plan, newest first; nothing where there are none. */
export function AmendmentHistory({ amendments = [] }: { amendments: readonly AmendmentView[] | undefined }) {
	const { say } = useWords()
	if (amendments.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say('amendment.history')}</h2>
			<p className="govuk-body">{say('amendment.history.lead')}</p>
			{[...amendments].reverse().map((amendment) => (
				<AmendmentFacts key={amendment.recordId} amendment={amendment} />
			))}
		</section>
	)
}
