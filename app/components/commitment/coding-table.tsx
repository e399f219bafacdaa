import { recordHref } from '#app/components/addresses.ts'
import { JudgeWord } from '#app/components/charts/judge-glyph.tsx'
import { SourceLink } from '#app/components/source-link.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { scaleEra } from '#app/domain/irm-coding/rules.ts'
import type { IrmIndicator } from '#app/domain/irm-coding/rules.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'

/** What the IRM said, in its own words, each value with its scale, report and source; says so where there is nothing. */
export function CodingTable({ codings }: { codings: readonly CodingView[] }) {
	const { say, locale } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">
				<JudgeWord judge="coded" />
			</h2>
			{codings.length === 0 ? (
				<p className="govuk-body">{say('coding.none')}</p>
			) : (
				<Table
					id="codings"
					caption={say('coding.caption')}
					captionSize="s"
					stacks
					columns={[
						{ head: say('coding.indicator') },
						{ head: say('coding.value') },
						{ head: say('coding.product'), isWide: true },
					]}
					rows={codings.map((coding) => ({
						key: coding.recordId,
						cells: [
							<IndicatorName key="indicator" indicator={coding.indicator} />,
							<a key="value" className="govuk-link" href={recordHref(locale, coding.recordId)}>
								<span lang="en">{coding.valueAsPublished}</span>
							</a>,
							<CodingOrigin key="origin" coding={coding} />,
						],
					}))}
				/>
			)}
		</section>
	)
}

/** An indicator, and whether its scale is one that the IRM gave up or one that came in its place. */
export function IndicatorName({ indicator }: { indicator: IrmIndicator }) {
	const { say } = useWords()
	const era = scaleEra(indicator)
	return (
		<>
			{say(`indicator.${indicator}`)}
			{era === null ? null : (
				<>
					{' '}
					<span className="app-quiet">({say(`coding.era.${era}`)})</span>
				</>
			)}
		</>
	)
}

/** The review a value stands in and its day, the source with its row, and whether it was imported or entered here. */
function CodingOrigin({ coding }: { coding: CodingView }) {
	const { say, format } = useWords()
	const { product, year, codedOn, source, sourceUrl, locator, importedBy } = coding
	const on = codedOn ?? (year === null ? null : String(year))
	const place = locator === undefined ? source : `${source}, ${locator}`
	return (
		<>
			<span lang="en">{product}</span>, {on === null ? say('coding.no-year') : format.day(on)}
			<br />
			<span className="app-quiet">
				{sourceUrl === null ? place : <SourceLink href={sourceUrl} text={place} />}.{' '}
				{say(importedBy === null ? 'coding.entered' : 'coding.imported')}
			</span>
		</>
	)
}
