import { spokenChart } from '#app/charts/spoken-chart.ts'
import type { SpokenChart } from '#app/charts/shapes.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { ChartView } from '#app/domain/chart/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { pictureOf } from '#app/drawing/picture.server.ts'
import { chartItems, chartRows, chartSnapshot, chartWorkbook } from '#app/export/chart-rows.ts'
import type { ChartTableText } from '#app/export/chart-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { formatIn } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { chartDrawing } from '#reports/chart/render.ts'
import { apiAnswer, withDifferences } from './api-answer.server.ts'
import type { Visit } from './guard.server.ts'
import { FOR_EVERY_SITE, newestCheckpoint } from './log-answer.server.ts'
import { csvAnswer, xlsxAnswer } from './table-answer.server.ts'

type AskedFile = {
	readonly chart: ChartView
	readonly locale: Locale
	readonly kind: string
	/** The chart's page, without the site. */
	readonly path: string
}

/** One of a chart's files. Refuses with `not_found` what is none of them. */
export async function chartFileAnswer(visit: Visit, asked: AskedFile): Promise<Response> {
	const { chart, locale, kind, path } = asked
	const words = { say: sayIn(locale), format: formatIn(locale), locale }
	const { say, format } = words
	const spoken = spokenChart(chart, words)
	const address = `${visit.load.config.baseUrl.replace(/\/+$/, '')}${path}`
	const source = say('chart.source', {
		source: say('chart.source.record', { size: format.count(chart.ledgerSize) }),
	})
	const invented = chart.member?.isDemonstration ? [say('embed.demonstration')] : []
	const foot = [`${source} ${say('chart.as-of', { on: format.day(chart.asOfOn) })}`, address, ...invented]
	const name = chart.name ? textIn(chart.name, locale)?.text : null
	const about = [name ?? say('chart.about.SITE'), say(`chart-name.${chart.figures.chart}`)].join(' · ')
	const { figures, subject, asOfOn, ledgerSize } = chart
	const file = {
		...{ spoken, about, foot, locale, name: 'chart' },
		facts: { chart: figures.chart, subject, language: locale, asOfOn, ledgerSize, address },
	}
	if (kind !== 'html') return spokenFileAnswer(visit, kind, file)
	const drawing = chartDrawing(spoken, { about, foot, locale, letters: 'TEXT' })
	return snapshotAnswer(visit, { ...asked, table: tableOf(file), address, drawing })
}

type SpokenFile = {
	readonly spoken: SpokenChart
	/** Whom it is about. */
	readonly about: string
	/** Source and date, and address. */
	readonly foot: readonly string[]
	readonly locale: Locale
	/** Of a table file, without its ending. */
	readonly name: string
	/** What programs read above the values. */
	readonly facts: Readonly<Record<string, unknown>>
}

/** A drawing or its table as a file. Refuses with `not_found` what is none of them. */
export async function spokenFileAnswer(visit: Visit, kind: string, file: SpokenFile): Promise<Response> {
	const { spoken, about, foot, locale, name, facts } = file
	const table = tableOf(file)
	const drawn = (letters: 'TEXT' | 'OUTLINES') => chartDrawing(spoken, { about, foot, locale, letters })
	switch (kind) {
		case 'csv':
			return withDifferences(visit, csvAnswer(writeCsv(chartRows(table)), `${name}.csv`))
		case 'xlsx':
			return withDifferences(visit, xlsxAnswer(writeXlsx(chartWorkbook(table)), `${name}.xlsx`))
		case 'json':
			return apiAnswer(visit, {
				...facts,
				message: spoken.message,
				notes: spoken.notes,
				items: chartItems(table),
			})
		case 'svg':
			return picture(drawn('TEXT'), 'image/svg+xml; charset=utf-8')
		case 'png':
			return picture(await pictureOf(drawn('OUTLINES')), 'image/png')
		default:
			throw new Refusal('not_found')
	}
}

function tableOf({ spoken, foot }: Pick<SpokenFile, 'spoken' | 'foot'>): ChartTableText {
	return { ...spoken, lines: [...spoken.notes, ...foot] }
}

/** Other sites may show it too. */
function picture(body: string | Uint8Array<ArrayBuffer>, type: string): Response {
	return new Response(body, { headers: { 'Content-Type': type, ...FOR_EVERY_SITE } })
}

type Snapshot = AskedFile & {
	readonly table: ChartTableText
	readonly address: string
	readonly drawing: string
}

/** The chart as it is now, to be kept by whoever asks: its name has the length of the log, and its text the checkpoint. */
async function snapshotAnswer(visit: Visit, { chart, locale, table, address, drawing }: Snapshot) {
	const { text } = await newestCheckpoint(visit)
	const [say, format] = [sayIn(locale), formatIn(locale)]
	const values = { on: format.day(chart.asOfOn), size: format.count(chart.ledgerSize) }
	const page = chartSnapshot(table, {
		...{ locale, drawing, address },
		taken: say('embed.snapshot', values),
		checkpointName: say('embed.checkpoint'),
		checkpoint: text === '' ? null : text,
		noCheckpoint: say('embed.checkpoint.none'),
	})
	const name = `${chart.figures.chart.toLowerCase().replaceAll('_', '-')}-${String(chart.ledgerSize)}.${locale}.html`
	return new Response(page, {
		headers: {
			'Content-Type': 'text/html; charset=utf-8',
			'Content-Disposition': `attachment; filename="${name}"`,
		},
	})
}
