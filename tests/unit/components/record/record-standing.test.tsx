import { expect, test } from 'vitest'
import { IntegrityContext } from '#app/components/layout/integrity-context.ts'
import { Page } from '#app/components/layout/page.tsx'
import { RecordStanding } from '#app/components/record/record-standing.tsx'
import { FAULTS, STANDINGS, aboutLog, standingFrom } from '#app/domain/integrity/rules.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { render, textOf } from '../render.ts'

test('a record that is what was published needs no word', () => {
	expect(render(<RecordStanding version={1} standing="as_sealed" findings={[]} />)).toBe('')
})

test.each(LOCALES)('in %s every difference and every standing has words', (locale) => {
	for (const fault of FAULTS) {
		const findings = [aboutLog(fault, { recordId: 'r', version: 1 })]
		const standing = standingFrom(findings)
		const html = render(<RecordStanding version={1} standing={standing} findings={findings} />, { locale })
		expect(textOf(html).length, fault).toBeGreaterThan(60)
	}
	for (const standing of STANDINGS.filter((one) => one !== 'as_sealed'))
		expect(
			textOf(render(<RecordStanding version={1} standing={standing} findings={[]} />, { locale })),
		).not.toBe('')
})

test('what is wrong with another version says with which', () => {
	const findings = [aboutLog('content_differs', { recordId: 'r', version: 2 })]
	const html = render(<RecordStanding version={1} standing="as_sealed" findings={findings} />)
	expect(textOf(html)).toContain('Another version of this record does not match the public log.')
	expect(textOf(html)).toContain('Version 2: What is stored is not what was sealed')
})

test.each([
	[{ records: 1 }, '1 record differs from the public log'],
	[{ records: 2 }, '2 records differ from the public log'],
	[{ records: 0 }, 'The database and the public log do not agree.'],
])('every page says of %j how much differs, and leads to the log', (notice, words) => {
	const html = render(
		<IntegrityContext.Provider value={notice}>
			<Page>x</Page>
		</IntegrityContext.Provider>,
	)
	expect(textOf(html)).toContain(words)
	expect(html).toMatch(/app-differs.*href="\/en\/log"/s)
	expect(render(<Page>x</Page>)).not.toContain('app-differs')
})
