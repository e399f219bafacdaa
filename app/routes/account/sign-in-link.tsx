import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { z } from 'zod'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { hrefTo, ownPath } from '#app/http/own-path.ts'
import { parseForm } from '#app/http/parse-form.server.ts'

const LinkForm = z.strictObject({ token: z.string().max(200) })

/** Opening the link changes nothing: mail programs that look at links must not use it up. */
export const loader = guardedLoader('public', ({ url }) => ({
	token: url.searchParams.get('token')?.slice(0, 200) ?? '',
	next: ownPath(url.searchParams.get('next')),
}))

export const action = guardedAction('public', async ({ request, url, locale, load }) => {
	const form = await parseForm(request, LinkForm)
	const cookies = form.ok ? await load.accounts.signIn(form.value.token, request) : null
	if (!form.ok || !cookies) return json({ isRefused: true }, { status: 422 })
	return redirect(ownPath(url.searchParams.get('next')) ?? `/${locale}/tasks`, {
		status: 303,
		headers: cookies,
	})
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('account.link.title'))

export default function SignInLink() {
	const { token, next } = useLoaderData<typeof loader>()
	const wasRefused = useActionData<typeof action>() !== undefined
	const { say, locale } = useWords()
	if (wasRefused || token === '') return <Refused />
	return (
		<Page>
			<PageTitle>{say('account.link.title')}</PageTitle>
			<p className="govuk-body">{say('account.link.text')}</p>
			<form method="post" action={hrefTo(`/${locale}/sign-in/link`, next)}>
				<input type="hidden" name="token" value={token} />
				<Button>{say('account.link.submit')}</Button>
			</form>
		</Page>
	)
}

function Refused() {
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('account.link.title')}</PageTitle>
			<p className="govuk-body-l">{say('account.link.refused')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={`/${locale}/sign-in`}>
					{say('account.sign-in.again')}
				</a>
			</p>
		</Page>
	)
}
