import { useForm } from '@conform-to/react'
import { changesHref } from '#app/components/change-log/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { SubscriptionScope } from '#app/domain/subscription/rules.ts'
import { PACES } from '#app/domain/subscription/schema.ts'
import { subscriptionsHref } from './addresses.ts'

type AskPageProps = {
	about: SubscriptionScope
	/** What the letters would be about; null for the whole site. */
	name: Bilingual | null
	/** Whether the letter that asks was just sent. */
	wasSent: boolean
	rejected: Rejected
}

/** Letters about what is published, without an account. */
export function AskPage({ about, name, wasSent, rejected }: AskPageProps) {
	const { say } = useWords()
	return (
		<Page>
			{wasSent ? (
				<>
					<PageTitle>{say('subscription.sent.title')}</PageTitle>
					<p className="govuk-body-l">{say('subscription.sent.lead')}</p>
					<p className="govuk-body">{say('subscription.sent.help')}</p>
				</>
			) : (
				<AskForm about={about} name={name} rejected={rejected} />
			)}
		</Page>
	)
}

function AskForm({ about, name, rejected }: Omit<AskPageProps, 'wasSent'>) {
	const { say, locale } = useWords()
	const [, fields] = useForm<{ email: string; pace: string }>({
		id: 'subscription',
		lastResult: rejected?.reply,
		defaultValue: { pace: 'WEEKLY' },
	})
	const paces = PACES.map((value) => {
		const label = say(`subscription.pace.${value}`)
		return { value, label, hint: say(`subscription.pace.${value}.hint`) }
	})
	const refused = rejected?.reason ? [{ href: '#content', text: say(`refusal.${rejected.reason}`) }] : []
	return (
		<>
			<ErrorSummary errors={[...errorsOf(rejected, [fields.email, fields.pace], say), ...refused]} />
			<PageTitle caption={name === null ? say('subscription.of.SITE') : <TextIn text={name} />}>
				{say('subscription.title')}
			</PageTitle>
			<p className="govuk-body-l">{say('subscription.lead')}</p>
			<form method="post" action={subscriptionsHref(locale, about)} noValidate>
				<TextField
					{...fieldFrom(fields.email, say)}
					label={say('subscription.email')}
					hint={say('subscription.email.hint')}
					type="email"
					autoComplete="email"
					spellCheck={false}
					width={30}
				/>
				<Radios {...fieldFrom(fields.pace, say)} label={say('subscription.pace')} items={paces} />
				<Button>{say('subscription.button')}</Button>
			</form>
			<p className="govuk-body">{say('subscription.privacy')}</p>
			<FeedsLink />
		</>
	)
}

function FeedsLink() {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={changesHref(locale, { of: 'SITE' })}>
				{say('subscription.feeds')}
			</a>
		</p>
	)
}
