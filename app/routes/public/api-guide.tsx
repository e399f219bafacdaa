import type { MetaFunction } from '@remix-run/react'
import { openDataPageHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'

const ADDRESSES = [
	['plans', '/api/v1/plans'],
	['plan', '/api/v1/plans/{planId}'],
	['commitments', '/api/v1/commitments'],
	['commitment', '/api/v1/commitments/{commitmentId}'],
	['expectations', '/api/v1/expectations'],
	['standing', '/api/v1/expectations/{memberId}'],
	['commitments-csv', '/files/commitments.csv'],
	['expectations-csv', '/files/expectations.csv'],
	['standing-csv', '/files/expectations/{memberId}/levels.csv'],
	['open-commitments', '/files/open-data/commitments.{csv,json}'],
	['open-updates', '/files/open-data/milestone-updates.{csv,json}'],
	['documents', '/files/repositories/{memberId}/documents.csv'],
	['record', '/records/{recordId}.json'],
	['report', '/files/plans/{planId}/progress-report.{lang}.pdf'],
	['health', '/healthz'],
	['ready', '/readyz'],
] as const

export const loader = guardedLoader('public', () => null)

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('api.title'))

export default function ApiGuide() {
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('api.title')}</PageTitle>
			<p className="govuk-body-l">{say('api.lead')}</p>
			<SummaryList
				rows={ADDRESSES.map(([name, address]) => ({
					key: <code>{address}</code>,
					value: say(`api.${name}`),
				}))}
			/>
			<p className="govuk-body">
				<a className="govuk-link" href={openDataPageHref(locale)}>
					{say('open-data.link')}
				</a>
			</p>
			<h2 className="govuk-heading-m">{say('api.rules.title')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>{say('api.rules.lists')}</li>
				<li>{say('api.rules.null')}</li>
				<li>{say('api.rules.errors')}</li>
				<li>{say('api.rules.cache')}</li>
			</ul>
		</Page>
	)
}
