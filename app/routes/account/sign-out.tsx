import { redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', () => null)

/** Whoever is still signed in, or not any more, is signed out after it. */
export const action = guardedAction('public', async ({ request, locale, load }) => {
	const headers = await load.accounts.signOut(request)
	headers.set('Clear-Site-Data', '"cache", "storage"')
	return redirect(`/${locale}`, { status: 303, headers })
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = ({ params }) =>
	pageMeta(params.lang, (say) => say('account.sign-out.title'))

export default function SignOut() {
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('account.sign-out.title')}</PageTitle>
			<p className="govuk-body">{say('account.sign-out.text')}</p>
			<form method="post" action={`/${locale}/sign-out`}>
				<Button>{say('account.sign-out.submit')}</Button>
			</form>
		</Page>
	)
}
