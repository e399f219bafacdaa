import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { memberHref, membersHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { repositoryCsvHref, repositoryFileHref, repositoryHref } from '#app/components/register/addresses.ts'
import { DocumentPage } from '#app/components/report/report-page.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findRepositoryIndex } from '#app/domain/repository-index/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { repositoryIndexModel } from '#reports/repository-index/model.ts'
import { repositoryIndexDocument } from '#reports/repository-index/render.ts'

/** Every public document of a member by plan, phase, requirement, commitment and day. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale, url } = visit
	const index = await findRepositoryIndex(ctx, idFrom(params.memberId))
	const model = repositoryIndexModel(index, { origin: url.origin, ...(await logWitness(visit)) })
	const { blocks, frame } = repositoryIndexDocument({ model, locale })
	const { member, newestOn, ledgerSize } = index
	return { member, blocks, title: frame.title, lastUpdated: { on: newestOn, ledgerSize } }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('report.repository.kicker'))

export default function RepositoryIndex() {
	const { member, ...document } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<DocumentPage
			{...document}
			member={member}
			kicker={say('report.repository.kicker')}
			breadcrumbs={[
				{ text: say('members.title'), href: membersHref(locale) },
				{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
				{ text: say('repository.title'), href: repositoryHref(locale, member.id) },
			]}
			files={[
				...(['pdf', 'docx'] as const).map((format) => ({
					href: repositoryFileHref(locale, member.id, format),
					text: say(`report.page.${format}`),
				})),
				{ href: repositoryCsvHref(member.id), text: say('report.repository.link.csv') },
			]}
		/>
	)
}
