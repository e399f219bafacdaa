import { recordHref } from '#app/components/addresses.ts'
import { JudgeWord } from '#app/components/charts/judge-glyph.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CodingView } from '#app/domain/irm-coding/view.ts'

/** What the IRM said, in its own words, each value with its report; says so where there is nothing. */
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
							say(`indicator.${coding.indicator}`),
							<a key="value" className="govuk-link" href={recordHref(locale, coding.recordId)}>
								<span lang="en">{coding.valueAsPublished}</span>
							</a>,
							coding.product,
						],
					}))}
				/>
			)}
		</section>
	)
}
