import { useForm } from '@conform-to/react'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { z } from 'zod'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { errorsFrom, fieldFrom } from '#app/components/ui/conform-field.ts'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { noteRejection, wasRejected } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader, refuse } from '#app/http/guard.server.ts'
import { hrefTo, ownPath } from '#app/http/own-path.ts'
import { parseForm } from '#app/http/parse-form.server.ts'

const SignInForm = z.strictObject({
	email: z
		.string('account.sign-in.email-required')
		.trim()
		.max(254, 'account.sign-in.email-invalid')
		.pipe(z.email('account.sign-in.email-invalid')),
})

export const loader = guardedLoader('public', ({ url, load }) => ({
	isRejected: wasRejected({ load }),
	wasSent: url.searchParams.has('sent'),
	next: ownPath(url.searchParams.get('next')),
}))

/** Known and unknown addresses are answered alike: with the page that says that a link is on its way, if. */
export const action = guardedAction('public', async ({ request, url, locale, load }) => {
	const form = await parseForm(request, SignInForm)
	if (!form.ok) {
		noteRejection({ load })
		return json(form.reply, { status: 422 })
	}
	const next = ownPath(url.searchParams.get('next'))
	const answer = await load.accounts.mailLink({ email: form.value.email, next, request })
	if (answer === 'limited') throw refuse(429, 'too_many_requests', { requestId: load.requestId, locale })
	return redirect(`/${locale}/sign-in?sent=1`, { status: 303 })
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('account.sign-in.title'), data?.isRejected)

export default function SignIn() {
	const { wasSent, next } = useLoaderData<typeof loader>()
	return <Page>{wasSent ? <WasSent /> : <AddressForm next={next} />}</Page>
}

function WasSent() {
	const { say, locale } = useWords()
	return (
		<>
			<PageTitle>{say('account.sign-in.sent-title')}</PageTitle>
			<p className="govuk-body-l">{say('account.sign-in.sent-text')}</p>
			<p className="govuk-body">{say('account.sign-in.sent-help')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={`/${locale}/sign-in`}>
					{say('account.sign-in.again')}
				</a>
			</p>
		</>
	)
}

function AddressForm({ next }: { next: string | null }) {
	const { say, locale } = useWords()
	const lastResult = useActionData<typeof action>()
	const [form, fields] = useForm<z.infer<typeof SignInForm>>({ id: 'sign-in', lastResult })
	return (
		<>
			<ErrorSummary errors={errorsFrom([fields.email], say)} />
			<PageTitle>{say('account.sign-in.title')}</PageTitle>
			<p className="govuk-body">{say('account.sign-in.intro')}</p>
			<form id={form.id} method="post" action={hrefTo(`/${locale}/sign-in`, next)} noValidate>
				<TextField
					{...fieldFrom(fields.email, say)}
					label={say('account.sign-in.email')}
					hint={say('account.sign-in.email-hint')}
					type="email"
					autoComplete="email"
					spellCheck={false}
					width={30}
				/>
				<Button>{say('account.sign-in.submit')}</Button>
			</form>
		</>
	)
}
