import { recordHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { CodingDesk, StoredValue } from '#app/domain/irm-coding/queries.server.ts'
import { ENTERED_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { codingCorrectionHref } from './addresses.ts'

type StoredValuesProps = { desk: CodingDesk; codings: readonly StoredValue[] }

/** Values that are here, each with its record and the way to correct it. */
export function StoredValues({ desk, codings }: StoredValuesProps) {
	const { say } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('irm-coding.stored')}</h2>
			{codings.length === 0 ? <p className="govuk-body">{say('irm-coding.stored.none')}</p> : null}
			<ul className="govuk-list govuk-list--spaced">
				{codings.map((coding) => (
					<StoredLine key={coding.recordId} desk={desk} coding={coding} />
				))}
			</ul>
		</>
	)
}

function StoredLine({ desk, coding }: { desk: CodingDesk; coding: StoredValue }) {
	const { say, locale, format } = useWords()
	const { recordId, indicator, value, valueAsPublished, product, codedOn, year, isImported } = coding
	const on = codedOn ?? (year === null ? null : String(year))
	const place = { planId: desk.plan.id, commitmentId: desk.commitment?.id ?? null, indicator }
	const isPlanTotal = indicator === 'PLAN_TOTAL' && desk.commitment === null
	const mayCorrect = isPlanTotal || ENTERED_INDICATORS.some((code) => code === indicator)
	return (
		<li>
			{isPlanTotal && value !== null ? say(`plan-total.${value}`) : say(`indicator.${indicator}`)}:{' '}
			<a className="govuk-link" href={recordHref(locale, recordId)}>
				<span lang="en">{valueAsPublished}</span>
			</a>
			, <span lang="en">{product}</span>, {on === null ? say('coding.no-year') : format.day(on)}.{' '}
			{say(isImported ? 'coding.imported' : 'coding.entered')}{' '}
			{mayCorrect ? (
				<a className="govuk-link" href={codingCorrectionHref(locale, place, recordId)}>
					{say('irm-coding.correct')}
				</a>
			) : null}
		</li>
	)
}
