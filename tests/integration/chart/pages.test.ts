import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHARTS, CHART_SUBJECTS } from '#app/domain/chart/view.ts'
import type { ChartSubject, ChartView } from '#app/domain/chart/view.ts'
import { CHART_FILES, chartEmbedHref, chartFileHref, chartHref } from '#app/components/charts/addresses.ts'
import { ChartBlock } from '#app/components/charts/chart-block.tsx'
import { oembedMeta } from '#app/components/embed/oembed-meta.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { render } from '#tests/unit/components/render.ts'
import type { SmallSite } from '../http/small-site.ts'
import { wholeSite } from '../withdrawal/whole-site.ts'

// What every chart owes whoever cannot see it, does not trust it, or wants to take it along.

let site: SmallSite

beforeAll(async () => {
	site = await wholeSite()
	await site.database.db.member.updateMany({ data: { isDemonstration: false } })
}, 120_000)
afterAll(() => site.close())

const SUBJECTS: Readonly<Record<ChartSubject['of'], ChartSubject>> = {
	SITE: { of: 'SITE' },
	MEMBER: { of: 'MEMBER', id: 'example' },
	PLAN: { of: 'PLAN', id: 'plan' },
}
const all = CHARTS.flatMap((chart) =>
	CHART_SUBJECTS[chart].flatMap((of) =>
		LOCALES.map((locale) => ({ chart, subject: SUBJECTS[of], of, locale }) as const),
	),
)

const TYPES: Readonly<Record<(typeof CHART_FILES)[number], string>> = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	json: 'application/json',
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png',
	html: 'text/html; charset=utf-8',
}

/** What the page at an address is made of. The site of the tests writes its pages' data, not their markup. */
async function dataAt(path: string): Promise<{ status: number; data: PageData }> {
	const { status, body } = await site.ask(path)
	const text = body.toString('utf8')
	const found = JSON.parse(text.slice(text.indexOf('</title>') + 8)) as Record<string, PageData | null>
	const data = Object.values(found).find((own) => own && ('chart' in own || 'charts' in own))
	return { status, data: data ?? {} }
}
type PageData = { readonly chart?: ChartView; readonly charts?: readonly ChartView[] }

async function figureAt(path: string): Promise<string> {
	const { data } = await dataAt(path)
	if (!data.chart) return ''
	const locale = path.startsWith('/id/') ? 'id' : 'en'
	return render(createElement(ChartBlock, { chart: data.chart, baseUrl: ORIGIN }), { locale })
}

const ORIGIN = 'https://chart.example.org'
/** Where the site of the tests says that it stands. */
const SITE = 'http://localhost:4210'

const textAt = async (path: string) => (await site.ask(path)).body.toString('utf8')

function plain(html: string): string {
	return html
		.replace(/<[^>]+>/g, '')
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.trim()
}

/** The first part of a page between two marks; empty where there is none. */
function within(html: string, part: RegExp): string {
	return part.exec(html)?.[1] ?? ''
}

function cellsOf(html: string): readonly (readonly string[])[] {
	const body = within(html, /<tbody[^>]*>(.*?)<\/tbody>/s)
	return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)),
	)
}

/** What shapes say they stand for. */
function shownIn(svg: string) {
	const pattern = /data-row="(\d+)" data-column="(\d+)" data-value="([^"]*)"/g
	return [...svg.matchAll(pattern)].map(([, row, column, value = '']) => ({
		row: Number(row),
		column: Number(column),
		value: plain(value),
	}))
}

