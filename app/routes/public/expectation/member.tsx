import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CiteThis } from '#app/components/citation/cite-this.tsx'
import { expectationsHref, standingFiles, standingHref } from '#app/components/expectation/addresses.ts'
import { AsOfForm } from '#app/components/expectation/as-of-form.tsx'
import { ExpectationSection } from '#app/components/expectation/expectation-section.tsx'
import { HistoryFigure } from '#app/components/expectation/history-figure.tsx'
import { LevelFiles } from '#app/components/expectation/level-files.tsx'
import { RemarkWays } from '#app/components/expectation/remark-ways.tsx'
import { SnapshotTable } from '#app/components/expectation/snapshot-table.tsx'
import { StandingIntro } from '#app/components/expectation/standing-intro.tsx'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findStandingPage } from '#app/domain/standing/queries.server.ts'
import { citationOf } from '#app/http/citation.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { standingDayOf } from '#app/http/standing-day.ts'

export const loader = guardedLoader('public', async (visit) => {
	const asked = standingDayOf(visit)
	const page = await findStandingPage(visit.ctx, idFrom(visit.params.memberId), asked.on)
	const { id, name } = page.member
	const of = textIn(name, visit.locale)?.text ?? id
	const cited = { id, version: null, on: page.standing.asOfOn, title: of, by: null }
	return { ...page, asked, citation: await citationOf(visit, { of: 'STANDING', ...cited }) }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('standing.title'))

export default function MemberExpectations() {
	const { asked, member, standing, history, snapshots, citation, ...beside } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page member={member} breadcrumbs={[{ text: say('expectations.title'), href: expectationsHref(locale) }]}>
			<PageTitle caption={<TextIn text={member.name} />}>{say('standing.title')}</PageTitle>
			<StandingIntro standing={standing} />
			<LevelFiles {...standingFiles(member.id, { on: asked.on, locale })} />
			<NotUnderstood parts={asked.notUnderstood} />
			<AsOfForm action={standingHref(locale, member.id)} {...asked} />
			{standing.expectations.map((expectation) => (
				<ExpectationSection
					key={expectation.code}
					expectation={expectation}
					memberId={member.id}
					{...beside}
				/>
			))}
			<RemarkWays memberId={member.id} />
			<HistoryFigure history={history} on={asked.on} />
			<SnapshotTable snapshots={snapshots} history={history} />
			<CiteThis citation={{ ...citation, title: `${say('standing.title')}: ${citation.title}` }} />
		</Page>
	)
}
