import { ROLES } from '#app/access/policy.ts'
import { ACCOUNT_EVENTS } from '#app/domain/cso-account/rules.ts'
import type { Say } from '#app/i18n/translate.ts'

type Change = {
	readonly event: string
	readonly role?: string | null | undefined
	readonly personNumber?: number | null | undefined
}

/** What a change of account says in one sentence; people are numbers. A code that nobody knows is shown as it is. */
export function accountSentence({ event, role, personNumber }: Change, say: Say): string {
	const known = ACCOUNT_EVENTS.find((code) => code === event)
	if (!known) return event
	const knownRole = ROLES.find((code) => code === role)
	return say(`account-event.${known}`, {
		role: knownRole ? say(`role.${knownRole}`) : role || say('missing.text'),
		number: personNumber ?? '–',
	})
}
