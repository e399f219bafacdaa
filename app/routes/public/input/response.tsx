import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { memberHref, membersHref } from '#app/components/addresses.ts'
import { inputHref, responseFileHref } from '#app/components/consultation/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { DocumentPage } from '#app/components/report/report-page.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findReasonedResponse } from '#app/domain/reasoned-response/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reasonedResponseModel } from '#reports/reasoned-response/model.ts'
import { reasonedResponseDocument } from '#reports/reasoned-response/render.ts'

/** Every contribution to a consultation with what became of it, and why: OGP's reasoned response. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale, url } = visit
	const response = await findReasonedResponse(ctx, idFrom(params.recordId))
	const model = reasonedResponseModel(response, { origin: url.origin, ...(await logWitness(visit)) })
	const { blocks, frame } = reasonedResponseDocument({ model, locale })
	const { consultation, counts, ledgerSize } = response
	return {
		recordId: consultation.recordId,
		member: consultation.member,
		blocks,
		title: frame.title,
		lastUpdated: { on: counts.lastAnsweredOn ?? consultation.publishedOn, ledgerSize },
	}
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('report.response.kicker'))

export default function ReasonedResponse() {
	const { recordId, member, ...document } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<DocumentPage
			{...document}
			member={member}
			kicker={say('report.response.kicker')}
			breadcrumbs={[
				{ text: say('members.title'), href: membersHref(locale) },
				{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
				{ text: say('act.consultation.published'), href: inputHref(locale, recordId) },
			]}
			files={(['pdf', 'docx'] as const).map((format) => ({
				href: responseFileHref(locale, recordId, format),
				text: say(`report.page.${format}`),
			}))}
		/>
	)
}
