import { textIn } from '#app/domain/bilingual.ts'
import type { Context } from '#app/domain/context.ts'
import { listFindingLetters } from '#app/domain/finding-notice/queries.server.ts'
import type { FindingLetter } from '#app/domain/finding-notice/view.ts'
import { forgetLetters, noteLetters } from '#app/domain/notice/commands.server.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Log } from '#app/log.server.ts'
import { isSurelyUnsent } from '#app/mail.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'

export type FindingLettersWorld = {
	readonly ctx: Pick<Context, 'db' | 'now' | 'withdrawals'>
	readonly mail: Pick<Mail, 'send'>
	readonly log: Pick<Log, 'error'>
	readonly baseUrl: string
}

/**
 * Tells the people of institutions about findings that ask them for a reply, with the last day of the clock. Each is
 * written down before it goes out, and is told once.
 *
 * Returns  how many letters went out.
 */
export async function sendFindingLetters({ ctx, mail, log, baseUrl }: FindingLettersWorld): Promise<number> {
	let sent = 0
	for (const letter of await listFindingLetters(ctx)) {
		const { personId } = letter
		const noted = await noteLetters(
			ctx,
			personId,
			letter.news.map(({ key }) => key),
		)
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

/** What the finding is about, until when a reply is in time, and where: nothing of what it says or shows. */
function letterFrom({ email, locale: wanted, news }: FindingLetter, baseUrl: string): Letter {
	const locale: Locale = isLocale(wanted) ? wanted : 'id'
	const say = sayIn(locale)
	const format = formatIn(locale)
	const title = (text: (typeof news)[number]['subject']) => textIn(text, locale)?.text ?? say('missing.text')
	const parts = [
		say('finding-letter.lead'),
		...news.map(({ recordId, subject, planTitle, dueOn }) =>
			[
				say('finding-letter.item', {
					subject: title(subject),
					plan: title(planTitle),
					due: format.day(dueOn),
				}),
				`${baseUrl}/${locale}/findings/${recordId}/reply`,
			].join('\n'),
		),
		say('finding-letter.rule'),
	]
	return {
		to: email,
		subject: say('finding-letter.subject', { count: news.length, shown: format.count(news.length) }),
		text: `${parts.join('\n\n')}\n`,
		headers: { 'Auto-Submitted': 'auto-generated' },
	}
}
