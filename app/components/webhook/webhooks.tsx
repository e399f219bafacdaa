import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { noticesHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { SUBSCRIBED } from '#app/domain/subscription/schema.ts'
import type { WebhookAnswer } from '#app/domain/webhook/schema.ts'
import type { WebhookView } from '#app/domain/webhook/view.ts'
import { webhookGuideHref, webhooksHref } from './addresses.ts'
import { WebhookAbout } from './webhook-about.tsx'

type WebhooksProps = { webhooks: readonly WebhookView[]; person: Signed; rejected: Rejected }

/** The programs that a person has called when something is published, and a form for another. */
export function Webhooks({ webhooks, person, rejected }: WebhooksProps) {
	const { say, locale } = useWords()
	const [, fields] = useForm<WebhookAnswer>({ id: 'answer', lastResult: rejected?.reply })
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={noticesHref(locale)}
			errors={errorsOf(rejected, [fields.url, fields.of, fields.aboutId], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('webhook.title')}</PageTitle>
			<p className="govuk-body">{say('webhook.lead')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={webhookGuideHref(locale)}>
					{say('webhook.guide')}
				</a>
			</p>
			<OwnWebhooks webhooks={webhooks} />
			<NewWebhook fields={fields} />
		</WorkspacePage>
	)
}

type NewWebhookProps = {
	fields: Readonly<Record<keyof WebhookAnswer, Parameters<typeof fieldFrom<string>>[0]>>
}

function NewWebhook({ fields }: NewWebhookProps) {
	const { say, locale } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('webhook.new')}</h2>
			<QuestionForm action={webhooksHref(locale)} button={say('webhook.make')}>
				<TextField
					{...fieldFrom(fields.url, say)}
					label={say('webhook.url')}
					hint={say('webhook.url.hint')}
					type="url"
					autoComplete="off"
				/>
				<Select
					{...fieldFrom(fields.of, say)}
					label={say('webhook.of')}
					items={SUBSCRIBED.map((of) => ({ value: of, text: say(`webhook.of.${of}`) }))}
				/>
				<TextField
					{...fieldFrom(fields.aboutId, say)}
					label={say('webhook.about')}
					hint={say('webhook.about.hint')}
					autoComplete="off"
				/>
			</QuestionForm>
		</>
	)
}

function OwnWebhooks({ webhooks }: Pick<WebhooksProps, 'webhooks'>) {
	const { say, locale } = useWords()
	if (webhooks.length === 0) return <p className="govuk-inset-text">{say('webhook.none')}</p>
	return (
		<ul className="govuk-list">
			{webhooks.map((webhook) => (
				<li key={webhook.id}>
					<a className="govuk-link app-cite__text" href={webhooksHref(locale, webhook.id)}>
						{webhook.url}
					</a>
					<br />
					<WebhookAbout webhook={webhook} />
				</li>
			))}
		</ul>
	)
}
