import type { RemarkKind } from '#app/domain/expectation-remark/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** All members and their five expectations, on a day or today. */
export function expectationsHref(locale: Locale, on?: string): string {
	return `/${locale}/expectations${on === undefined ? '' : `?on=${on}`}`
}

/** The five expectations of one member, on a day or today. */
export function standingHref(locale: Locale, memberId: string, on?: string): string {
	return `/${locale}/expectations/${memberId}${on === undefined ? '' : `?on=${on}`}`
}

/** Where a remark is written, or published once it was checked. */
export function remarkHref(
	locale: Locale,
	{ memberId, kind, step }: { memberId: string; kind: RemarkKind; step?: 'publish' | undefined },
): string {
	const word = kind === 'expectation-comment.published' ? 'comment' : 'dissent'
	return `${standingHref(locale, memberId)}/${word}${step === undefined ? '' : `/${step}`}`
}
