import { sayIn } from '#app/i18n/translate.ts'
import type { Letter } from '#app/mail.server.ts'

type FirstLink = { readonly email: string; readonly locale: 'en' | 'id'; readonly link: string }

/** The letter that lets the first person in who runs the site: the only place where its link stands. */
export function firstAdminLetter({ email, locale, link }: FirstLink): Letter {
	const say = sayIn(locale)
	return {
		to: email,
		subject: say('admin-first.mail.subject'),
		text: say('admin-first.mail.text', { link }),
	}
}
