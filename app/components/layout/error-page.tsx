import { homeHref, plansHref } from '#app/components/addresses.ts'
import { SearchForm } from '#app/components/search/search-form.tsx'
import { useWords } from '#app/components/words.tsx'
import { REFUSAL_REASONS } from '#app/domain/refusal.ts'
import { Page } from './page.tsx'
import { PageTitle } from './page-title.tsx'

const STATUSES = [400, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503]

/** What an error page knows: the status, the domain's reason where it refused, and the request where something broke. */
export type Failure = {
	readonly status: number
	readonly reason?: string | undefined
	readonly requestId?: string | undefined
}

/** The status whose words stand for this one. */
export function spokenStatus(status: number): number {
	if (STATUSES.includes(status)) return status
	if (status === 507) return 503
	return status >= 400 && status < 500 ? 400 : 500
}

/** What went wrong, what it means, and where to go on. */
export function ErrorPage({ status, reason, requestId }: Failure) {
	const { say, locale } = useWords()
	const spoken = String(spokenStatus(status))
	const refusal = REFUSAL_REASONS.find((known) => known === reason)
	return (
		<Page>
			<PageTitle>{say(`error.${spoken}.title`)}</PageTitle>
			<p className="govuk-body">{refusal ? say(`refusal.${refusal}`) : say(`error.${spoken}.text`)}</p>
			{status >= 500 && requestId ? (
				<p className="govuk-body">
					{say('error.request')} <code>{requestId}</code>
				</p>
			) : null}
			{status === 404 ? <SearchForm /> : null}
			<ul className="govuk-list govuk-list--bullet">
				<li>
					<a className="govuk-link" href={homeHref(locale)}>
						{say('error.home')}
					</a>
				</li>
				<li>
					<a className="govuk-link" href={plansHref(locale)}>
						{say('error.plans')}
					</a>
				</li>
			</ul>
		</Page>
	)
}
