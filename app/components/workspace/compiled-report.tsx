import { compiledReportHref } from '#app/components/addresses.ts'
import type { PageMember } from '#app/components/layout/page.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { compileHref } from './addresses.ts'
import { ReceiptDetails } from './receipt-details.tsx'
import type { ReceiptFacts } from './receipt-details.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** What the page of a compiled report needs of it: not the frozen record itself. */
export type CompiledFacts = {
	readonly recordId: string
	readonly planId: string
	readonly planTitle: Bilingual
	readonly member: PageMember
	readonly asOfOn: CalendarDay
	readonly snapshotHash: string
}

type CompiledReportProps = { report: CompiledFacts; proof: ReceiptFacts; person: Signed }

/** A report that was compiled: its files in both languages, and its receipt. */
export function CompiledReport({ report, proof, person }: CompiledReportProps) {
	const { say, locale, format } = useWords()
	const plan = textIn(report.planTitle, locale)?.text ?? report.planId
	return (
		<WorkspacePage person={person} member={report.member} backHref={compileHref(locale, report.planId)}>
			<Panel title={say('poc.compiled.title')}>
				{say('poc.compiled.text', { plan, on: format.day(report.asOfOn) })}
			</Panel>
			<ul className="govuk-list">
				{LOCALES.map((language) => (
					<li key={language}>
						<a
							className="govuk-link"
							href={compiledReportHref(language, report.recordId)}
							hrefLang={language}
						>
							{say(`poc.compiled.pdf.${language}`)}
						</a>
					</li>
				))}
			</ul>
			<p className="govuk-body">
				{say('poc.compiled.same')}
				<br />
				<code className="app-address">{report.snapshotHash}</code>
			</p>
			<h2 className="govuk-heading-m">{say('poc.compiled.receipt')}</h2>
			<ReceiptDetails {...proof} />
		</WorkspacePage>
	)
}
