import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { compiledReportHref, recordHref, snapshotHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { ReportPage } from '#app/components/report/report-page.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findReport } from '#app/domain/report/queries.server.ts'
import { citationOf } from '#app/http/citation.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { reportDocument } from '#reports/plan-report/render.ts'

/** A compiled report of a plan, from its frozen model, without what was withdrawn since. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale } = visit
	const { recordId, model, drawnHash, publishedOn } = await findReport(ctx, idFrom(params.recordId))
	const { blocks, frame } = reportDocument({ model, snapshotId: drawnHash, locale })
	const { id, title, member } = model.record.plan
	const citation = await citationOf(visit, {
		of: 'REPORT',
		...{ id: recordId, version: null, on: publishedOn, title: frame.title },
		by: textIn(member.name, locale)?.text ?? null,
	})
	return { recordId, kind: model.kind, plan: { id, title, member }, blocks, title: frame.title, citation }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('reports.title'))

export default function CompiledReport() {
	const { recordId, kind, ...facts } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const files = [
		...LOCALES.map((language) => ({
			href: compiledReportHref(language, recordId),
			text: say(`poc.compiled.pdf.${language}`),
		})),
		{ href: compiledReportHref(locale, recordId, 'docx'), text: say('report.page.docx') },
		{ href: snapshotHref(recordId), text: say('report.page.snapshot') },
		{ href: recordHref(locale, recordId), text: say('report.page.record') },
	]
	return <ReportPage {...facts} kicker={say(`reports.kind.${kind}`)} files={files} />
}
