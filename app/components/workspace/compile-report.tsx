import { PageTitle } from '#app/components/layout/page-title.tsx'
import { openRoundHref } from '#app/components/report-draft/addresses.ts'
import { WaitingDrafts } from '#app/components/report-draft/waiting-drafts.tsx'
import { reportTitle } from '#app/components/report/report-title.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import type { DraftItem } from '#app/domain/report-draft/view.ts'
import { reportName } from '#app/domain/report-kind/rules.ts'
import type { Readiness } from '#app/domain/report/queries.server.ts'
import { missingWords } from '#reports/document/letters.ts'
import { compileHref, compiledHref, pocHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { ReportGaps } from './report-gaps.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type CompileReportProps = {
	readiness: Readiness
	/** Drafts of this plan that are shared, or that no report took up yet. */
	drafts: readonly DraftItem[]
	/** Letters of the record that no typeface has, as code points. */
	letters: readonly string[]
	person: Signed
	rejected: Rejected
}

/** What the report would lack, and the one button that compiles it all the same. */
export function CompileReport({ readiness, drafts, letters, person, rejected }: CompileReportProps) {
	const words = useWords()
	const { say, locale } = words
	const { plan, reports, choices } = readiness
	return (
		<WorkspacePage
			person={person}
			member={plan.member}
			backHref={pocHref(locale)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('poc.report.title')}</PageTitle>
			<p className="govuk-body">{say('poc.report.lead')}</p>
			<Drafts planId={plan.id} drafts={drafts} />
			<MissingLetters letters={letters} />
			<QuestionForm action={compileHref(locale, plan.id)} button={say('poc.report.compile')}>
				<Radios
					id="report"
					name="report"
					label={say('poc.report.kind')}
					hint={say('poc.report.kind.hint')}
					size="m"
					defaultValue={chosenIn(rejected)}
					items={choices.map((about) => ({
						value: reportName(about),
						label: reportTitle(about, words),
						hint: say(`reports.about.${about.kind}`),
					}))}
				/>
			</QuestionForm>
			<ReportGaps readiness={readiness} />
			<Earlier reports={reports} />
		</WorkspacePage>
	)
}

/** Where a draft is shared first, and those that are. */
function Drafts({ planId, drafts }: Pick<CompileReportProps, 'drafts'> & { planId: string }) {
	const { say, locale } = useWords()
	return (
		<>
			<p className="govuk-body">
				<a className="govuk-link" href={openRoundHref(locale, planId)}>
					{say('report-draft.open.link')}
				</a>
			</p>
			<WaitingDrafts drafts={drafts} title={say('report-draft.list')} />
		</>
	)
}

/** The report that was chosen before the form was refused. */
function chosenIn(rejected: Rejected): string {
	const report = rejected?.reply.initialValue?.['report']
	return typeof report === 'string' ? report : 'progress-report'
}

/** Letters that would be drawn as a sign of replacement, before anything is frozen. */
function MissingLetters({ letters }: Pick<CompileReportProps, 'letters'>) {
	const words = useWords()
	if (letters.length === 0) return null
	return (
		<InsetText>
			{missingWords(words)(letters)} {words.say('poc.report.letters')}
		</InsetText>
	)
}

/** Reports that were compiled before, newest first. */
function Earlier({ reports }: Pick<Readiness, 'reports'>) {
	const { say, locale, format } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('poc.report.earlier')}</h2>
			{reports.length === 0 ? <p className="govuk-body">{say('poc.report.earlier.none')}</p> : null}
			<ul className="govuk-list govuk-list--bullet">
				{reports.map((report) => (
					<li key={report.recordId}>
						<a className="govuk-link" href={compiledHref(locale, report.recordId)}>
							{say('reports.compiled.item', {
								kind: say(`reports.kind.${report.kind}`),
								day: format.day(report.asOfOn),
							})}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}
