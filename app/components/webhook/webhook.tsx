import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CallView, WebhookView } from '#app/domain/webhook/view.ts'
import { webhooksHref } from './addresses.ts'
import { WebhookAbout } from './webhook-about.tsx'

type WebhookProps = {
	webhook: WebhookView
	secret: string
	person: Signed
}

/** One webhook: its secret, what can be done with it, and how each call went. */
export function WebhookPage({ webhook, secret, person }: WebhookProps) {
	const { say, locale } = useWords()
	const { id, url, calls } = webhook
	return (
		<WorkspacePage person={person} member={null} backHref={webhooksHref(locale)}>
			<PageTitle caption={say('webhook.title')}>
				<span className="app-cite__text">{url}</span>
			</PageTitle>
			<p className="govuk-body">
				<WebhookAbout webhook={webhook} />
			</p>
			<Details summary={say('webhook.secret')}>
				<p>{say('webhook.secret.lead')}</p>
				<p>
					<code className="app-cite__text">{secret}</code>
				</p>
				<QuestionForm
					action={webhooksHref(locale, id, 'secret')}
					button={say('webhook.secret.change')}
					variant="secondary"
				/>
			</Details>
			<QuestionForm
				action={webhooksHref(locale, id, 'test')}
				button={say('webhook.test')}
				variant="secondary"
			/>
			<Calls calls={calls} />
			<QuestionForm
				action={webhooksHref(locale, id, 'resume')}
				button={say('webhook.resume')}
				variant="secondary"
			/>
			<QuestionForm action={webhooksHref(locale, id, 'end')} button={say('webhook.end')} variant="warning" />
		</WorkspacePage>
	)
}

function Calls({ calls }: { calls: readonly CallView[] }) {
	const { say, format } = useWords()
	if (calls.length === 0) return <p className="govuk-inset-text">{say('webhook.calls.none')}</p>
	return (
		<Table
			id="calls"
			caption={say('webhook.calls')}
			stacks
			columns={['at', 'act', 'end', 'took'].map((head) => ({
				head: say(`webhook.calls.${head}`),
				isNumeric: head === 'took',
			}))}
			rows={calls.map((call) => ({
				key: call.id,
				cells: [
					<time key="at" dateTime={new Date(call.atMs).toISOString()}>
						{new Date(call.atMs).toISOString().slice(0, 19).replace('T', ' ')}
					</time>,
					call.ledgerIndex === null ? say('webhook.calls.test') : format.count(call.ledgerIndex),
					endInWords(call, say),
					format.count(call.tookMs),
				],
			}))}
		/>
	)
}

function endInWords({ status, fault, isTaken }: CallView, say: ReturnType<typeof useWords>['say']): string {
	if (fault !== null) return say(`webhook.fault.${fault}`)
	return say(isTaken ? 'webhook.calls.taken' : 'webhook.calls.refused', { status: String(status) })
}
