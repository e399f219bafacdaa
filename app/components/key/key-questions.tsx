import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { KeyView } from '#app/domain/passkey/view.ts'
import { keyHref, keysHref } from './addresses.ts'
import { KeyFacts } from './key-facts.tsx'

type Props = {
	/** Null where somebody was faster. */
	shown: KeyView | null
	person: Signed
	refusal?: RefusalReason | null | undefined
}

/** Asks once more before a key is removed. */
export function RemoveKey({ shown, person, refusal }: Props) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={keysHref(locale)} refusal={refusal}>
			<PageTitle>{say('key.remove.title')}</PageTitle>
			{shown ? (
				<>
					<KeyFacts shown={shown} />
					<p className="govuk-body">{say('key.remove.lead')}</p>
					<form method="post" action={keyHref(locale, shown.recordId, 'remove')}>
						<Button variant="warning">{say('key.remove.button')}</Button>
					</form>
				</>
			) : null}
		</WorkspacePage>
	)
}

/** Asks a colleague whether a key is that of the person whose it is said to be. */
export function ConfirmKey({ shown, person, refusal }: Props) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={keysHref(locale)} refusal={refusal}>
			<PageTitle>{say('key.confirm.title')}</PageTitle>
			{shown ? (
				<>
					<p className="govuk-body">{say('key.confirm.lead', { name: shown.owner })}</p>
					<KeyFacts shown={shown} />
					{shown.isReset ? <WarningText>{say('key.confirm.reset')}</WarningText> : null}
					<form method="post" action={keyHref(locale, shown.recordId, 'confirm')}>
						<Button>{say('key.confirm.button')}</Button>
					</form>
					<p className="govuk-body">{say('key.confirm.otherwise')}</p>
				</>
			) : null}
		</WorkspacePage>
	)
}
