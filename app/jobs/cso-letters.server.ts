import { listAccountLetters } from '#app/domain/account-letter/queries.server.ts'
import type { AccountLetter, AccountNews } from '#app/domain/account-letter/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { Context } from '#app/domain/context.ts'
import { forgetLetters, noteLetters } from '#app/domain/notice/commands.server.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Log } from '#app/log.server.ts'
import { isSurelyUnsent } from '#app/mail.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'

export type CsoLettersWorld = {
	readonly ctx: Pick<Context, 'db' | 'now' | 'withdrawals'>
	readonly mail: Pick<Mail, 'send'>
	readonly log: Pick<Log, 'error'>
	readonly baseUrl: string
}

/**
 * Writes to everyone who acts for an organization of civil society what was published in its name, and what changed in
 * who acts for it. Nobody can end these letters: they are how somebody who acts in another's place is seen.
 *
 * Returns  how many letters went out.
 */
export async function sendCsoLetters({ ctx, mail, log, baseUrl }: CsoLettersWorld): Promise<number> {
	let sent = 0
	for (const letter of await listAccountLetters(ctx)) {
		const { personId } = letter.reader
		const keys = letter.news.map(({ key }) => key)
		const noted = await noteLetters(ctx, personId, keys)
		const news = letter.news.filter(({ key }) => noted.includes(key))
		if (news.length === 0) continue
		try {
			await mail.send(letterFrom({ ...letter, news }, baseUrl))
			sent += 1
		} catch (error) {
			if (isSurelyUnsent(error)) await forgetLetters(ctx, personId, noted)
			log.error({ event: 'mail', personId, err: error })
		}
	}
	return sent
}

/** Plain words and addresses: nothing of what a finding says, which may be protected. */
function letterFrom({ reader, organization, news }: AccountLetter, baseUrl: string): Letter {
	const locale: Locale = isLocale(reader.locale) ? reader.locale : 'id'
	const say = sayIn(locale)
	const name = { organization: textIn(organization.name, locale)?.text ?? say('missing.text') }
	const parts = [
		say('cso-letter.lead', name),
		...news.map((one) => `${lineOf(one, locale)}\n${addressOf(one, { baseUrl, locale })}`),
		say('cso-letter.doubt'),
		`${baseUrl}/${locale}/organizations/${organization.id}#who-acts`,
	]
	return { to: reader.email, subject: say('cso-letter.subject', name), text: `${parts.join('\n\n')}\n` }
}

function lineOf({ on, change }: AccountNews, locale: Locale): string {
	const say = sayIn(locale)
	const day = { on: formatIn(locale).day(on) }
	if (change === null) return say('cso-letter.finding', day)
	const role = change.role === null ? say('missing.text') : say(`role.${change.role}`)
	const values = { role, number: change.personNumber ?? '–' }
	return say('cso-letter.change', { ...day, change: say(`account-event.${change.event}`, values) })
}

function addressOf(
	{ recordId, version }: AccountNews,
	{ baseUrl, locale }: { readonly baseUrl: string; readonly locale: Locale },
): string {
	return `${baseUrl}/${locale}/records/${recordId}?version=${String(version)}`
}
