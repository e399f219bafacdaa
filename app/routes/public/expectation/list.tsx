import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { expectationFiles, expectationsHref } from '#app/components/expectation/addresses.ts'
import { AsOfForm } from '#app/components/expectation/as-of-form.tsx'
import { LevelFiles } from '#app/components/expectation/level-files.tsx'
import { StandingTable } from '#app/components/expectation/standing-table.tsx'
import { RulesNamed } from '#app/components/expectation/rules-named.tsx'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import { listAllStandings } from '#app/domain/standing/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { standingDayOf } from '#app/http/standing-day.ts'

export const loader = guardedLoader('public', async (visit) => {
	const asked = standingDayOf(visit)
	return { asked, rows: await listAllStandings(visit.ctx, asked.on) }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('expectations.title'))

export default function Expectations() {
	const { asked, rows } = useLoaderData<typeof loader>()
	const { say, locale, format } = useWords()
	return (
		<Page>
			<PageTitle>{say('expectations.title')}</PageTitle>
			<p className="govuk-body-l">{say('expectations.ours')}</p>
			<NotUnderstood parts={asked.notUnderstood} />
			<AsOfForm action={expectationsHref(locale)} {...asked} />
			<RulesNamed rows={rows} />
			<LevelFiles {...expectationFiles({ on: asked.on, locale })} />
			<StandingTable
				rows={rows}
				on={asked.on === asked.today ? undefined : asked.on}
				caption={say('expectations.caption', { on: format.day(asked.on) })}
			/>
		</Page>
	)
}