describe.each(all)('$chart of $of in $locale', ({ chart, subject, locale }) => {
	let figure: string
	beforeAll(async () => {
		figure = await figureAt(chartHref(locale, chart, subject))
	})

	test('the figure is named by the point that it makes, in the language of the page', () => {
		const id = within(figure, /aria-labelledby="([^"]+)"/)
		expect(plain(within(figure, new RegExp(`<h\\d[^>]* id="${id}"[^>]*>(.*?)</h\\d>`, 's')))).not.toBe('')
	})

	test('the drawing is one picture with a name, and holds no stop of the keyboard', () => {
		const svg = within(figure, /(<svg class="app-chart".*<\/svg>)/s)
		expect(svg).toContain('role="img"')
		expect(plain(within(svg, /<title>(.*?)<\/title>/s)).length).toBeGreaterThan(20)
		expect(svg).not.toMatch(/tabindex|<a\b|<button/i)
	})

	test('the table beside it has a caption and heads, and says the same values', () => {
		const rows = cellsOf(figure)
		expect(plain(within(figure, /<caption[^>]*>(.*?)<\/caption>/s))).not.toBe('')
		expect(figure).toContain('scope="col"')
		expect(figure).toContain('scope="row"')
		for (const { row, column, value } of shownIn(figure))
			expect([row, column, rows[row]?.[column]]).toEqual([row, column, value])
	})

	test('source, date and lasting address stand in the figure', () => {
		expect(figure).toMatch(/<h\d class="govuk-visually-hidden">/)
		expect(plain(figure)).toMatch(/Data as of|Data per/i)
		expect(figure).toContain(`href="${chartHref(locale, chart, subject)}"`)
		expect(figure).toContain(chartEmbedHref(locale, chart, subject))
	})

	test.each([...CHART_FILES])('the file %s is linked and answers with its type', async (file) => {
		const href = chartFileHref(file, locale, { chart, subject })
		expect(figure).toContain(`href="${href}"`)
		const { status, headers, body } = await site.ask(href)
		expect([status, String(headers['content-type'])]).toEqual([200, TYPES[file]])
		expect(body.length).toBeGreaterThan(50)
	})

	test('the numbers as data say what the table says, cell by cell', async () => {
		const body = await textAt(chartFileHref('json', locale, { chart, subject }))
		const { items } = JSON.parse(body) as { items: { cells: { text: string }[] }[] }
		expect(items.map(({ cells }) => cells.map(({ text }) => text.trim()))).toEqual(cellsOf(figure))
	})

	test('the drawing as a file shows the same values', async () => {
		const svg = await textAt(chartFileHref('svg', locale, { chart, subject }))
		expect(shownIn(svg)).toEqual(shownIn(figure))
	})

	test('other sites can show it: without script, without cookie', async () => {
		const { status, headers } = await site.ask(chartEmbedHref(locale, chart, subject))
		expect([status, headers['set-cookie'], headers['x-frame-options']]).toEqual([200, undefined, undefined])
		expect(headers['content-security-policy']).toContain('frame-ancestors *')
		expect(headers['content-security-policy']).toContain("script-src 'none'")
		const embedded = await dataAt(chartEmbedHref(locale, chart, subject))
		expect(embedded.data.chart).toEqual((await dataAt(chartHref(locale, chart, subject))).data.chart)
	})
})

test('charts are drawn of what is there: a plan shows its two commitments and three milestones', async () => {
	expect(cellsOf(await figureAt('/en/charts/divergence/plan.plan'))).toHaveLength(2)
	expect(cellsOf(await figureAt('/en/charts/schedule/plan.plan'))).toHaveLength(3)
	expect(shownIn(await figureAt('/en/charts/schedule/plan.plan')).length).toBeGreaterThan(0)
	expect(shownIn(await figureAt('/en/charts/coverage/all')).length).toBeGreaterThan(0)
})

test('a snapshot carries the length of the log and its signed checkpoint', async () => {
	const { size, text } = await site.publicLog.publish()
	const path = '/files/charts/completion/plan.plan/chart.en.html'
	const { headers, body } = await site.ask(path)
	expect(headers['content-disposition']).toContain(`completion-${String(size)}.en.html`)
	expect(plain(within(body.toString(), /<pre>(.*?)<\/pre>/s))).toBe(text.trim())
	expect(body.toString()).not.toMatch(/<script|<link|src=/)
})

