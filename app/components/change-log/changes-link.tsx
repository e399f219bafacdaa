import { useWords } from '#app/components/words.tsx'
import type { ChangeScope } from '#app/domain/change-log/view.ts'
import { subscriptionsHref } from '#app/components/subscription/addresses.ts'
import type { SubscriptionScope } from '#app/domain/subscription/rules.ts'
import { changesHref } from './addresses.ts'

/** Leads to all that was published about something or by somebody, with its feed. */
export function ChangesLink({ scope }: { scope: ChangeScope }) {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={changesHref(locale, scope)}>
				{say('changes.link')}
			</a>
			<br />
			<a className="govuk-link" href={subscriptionsHref(locale, subscribed(scope))}>
				{say('subscription.link')}
			</a>
		</p>
	)
}

function subscribed(scope: ChangeScope): SubscriptionScope {
	return { of: scope.of, aboutId: scope.of === 'SITE' ? '' : scope.id }
}
