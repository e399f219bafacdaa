import { noticesHref } from '#app/components/workspace/addresses.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Own webhooks, or one of them, or what is done with it. */
export function webhooksHref(
	locale: Locale,
	id?: string,
	verb?: 'test' | 'secret' | 'resume' | 'end',
): string {
	const one = id === undefined ? '' : `/${id}`
	return `${noticesHref(locale, 'webhooks')}${one}${verb === undefined ? '' : `/${verb}`}`
}

/** How programs check what they are told. */
export function webhookGuideHref(locale: Locale): string {
	return `/${locale}/about/api#webhooks`
}
