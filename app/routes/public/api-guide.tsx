import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { openDataPageHref } from '#app/components/addresses.ts'
import { webhooksHref } from '#app/components/webhook/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { OPERATIONS } from '#app/export/api/operations.ts'
import { API_LIMIT } from '#app/http/api-limits.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

const FILES = [
	['commitments-csv', '/files/commitments.csv'],
	['expectations-csv', '/files/expectations.csv'],
	['standing-csv', '/files/expectations/{memberId}/levels.csv'],
	['open-tables', '/files/open-data/{table}.{csv,xlsx,json,jsonl}'],
	['documents', '/files/repositories/{memberId}/documents.csv'],
	['record', '/records/{recordId}.json'],
	['report', '/files/plans/{planId}/progress-report.{lang}.pdf'],
	['health', '/healthz'],
	['ready', '/readyz'],
] as const

/** How a receiver checks a call, in Node. */
const CHECK = `const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
const text = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
const mine = 'v1,' + createHmac('sha256', key).update(text).digest('base64')
const isOurs = headers['webhook-signature'].split(' ').includes(mine)
const isNew = Math.abs(nowInSeconds - headers['webhook-timestamp']) < 300`

/** Read by whoever starts: two commitments of the whole list. */
const FIRST = '/api/v1/commitments?limit=2'

export const loader = guardedLoader('public', ({ load }) => ({
	baseUrl: load.config.baseUrl,
	limit: API_LIMIT,
	addresses: [...OPERATIONS.map(({ name, path }) => [name, path] as const), ...FILES],
}))

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('api.title'))

export default function ApiGuide() {
	const { baseUrl, limit, addresses } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('api.title')}</PageTitle>
			<p className="govuk-body-l">{say('api.lead')}</p>
			<h2 className="govuk-heading-m">{say('api.start.title')}</h2>
			<p className="govuk-body">{say('api.start.text')}</p>
			<pre className="app-note__text" translate="no">
				<code>{`curl "${baseUrl}${FIRST}"`}</code>
			</pre>
			<p className="govuk-body">
				<a className="govuk-link" href={`/api/v1/openapi.json?lang=${locale}`}>
					{say('api.document')}
				</a>
			</p>
			<SummaryList
				rows={addresses.map(([name, address]) => ({
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
				<li>{say('api.rules.limit', { answers: limit.answers, seconds: limit.inS })}</li>
			</ul>
			<WebhookGuide />
		</Page>
	)
}

/** How programs are called, and how they check it. */
function WebhookGuide() {
	const { say, locale } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m" id="webhooks">
				{say('webhook.title')}
			</h2>
			<p className="govuk-body">{say('webhook.guide.lead')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{(['message', 'order', 'retry', 'private'] as const).map((rule) => (
					<li key={rule}>{say(`webhook.guide.${rule}`)}</li>
				))}
			</ul>
			<p className="govuk-body">{say('webhook.guide.check')}</p>
			<pre className="app-note__text" translate="no">
				<code>{CHECK}</code>
			</pre>
			<p className="govuk-body">
				<a className="govuk-link" href={webhooksHref(locale)}>
					{say('webhook.link')}
				</a>
			</p>
		</>
	)
}
