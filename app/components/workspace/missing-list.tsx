import { NotificationBanner } from '#app/components/ui/notification-banner.tsx'
import { useWords } from '#app/components/words.tsx'

/** What is still missing, each leading to its question. Nothing when nothing is. */
export function MissingList({
	items,
}: {
	items: readonly { readonly href: string; readonly text: string }[]
}) {
	const { say } = useWords()
	if (items.length === 0) return null
	return (
		<NotificationBanner id="missing" title={say('workspace.missing')}>
			<ul className="govuk-list">
				{items.map((item) => (
					<li key={item.text}>
						<a className="govuk-link" href={item.href}>
							{item.text}
						</a>
					</li>
				))}
			</ul>
		</NotificationBanner>
	)
}
