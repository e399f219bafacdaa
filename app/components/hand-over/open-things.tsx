import type { ReactNode } from 'react'
import { recordHref } from '#app/components/addresses.ts'
import { obligationInWords } from '#reports/document/obligation-words.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { OpenThings as Open } from '#app/domain/hand-over/schema.ts'

/** What is open of a role, in sections; an empty one says so. */
export function OpenThings({ open }: { open: Open }) {
	const words = useWords()
	const { say, locale, format } = words
	return (
		<>
			<Section
				title={say('hand-over.open.obligations')}
				lines={open.obligations.map((owed) => (
					<>
						{obligationInWords(owed, words)}. <TextIn text={owed.plan} />.{' '}
						{say('hand-over.due', { due: format.day(owed.dueOn) })}
					</>
				))}
			/>
			<Section title={say('hand-over.open.reports')} lines={open.reports.map(reportLine)} />
			<Section title={say('hand-over.open.drafts')} lines={open.drafts.map(reportLine)} />
			<Section
				title={say('hand-over.open.findings')}
				lines={open.findings.map(({ recordId, commitment, on }) => (
					<>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							<TextIn text={commitment} />
						</a>
						, {format.day(on)}
					</>
				))}
			/>
			<Section
				title={say('hand-over.open.finding-drafts')}
				lines={open.findingDrafts.map(({ commitment }) => (
					<TextIn key="commitment" text={commitment} />
				))}
			/>
		</>
	)
}

function reportLine(report: Open['reports'][number]) {
	return <ReportLine report={report} />
}

function ReportLine({ report }: { report: Open['reports'][number] }) {
	const { say, format } = useWords()
	return (
		<>
			<TextIn text={report.milestone} />.{' '}
			{say('hand-over.report', { code: report.checkpointCode, due: format.day(report.dueOn) })}
		</>
	)
}

function Section({ title, lines }: { title: string; lines: readonly ReactNode[] }) {
	const { say } = useWords()
	return (
		<section>
			<h3 className="govuk-heading-s">{title}</h3>
			{lines.length === 0 ? (
				<p className="govuk-body">{say('hand-over.open.none')}</p>
			) : (
				<ul className="govuk-list govuk-list--bullet">
					{lines.map((line, at) => (
						<li key={at}>{line}</li>
					))}
				</ul>
			)}
		</section>
	)
}
