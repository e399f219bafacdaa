import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { commitmentHref, commitmentSheetFileHref, planHref, plansHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { DocumentPage } from '#app/components/report/report-page.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { commitmentSheetModel } from '#reports/commitment-sheet/model.ts'
import { commitmentSheetDocument } from '#reports/commitment-sheet/render.ts'

/** One commitment as it stands today, short enough to be printed and handed out. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale, url } = visit
	const found = await findCommitment(ctx, idFrom(params.commitmentId))
	const model = commitmentSheetModel(found, { origin: url.origin, ...(await logWitness(visit)) })
	const { blocks, frame } = commitmentSheetDocument({ model, locale })
	const { plan, row, ledgerSize } = found
	return {
		commitmentId: row.commitment.id,
		plan: { id: plan.id, title: plan.title, member: plan.member },
		blocks,
		title: frame.title,
		lastUpdated: { on: row.lastActOn, ledgerSize },
	}
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('report.sheet.kicker'))

export default function CommitmentSheet() {
	const { commitmentId, plan, title, ...document } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<DocumentPage
			{...document}
			title={title}
			kicker={say('report.sheet.kicker')}
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: textIn(plan.title, locale)?.text ?? plan.id, href: planHref(locale, plan.id) },
				{ text: title, href: commitmentHref(locale, commitmentId) },
			]}
			files={(['pdf', 'docx'] as const).map((format) => ({
				href: commitmentSheetFileHref(locale, commitmentId, format),
				text: say(`report.page.${format}`),
			}))}
		/>
	)
}
