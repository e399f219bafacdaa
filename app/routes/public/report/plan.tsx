import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planReportHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { ReportPage } from '#app/components/report/report-page.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findReportToday } from '#app/domain/report/queries.server.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { citationOf } from '#app/http/citation.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, nameFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportDocument } from '#reports/plan-report/render.ts'

/** A report of a plan as the public record stands today. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale } = visit
	const [planId, name] = [idFrom(params.planId), nameFrom(params.report)]
	const model = await findReportToday(ctx, { planId, name }, await logWitness(visit))
	const { blocks, frame } = reportDocument({ model, snapshotId: snapshotId(model), locale })
	const { id, title, member } = model.record.plan
	const citation = await citationOf(visit, {
		of: 'REPORT',
		...{ id: planId, version: null, on: model.asOfOn, title: frame.title },
		by: textIn(member.name, locale)?.text ?? null,
	})
	return { name, kind: model.kind, plan: { id, title, member }, blocks, title: frame.title, citation }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('reports.title'))

export default function PlanReport() {
	const { name, kind, ...facts } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const files = (['pdf', 'docx'] as const).map((format) => ({
		href: planReportHref(locale, facts.plan.id, { name, format }),
		text: say(`report.page.${format}`),
	}))
	return <ReportPage {...facts} kicker={say(`reports.kind.${kind}`)} files={files} />
}
