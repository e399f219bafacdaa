import { compiledReportHref, compiledReportPageHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'

type CompiledReportsProps = {
	reports: readonly { readonly recordId: string; readonly kind: string; readonly asOfOn: string }[]
}

/** Reports that the point of contact compiled, newest first, in both languages. */
export function CompiledReports({ reports }: CompiledReportsProps) {
	const { say, locale, format } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">{say('plan.reports')}</h2>
			{reports.length === 0 ? <p className="govuk-body">{say('plan.reports.none')}</p> : null}
			<ul className="govuk-list govuk-list--bullet">
				{reports.map((report) => (
					<li key={report.recordId}>
						<a className="govuk-link" href={compiledReportPageHref(locale, report.recordId)}>
							{say('reports.compiled.item', {
								kind: say(`reports.kind.${report.kind}`),
								day: format.day(report.asOfOn),
							})}
						</a>{' '}
						<a
							className="govuk-link"
							href={compiledReportHref('en', report.recordId)}
							lang="en"
							hrefLang="en"
						>
							{say('pdf.in.en')}
						</a>{' '}
						<a
							className="govuk-link"
							href={compiledReportHref('id', report.recordId)}
							lang="id"
							hrefLang="id"
						>
							{say('pdf.in.id')}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}
