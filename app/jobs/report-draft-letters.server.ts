import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context } from '#app/domain/context.ts'
import { forgetLetters, noteLetters } from '#app/domain/notice/commands.server.ts'
import { listDraftLetters } from '#app/domain/report-draft-notice/queries.server.ts'
import type { DraftLetter } from '#app/domain/report-draft-notice/view.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Log } from '#app/log.server.ts'
import { isSurelyUnsent } from '#app/mail.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'

export type DraftLettersWorld = {
	readonly ctx: Pick<Context, 'db' | 'now' | 'withdrawals'>
	readonly mail: Pick<Mail, 'send'>
	readonly log: Pick<Log, 'error'>
	readonly baseUrl: string
}

/**
 * Tells those who verify or assess a member that a draft of a report is shared with them, and until when they can
 * dissent. Each is written down before it goes out, and is told once.
 *
 * Returns  how many letters went out.
 */
export async function sendDraftLetters({ ctx, mail, log, baseUrl }: DraftLettersWorld): Promise<number> {
	let sent = 0
	for (const letter of await listDraftLetters(ctx)) {
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

/** Of which plan it is, until when dissent is taken, and where: nothing of what the draft says. */
function letterFrom({ email, locale: wanted, news }: DraftLetter, baseUrl: string): Letter {
	const locale: Locale = isLocale(wanted) ? wanted : 'id'
	const say = sayIn(locale)
	const format = formatIn(locale)
	const name = (text: Bilingual) => textIn(text, locale)?.text ?? say('missing.text')
	const parts = [
		say('report-draft-letter.lead'),
		...news.map(({ draft }) =>
			[
				say('report-draft-letter.item', {
					kind: say(`reports.kind.${draft.about.kind}`),
					plan: name(draft.planTitle),
					member: name(draft.memberName),
					until: format.day(draft.closesOn),
				}),
				`${baseUrl}/${locale}/report-drafts/${draft.id}`,
			].join('\n'),
		),
		say('report-draft-letter.rule'),
	]
	return {
		to: email,
		subject: say('report-draft-letter.subject', { count: news.length, shown: format.count(news.length) }),
		text: `${parts.join('\n\n')}\n`,
		headers: { 'Auto-Submitted': 'auto-generated' },
	}
}
