import type { ChartCode, ChartSubject } from '#app/domain/chart/view.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The files of a chart. */
export const CHART_FILES = ['csv', 'xlsx', 'json', 'svg', 'png', 'html'] as const
export type ChartFile = (typeof CHART_FILES)[number]

/** A chart in an address: its code in small letters. */
export function chartPart(chart: ChartCode): string {
	return chart.toLowerCase().replaceAll('_', '-')
}

/** What a chart is about in an address: `all`, `member.<id>` or `plan.<id>`. */
export function subjectPart(subject: ChartSubject): string {
	return subject.of === 'SITE' ? 'all' : `${subject.of.toLowerCase()}.${subject.id}`
}

/** The lasting address of a chart. */
export function chartHref(locale: Locale, chart: ChartCode, subject: ChartSubject): string {
	return `/${locale}/charts/${chartPart(chart)}/${subjectPart(subject)}`
}

/** One of a chart's files. */
export function chartFileHref(
	file: ChartFile,
	locale: Locale,
	{ chart, subject }: { readonly chart: ChartCode; readonly subject: ChartSubject },
): string {
	return `/files/charts/${chartPart(chart)}/${subjectPart(subject)}/chart.${locale}.${file}`
}

/** The chart alone, for the frames of other sites. */
export function chartEmbedHref(locale: Locale, chart: ChartCode, subject: ChartSubject): string {
	return `/${locale}/embed/charts/${chartPart(chart)}/${subjectPart(subject)}`
}

/** What the judges say of a commitment, for the frames of other sites. */
export function commitmentEmbedHref(locale: Locale, commitmentId: string): string {
	return `/${locale}/embed/commitments/${commitmentId}`
}

/** All charts about one subject. */
export function dashboardOf(locale: Locale, subject: ChartSubject): string {
	if (subject.of === 'SITE') return `/${locale}/dashboard`
	const area = subject.of === 'MEMBER' ? 'members' : 'plans'
	return `/${locale}/${area}/${subject.id}/dashboard`
}

/** How a frame is told what stands at an address. */
export function oembedHref(origin: string, path: string): string {
	return `${origin}/oembed?${new URLSearchParams({ url: `${origin}${path}`, format: 'json' }).toString()}`
}