test.each(['/en/dashboard', '/id/dashboard', '/en/members/example/dashboard', '/id/plans/plan/dashboard'])(
	'%s shows its charts, and no other site may frame it',
	async (path) => {
		const { status, headers } = await site.ask(path)
		expect([status, headers['x-frame-options']]).toEqual([200, 'DENY'])
		expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
		expect((await dataAt(path)).data.charts?.length).toBeGreaterThan(2)
	},
)

test('a commitment can be framed too', async () => {
	const { status, headers } = await site.ask('/id/embed/commitments/k1')
	expect(headers['content-security-policy']).toContain('frame-ancestors *')
	expect(status).toBe(200)
})

test.each([
	'/en/charts/pie/all',
	'/en/charts/divergence/all',
	'/en/charts/completion/plan.nothing',
	'/en/charts/completion/member.nothing',
	'/en/charts/completion/planet.plan',
	`/en/charts/completion/plan.${'a'.repeat(600)}`,
	'/en/embed/charts/pie/all',
	'/en/embed/commitments/nothing',
	'/files/charts/completion/plan.plan/chart.en.exe',
	'/files/charts/completion/plan.plan/chart.fr.csv',
	'/files/charts/completion/plan.plan/x',
	'/en/members/nothing/dashboard',
])('%s is not there, and a page says so', async (path) => {
	const { status, body } = await site.ask(path)
	expect(status).toBe(404)
	expect(body.length).toBeGreaterThan(40)
})

test('a plan that nobody published has no chart', async () => {
	const where = { id: 'plan' }
	await site.database.db.actionPlan.updateMany({ where, data: { status: 'DRAFT' } })
	try {
		expect((await site.ask('/en/charts/schedule/plan.plan?fresh')).status).toBe(404)
		expect(shownIn(await figureAt('/en/charts/completion/all?fresh'))).toEqual([])
	} finally {
		await site.database.db.actionPlan.updateMany({ where, data: { status: 'IN_IMPLEMENTATION' } })
	}
})

describe('oEmbed', () => {
	const asked = (url: string, more = '') => site.ask(`/oembed?url=${encodeURIComponent(url)}${more}`)
	/** Where a page tells others to ask, as its own head does. */
	const own = (path: string) => {
		const [link] = oembedMeta([{ data: { baseUrl: SITE } }], path) as { href: string }[]
		return new URL(link?.href ?? '')
	}

	test.each(['/en/charts/completion/plan.plan', '/id/commitments/k1'])(
		'%s says where to ask, and the answer is a frame of it',
		async (path) => {
			const { pathname, search } = own(path)
			const { status, headers, body } = await site.ask(pathname + search)
			const answer = JSON.parse(body.toString()) as Record<string, unknown>
			expect([status, headers['access-control-allow-origin']]).toEqual([200, '*'])
			expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 720 })
			expect(String(answer.html)).toContain(path.replace(/^\/(en|id)\//, '/$1/embed/'))
		},
	)

	test('a frame is never larger than what was asked', async () => {
		const url = own('/en/charts/completion/plan.plan').searchParams.get('url') ?? ''
		const { body } = await asked(url, '&maxwidth=300&maxheight=200')
		expect(JSON.parse(body.toString())).toMatchObject({ width: 300, height: 200 })
		expect((await asked(url, '&format=xml')).status).toBe(501)
		expect((await asked(url, '&maxwidth=many')).status).toBe(400)
		expect((await asked(`${url}-not-there`)).status).toBe(404)
	})

	test.each([
		['https://elsewhere.example.org/en/charts/completion/all', 404],
		['nothing', 404],
		['x'.repeat(1_200), 400],
	])('%.40s is answered with %i', async (url, status) => {
		expect((await asked(url)).status).toBe(status)
	})

	test('a question without an address is answered with a sentence', async () => {
		const { status, body } = await site.ask('/oembed')
		expect([status, body.toString()]).toEqual([400, expect.stringContaining('url')])
	})
})
