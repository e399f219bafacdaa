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

/** Where the author of a remark corrects it, or publishes the correction. */
export function correctRemarkHref(
	locale: Locale,
	{ memberId, recordId, step }: { memberId: string; recordId: string; step?: 'publish' },
): string {
	return `${standingHref(locale, memberId)}/remarks/${recordId}${step === undefined ? '' : `/${step}`}`
}

type Asked = { readonly on: string; readonly locale: Locale }

/** The levels of all members on a day as files. */
export function expectationFiles({ on, locale }: Asked) {
	return { csv: `/files/expectations.csv?on=${on}&lang=${locale}`, json: `/api/v1/expectations?on=${on}` }
}

/** The levels of one member on a day, with their history, as files. */
export function standingFiles(memberId: string, { on, locale }: Asked) {
	return {
		csv: `/files/expectations/${memberId}/levels.csv?on=${on}&lang=${locale}`,
		json: `/api/v1/expectations/${memberId}?on=${on}`,
	}
}
