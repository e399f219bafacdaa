import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { WebhookView } from '#app/domain/webhook/view.ts'

/** What a webhook is about, and how it stands. */
export function WebhookAbout({ webhook }: { webhook: WebhookView }) {
	const { say, format } = useWords()
	const { of, name, aboutId, isStopped, failures, waiting } = webhook
	const state = isStopped ? 'stopped' : failures > 0 ? 'failing' : 'working'
	return (
		<>
			{say(`webhook.of.${of}`)}
			{of === 'SITE' ? null : <>: {name ? <TextIn text={name} /> : aboutId}</>}
			{'. '}
			{say(`webhook.state.${state}`, {
				count: failures,
				failures: format.count(failures),
				waiting: format.count(waiting),
			})}
		</>
	)
}
