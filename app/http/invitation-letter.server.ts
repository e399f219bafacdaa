import { textIn } from '#app/domain/bilingual.ts'
import { INVITATION_HOURS } from '#app/domain/cso-account/rules.ts'
import type { GivenInvitation } from '#app/domain/invitation/view.ts'
import { formatIn } from '#app/i18n/format.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Letter } from '#app/mail.server.ts'

/** The letter that brings an invitation: the only place where its link stands. */
export function invitationLetter(
	{ token, letter }: Pick<GivenInvitation, 'token' | 'letter'>,
	baseUrl: string,
): Letter {
	const { email, locale, role } = letter
	const say = sayIn(locale)
	const values = {
		organization: textIn(letter.organization, locale)?.text ?? say('missing.text'),
		inviting: textIn(letter.invitedBy, locale)?.text ?? say('missing.text'),
		role: say(`role.${role}`),
		hours: formatIn(locale).count(INVITATION_HOURS),
		link: `${baseUrl}/${locale}/invitation?token=${encodeURIComponent(token)}`,
	}
	return {
		to: email,
		subject: say('invitation.mail.subject', values),
		text: say('invitation.mail.text', values),
	}
}
