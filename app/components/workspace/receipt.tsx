import { tasksHref } from '#app/components/addresses.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { useWords } from '#app/components/words.tsx'
import { ReceiptDetails } from './receipt-details.tsx'
import type { ReceiptFacts } from './receipt-details.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** What an organization holds in hand after it published something. */
export function Receipt({ person, ...facts }: ReceiptFacts & { person: Signed }) {
	const { say, locale } = useWords()
	const { recordId, version, member } = facts.receipt
	return (
		<WorkspacePage person={person} member={member}>
			<Panel title={say('receipt.title')}>
				{say('receipt.number')}
				<br />
				<strong>{say('receipt.number.value', { recordId, version })}</strong>
			</Panel>
			<ReceiptDetails {...facts} />
			<ButtonLink href={tasksHref(locale)} variant="secondary">
				{say('workspace.to-tasks')}
			</ButtonLink>
		</WorkspacePage>
	)
}
