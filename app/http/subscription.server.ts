import { createHash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '#app/domain/refusal.ts'
import { CONFIRM_HOURS } from '#app/domain/subscription/rules.ts'
import type { SubscriptionScope } from '#app/domain/subscription/rules.ts'
import { AboutQuery } from '#app/domain/subscription/schema.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Letter } from '#app/mail.server.ts'
import { addressBlock } from './client-address.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'
import { readQuery } from './read-query.ts'

const HOUR_S = 3_600
/** Letters that ask, to one address and from one block of addresses. Source: our own [D]. */
const byEmail = new RateLimiterMemory({ keyPrefix: 'subscription-email', points: 3, duration: 24 * HOUR_S })
const byBlock = new RateLimiterMemory({ keyPrefix: 'subscription-block', points: 20, duration: HOUR_S })

/** What the page in hand is about, from its query. */
export function subscribedFrom(url: URL): SubscriptionScope & { readonly wasSent: boolean } {
	const { plan, commitment, organization, member, sent } = readQuery(url, AboutQuery).value
	const wasSent = sent !== undefined
	if (plan !== undefined) return { of: 'PLAN', aboutId: idFrom(plan), wasSent }
	if (commitment !== undefined) return { of: 'COMMITMENT', aboutId: idFrom(commitment), wasSent }
	if (organization !== undefined) return { of: 'ORGANIZATION', aboutId: idFrom(organization), wasSent }
	if (member !== undefined) return { of: 'MEMBER', aboutId: idFrom(member), wasSent }
	return { of: 'SITE', aboutId: '', wasSent }
}

/**
 * Whether one more letter that asks may go to an address; whoever asks learns nothing of it. Refuses with
 * `too_many_letters` where too many were asked for from the same block.
 */
export async function mayAsk({ load }: Visit, email: string): Promise<boolean> {
	if (!(await isGranted(byBlock, addressBlock(load.clientAddress)))) throw new Refusal('too_many_letters')
	return isGranted(byEmail, createHash('sha256').update(email.toLowerCase()).digest('hex'))
}

async function isGranted(limits: RateLimiterMemory, key: string): Promise<boolean> {
	try {
		await limits.consume(key)
		return true
	} catch (refused) {
		if (refused instanceof Error) throw refused
		return false
	}
}

/** The letter that asks whether letters are wanted: the only place where the link stands that answers. */
export function askingLetter(
	{ locale, load }: Visit,
	{ email, token, about }: { readonly email: string; readonly token: string; readonly about: string },
): Letter {
	const say = sayIn(locale)
	const link = `${load.config.baseUrl}/${locale}/subscriptions/${token}/confirm`
	return {
		to: email,
		subject: say('subscription.ask.subject'),
		text: say('subscription.ask.text', { about, link, hours: CONFIRM_HOURS }),
		headers: { 'Auto-Submitted': 'auto-generated' },
	}
}
