import { describe, expect, test } from 'vitest'
import { BAR_JUDGES, BAR_STEPS, countAt } from '#app/charts/completion-bars.ts'
import type { BarFigures } from '#app/charts/completion-bars.ts'
import { liveCompletion } from '#app/charts/live-bars.ts'
import type { LiveBars } from '#app/charts/live-bars.ts'
import { CompletionChart } from '#app/components/charts/completion-chart.tsx'
import { Explore } from '#app/components/charts/explore.tsx'
import { LOCALES } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { render, textOf } from '../render.ts'

const none = { COMPLETE: 0, SUBSTANTIAL: 0, LIMITED: 0, NOT_STARTED: 0, NO_EVIDENCE: 0 }
const figures: BarFigures = {
	claimed: { counts: { ...none, COMPLETE: 11, LIMITED: 14 }, inOtherWords: 7, notAssessed: 4 },
	verified: { counts: { ...none, COMPLETE: 5, NO_EVIDENCE: 9 }, inOtherWords: 0, notAssessed: 22 },
	coded: { counts: none, inOtherWords: 0, notAssessed: 36 },
}
const chart = (
	<CompletionChart
		id="completion"
		figures={figures}
		source="Public record"
		asOfOn="2026-06-20"
		downloads={[{ href: '/files/plan.csv', text: 'CSV (2 kB)' }]}
	/>
)

describe.each(LOCALES)('the completion chart in %s', (locale) => {
	const html = render(chart, { locale })

	test('is a figure named by its message', () => {
		expect(html).toMatch(
			/<figure class="app-figure" aria-labelledby="completion-message"><h2 [^>]*id="completion-message">[^<]+<\/h2>/,
		)
	})

	test('has a drawing with a title in one sentence, and no tab stop', () => {
		expect(html).toMatch(/<svg class="app-chart" role="img"[^>]*><title>[^<]+\.<\/title>/)
		expect(html).not.toContain('tabindex')
	})

	test('prints in the drawing no number that its table does not have', () => {
		const drawn = [...html.matchAll(/text-anchor="middle">(\d+)</g)].map(([, count]) => count)
		const inTable = [...html.matchAll(/<td[^>]*>(\d+)<\/td>/g)].map(([, count]) => count)
		expect(drawn).toEqual(['11', '14', '7', '4', '5', '9', '22', '36'])
		expect(drawn.filter((count) => !inTable.includes(count))).toEqual([])
	})

	test('has the numbers of every judge and step in its table, and their sum', () => {
		const rows = html.split('<tbody')[1]?.split('<tr').slice(1) ?? []
		const cells = rows.map((row) => [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell))
		const expected = BAR_STEPS.map((step) => BAR_JUDGES.map((judge) => String(countAt(figures[judge], step))))
		expected[BAR_STEPS.indexOf('NO_EVIDENCE')]?.splice(0, 1, locale === 'en' ? 'not a claim' : 'bukan klaim')
		expect(cells).toEqual([...expected, ['36', '36', '36']])
	})

	test('names source and day inside the figure', () => {
		expect(html).toMatch(/Public record\.[^<]*2026\.<\/p><\/figure>/)
	})
})

test('the message gives every judge its own denominator, and silence is not a zero', () => {
	expect(textOf(render(chart))).toContain(
		'Complete: 11 of 25 commitments as government claims; 5 of 14 commitments as civil society verified; none assessed as the IRM coded',
	)
})

test('before any script has run, the explorer shows the drawing and nothing else', () => {
	const html = render(
		<Explore bars={liveCompletion(figures, { say: sayIn('en') })}>
			<svg />
		</Explore>,
	)
	const [, told = ''] = /data-live-bars="([^"]+)"/.exec(html) ?? []
	const { rows, parts } = JSON.parse(told.replaceAll('&quot;', '"')) as LiveBars
	expect(rows.map((row) => row.parts.map(({ count }) => count))).toEqual(
		BAR_JUDGES.map((judge) => BAR_STEPS.map((step) => countAt(figures[judge], step))),
	)
	expect(parts).toHaveLength(BAR_STEPS.length)
	expect(html).toMatch(/><div class="app-explore__drawn"><svg><\/svg><\/div><\/div>$/)
})
