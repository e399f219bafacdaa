import { ADDRESS_LINK_HOURS } from '#app/domain/address-change/rules.ts'
import type { ChangedAddress } from '#app/domain/address-change/view.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Letter } from '#app/mail.server.ts'

type Asked = {
	readonly email: string
	readonly locale: string
	readonly token: string
	readonly baseUrl: string
}

/** The letter to a new address: the only place where the link stands that confirms it. */
export function newAddressLetter({ email, locale: text, token, baseUrl }: Asked): Letter {
	const locale = isLocale(text) ? text : 'id'
	const say = sayIn(locale)
	const values = {
		hours: formatIn(locale).count(ADDRESS_LINK_HOURS),
		link: `${baseUrl}/${locale}/cso/address/confirm?token=${encodeURIComponent(token)}`,
	}
	return { to: email, subject: say('own-address.mail.subject'), text: say('own-address.mail.text', values) }
}

/** The letter to the old address: whoever did not change it learns that somebody did, and what to do. */
export function oldAddressLetter(changed: ChangedAddress, baseUrl: string): Letter {
	const locale = isLocale(changed.locale) ? changed.locale : 'id'
	const say = sayIn(locale)
	return {
		to: changed.from,
		subject: say('own-address.notice.subject'),
		text: say('own-address.notice.text', { record: `${baseUrl}/${locale}/records/${changed.recordId}` }),
	}
}
