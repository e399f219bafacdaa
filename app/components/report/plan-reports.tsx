import {
	compiledReportHref,
	compiledReportPageHref,
	planReportHref,
	planReportPageHref,
} from '#app/components/addresses.ts'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { reportName } from '#app/domain/report-kind/rules.ts'
import type { ReportAbout } from '#app/domain/report-kind/rules.ts'
import { reportTitle } from './report-title.ts'

type CompiledItem = { readonly recordId: string; readonly kind: string; readonly asOfOn: string }

type PlanReportsProps = {
	planId: string
	drawn: readonly ReportAbout[]
	compiled: readonly CompiledItem[]
}

/** The reports of a plan, each as a page and as files. */
export function PlanReports({ planId, drawn, compiled }: PlanReportsProps) {
	const words = useWords()
	const { say, locale } = words
	return (
		<>
			<h2 className="govuk-heading-l">{say('reports.today')}</h2>
			<Table
				id="reports"
				caption={say('reports.table')}
				captionSize="s"
				stacks
				columns={[
					{ head: say('reports.report'), isWide: true },
					{ head: say('reports.what'), isWide: true },
					{ head: say('reports.files') },
				]}
				rows={drawn.map((about) => {
					const [name, title] = [reportName(about), reportTitle(about, words)]
					const fileHref = (format: 'pdf' | 'docx') => planReportHref(locale, planId, { name, format })
					return {
						key: name,
						cells: [
							<a key="page" className="govuk-link" href={planReportPageHref(locale, planId, name)}>
								{title}
							</a>,
							say(`reports.about.${about.kind}`),
							<Files key="files" title={title} fileHref={fileHref} />,
						],
					}
				})}
			/>
			<h2 className="govuk-heading-l">{say('reports.compiled')}</h2>
			<p className="govuk-body">{say('reports.compiled.lead')}</p>
			<CompiledList compiled={compiled} />
		</>
	)
}

type FilesProps = { title: string; fileHref: (format: 'pdf' | 'docx') => string }

function Files({ title, fileHref }: FilesProps) {
	const { say } = useWords()
	return (
		<ul className="govuk-list">
			{(['pdf', 'docx'] as const).map((format) => (
				<li key={format}>
					<a className="govuk-link" href={fileHref(format)}>
						{say(`reports.file.${format}`)}
						<span className="govuk-visually-hidden">: {title}</span>
					</a>
				</li>
			))}
		</ul>
	)
}

function CompiledList({ compiled }: Pick<PlanReportsProps, 'compiled'>) {
	const { say, locale, format } = useWords()
	if (compiled.length === 0) return <p className="govuk-body">{say('reports.compiled.none')}</p>
	return (
		<Table
			id="compiled"
			caption={say('reports.compiled')}
			captionSize="s"
			stacks
			columns={[{ head: say('reports.report'), isWide: true }, { head: say('reports.files') }]}
			rows={compiled.map(({ recordId, kind, asOfOn }) => {
				const title = say('reports.compiled.item', {
					kind: say(`reports.kind.${kind}`),
					day: format.day(asOfOn),
				})
				return {
					key: recordId,
					cells: [
						<a key="page" className="govuk-link" href={compiledReportPageHref(locale, recordId)}>
							{title}
						</a>,
						<Files
							key="files"
							title={title}
							fileHref={(file) => compiledReportHref(locale, recordId, file)}
						/>,
					],
				}
			})}
		/>
	)
}
