import { textIn } from '#app/domain/bilingual.ts'
import type { Change } from '#app/domain/change-log/view.ts'
import type { Context } from '#app/domain/context.ts'
import {
	eraseUnanswered,
	forgetSubscriptionLetter,
	noteSubscriptionLetter,
} from '#app/domain/subscription/commands.server.ts'
import { listDueSubscriptions } from '#app/domain/subscription/queries.server.ts'
import type { DueSubscription } from '#app/domain/subscription/queries.server.ts'
import { LINES_AT_MOST } from '#app/domain/subscription/rules.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Log } from '#app/log.server.ts'
import { isSurelyUnsent } from '#app/mail.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'
import { changeInWords, publisherOf, subjectOf } from '#reports/document/change-words.ts'
import { wordsIn } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

export type SubscriptionsWorld = {
	readonly ctx: Pick<Context, 'db' | 'now' | 'withdrawals'>
	readonly mail: Pick<Mail, 'send'>
	readonly log: Pick<Log, 'error'>
	readonly baseUrl: string
}

/** Writes to those without an account for whom something was published, and erases those who never answered. */
export async function sendSubscriptionLetters(
	world: SubscriptionsWorld,
): Promise<{ readonly sent: number; readonly failed: number }> {
	const { ctx, mail, log, baseUrl } = world
	await eraseUnanswered(ctx)
	let [sent, failed] = [0, 0]
	for (const due of await listDueSubscriptions(ctx)) {
		if (!(await noteSubscriptionLetter(ctx, due))) continue
		try {
			await mail.send(subscriptionLetter(due, baseUrl))
			sent += 1
		} catch (error) {
			if (isSurelyUnsent(error)) await forgetSubscriptionLetter(ctx, due)
			log.error({ event: 'mail', subscription: due.id, err: error })
			failed += 1
		}
	}
	return { sent, failed }
}

/** A letter of what is new in its reader's language: by commitment, newest first, one line each, and how it ends. */
export function subscriptionLetter(due: DueSubscription, baseUrl: string): Letter {
	const words = wordsIn(isLocale(due.locale) ? due.locale : 'id')
	const { say, locale, format } = words
	const shown = due.changes.slice(0, LINES_AT_MOST)
	const count = due.changes.length
	const end = `${baseUrl}/${locale}/subscriptions/${due.endToken}/end`
	const parts = [
		say('subscription.letter.lead', { count, acts: format.count(count) }),
		...groupsOf(shown).map((group) => groupInWords(group, words, baseUrl)),
		...(shown.length < count
			? [say('subscription.letter.more', { address: `${baseUrl}/${locale}/changes` })]
			: []),
		say('subscription.letter.end', { address: end }),
	]
	return {
		to: due.email,
		subject: say('subscription.letter.subject', { count, acts: format.count(count) }),
		text: `${parts.join('\n\n')}\n`,
		headers: {
			'List-Unsubscribe': `<${end}>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
			'Auto-Submitted': 'auto-generated',
		},
	}
}

/** Changes of one commitment, else of one plan, member or none, in the order in which each was first met. */
function groupsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
	const groups = new Map<string, Change[]>()
	for (const change of changes) {
		const key = pathOf(change) ?? ''
		groups.set(key, [...(groups.get(key) ?? []), change])
	}
	return [...groups.values()]
}

function groupInWords(changes: readonly Change[], words: Words, baseUrl: string): string {
	const { say, locale, format } = words
	const [first] = changes
	if (!first) return ''
	const subject = subjectOf(first)
	const path = pathOf(first)
	const title = (subject && textIn(subject, locale)?.text) ?? say('subscription.letter.other')
	const lines = changes.map((change) =>
		say('subscription.letter.line', {
			on: format.day(change.on),
			what: changeInWords(change, words),
			by: publisherOf(change, words),
		}),
	)
	return [
		first.isDemonstration ? `${title} (${say('demonstration.mark')})` : title,
		...lines,
		...(path === null ? [] : [`${baseUrl}/${locale}/${path}`]),
	].join('\n')
}

function pathOf({ commitment, plan, member }: Change): string | null {
	if (commitment) return `commitments/${commitment.id}`
	if (plan) return `plans/${plan.id}`
	return member ? `members/${member.id}` : null
}
