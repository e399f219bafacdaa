import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ReportJobView } from '#app/domain/report-job/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { compileHref, reportJobHref } from './addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** How far the drawing is: which file, and which of its pages. */
export type JobProgress = { readonly locale: Locale; readonly page: number; readonly pages: number }

type ReportJobPageProps = {
	readonly job: ReportJobView
	readonly progress: JobProgress | null
	readonly isUnderWay: boolean
	readonly person: Signed
}

/** A report that is being compiled: how far it is, or why there is none and what to do. */
export function ReportJobPage({ job, progress, isUnderWay, person }: ReportJobPageProps) {
	const { say, locale } = useWords()
	const back = compileHref(locale, job.planId)
	return (
		<WorkspacePage person={person} member={job.member} backHref={back} refusal={job.reason}>
			<PageTitle caption={<TextIn text={job.planTitle} />}>
				{say(isUnderWay ? 'report-job.title' : 'report-job.failed')}
			</PageTitle>
			{isUnderWay ? (
				<UnderWay job={job} progress={progress} />
			) : (
				<p className="govuk-body">
					<a className="govuk-link" href={back}>
						{say('report-job.again')}
					</a>
				</p>
			)}
		</WorkspacePage>
	)
}

function UnderWay({ job, progress }: { readonly job: ReportJobView; readonly progress: JobProgress | null }) {
	const { say, locale } = useWords()
	return (
		<>
			<p className="govuk-body">{say('report-job.lead')}</p>
			{job.kind ? <p className="govuk-body">{say(`reports.kind.${job.kind}`)}</p> : null}
			<p className="govuk-body-l" role="status" data-job-follows>
				<Standing job={job} progress={progress} />
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={reportJobHref(locale, job.id)}>
					{say('report-job.reload')}
				</a>
			</p>
		</>
	)
}

function Standing({ job, progress }: { readonly job: ReportJobView; readonly progress: JobProgress | null }) {
	const { say, format } = useWords()
	const { state, before } = job
	if (state === 'WAITING' && before > 0)
		return <>{say('report-job.before', { count: before, number: format.count(before) })}</>
	if (state === 'DRAWING' && progress) {
		const [page, pages] = [format.count(progress.page), format.count(progress.pages)]
		return <>{say(`report-job.pages.${progress.locale}`, { page, pages })}</>
	}
	return <>{say(`report-job.state.${state}`)}</>
}
