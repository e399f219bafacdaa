import { CHARTS } from '#app/domain/chart/view.ts'
import type { ChartCode, ChartSubject } from '#app/domain/chart/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { idFrom } from './id-from.ts'

/** A chart from a part of an address; any other name is not found. */
export function chartFrom(part: string | undefined): ChartCode {
	const chart = CHARTS.find((code) => code.toLowerCase().replaceAll('_', '-') === part)
	if (!chart) throw new Refusal('not_found')
	return chart
}

/** What a chart is about: `all`, `member.<id>` or `plan.<id>`; anything else is not found. */
export function subjectFrom(part: string | undefined): ChartSubject {
	if (part === 'all') return { of: 'SITE' }
	const [, of, id] = /^(member|plan)\.(.+)$/.exec(part ?? '') ?? []
	if (of === undefined) throw new Refusal('not_found')
	return { of: of === 'member' ? 'MEMBER' : 'PLAN', id: idFrom(id) }
}

/** A file of a chart: `chart.<language>.<kind>`; anything else is not found. */
export function chartFileFrom(part: string | undefined): { readonly locale: Locale; readonly kind: string } {
	const [, locale, kind] = /^chart\.([a-z]{2})\.([a-z]{3,4})$/.exec(part ?? '') ?? []
	if (!isLocale(locale) || kind === undefined) throw new Refusal('not_found')
	return { locale, kind }
}
