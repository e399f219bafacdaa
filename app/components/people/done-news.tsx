import { NotificationBanner } from '#app/components/ui/notification-banner.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Done } from './addresses.ts'

/** Says what was just done. */
export function DoneNews({ done }: { done: Done | null }) {
	const { say } = useWords()
	if (done === null) return null
	return (
		<NotificationBanner title={say('people.done')} isSuccess>
			{say(`people.done.${done}`)}
		</NotificationBanner>
	)
}
