import type { ReactNode } from 'react'
import { NotificationBanner } from '#app/components/ui/notification-banner.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'

type StoredNowProps = { refusal: RefusalReason | null | undefined; children: ReactNode }

/** After two people answered at once: what is stored now, above what this person typed. Else nothing. */
export function StoredNow({ refusal, children }: StoredNowProps) {
	const { say } = useWords()
	if (refusal !== 'changed_meanwhile') return null
	return (
		<NotificationBanner id="stored" title={say('workspace.stored')}>
			{children}
			<p className="govuk-body">{say('workspace.stored.yours')}</p>
		</NotificationBanner>
	)
}
