import { expect, test } from 'vitest'
import { documentTitle } from '#app/components/layout/document-title.ts'
import { ErrorPage } from '#app/components/layout/error-page.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { LOCALES } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

test('the other language is one link away, at the same place with the same filters', () => {
	const html = render(<Page>x</Page>, { locale: 'en', path: '/en/plans/p1?state=AGREES' })
	expect(html).toContain('href="/id/plans/p1?state=AGREES" hrefLang="id" lang="id"')
	expect(textOf(html)).toContain('Bahasa Indonesia')
})

test.each([
	['en', 'This is a demonstration. Example Regency does not exist.'],
	['id', 'Ini adalah peragaan. Kabupaten Contoh tidak ada.'],
] as const)('in %s a page of the invented member says that it is invented', (locale, words) => {
	expect(textOf(render(<Page member={aMember({ isDemonstration: true })}>x</Page>, { locale }))).toContain(
		words,
	)
})

test('a page of no member says it to an invented person, and one of a real member to nobody', () => {
	const person = { name: 'Petugas (peragaan)', isDemonstration: true }
	expect(textOf(render(<Page person={person}>x</Page>))).toContain('This is a demonstration.')
	expect(render(<Page person={{ ...person, isDemonstration: false }}>x</Page>)).not.toContain(
		'app-demonstration',
	)
	const real = aMember({ isDemonstration: false })
	expect(
		render(
			<Page member={real} person={person}>
				x
			</Page>,
		),
	).not.toContain('app-demonstration')
})

test('a page of a real member says nothing of the kind', () => {
	expect(render(<Page member={aMember({ isDemonstration: false })}>x</Page>)).not.toContain(
		'app-demonstration',
	)
})

test('the first link leads past the header to the page, which can take the focus', () => {
	const html = render(<Page>x</Page>)
	expect(html.indexOf('href="#content"')).toBeLessThan(html.indexOf('<header'))
	expect(html).toContain('<main id="content" class="govuk-main-wrapper app-skip-target" tabindex="-1">')
})

test('help stands in the same order on every page', () => {
	const order = [
		'/en/about"',
		'/en/about/figures',
		'/en/about/glossary',
		'/en/about/accessibility',
		'/en/about/safety',
		'/en/about/api',
	]
	const html = render(<Page>x</Page>)
	const places = order.map((href) => html.indexOf(`href="${href}`))
	expect(places).toEqual([...places].sort((a, b) => a - b))
	expect(Math.min(...places)).toBeGreaterThan(html.indexOf('<footer'))
})

test('a page says how current it is, and says so when nothing was published yet', () => {
	const dated = <Page lastUpdated={{ on: '2021-05-21', ledgerSize: 1720 }}>x</Page>
	expect(textOf(render(dated, { locale: 'id' }))).toContain('Terakhir diperbarui pada 21 Mei 2021 .')
	expect(textOf(render(dated))).toContain('holds 1,720 published acts.')
	expect(textOf(render(<Page lastUpdated={{ on: null, ledgerSize: 0 }}>x</Page>))).toContain(
		'Nothing has been published',
	)
})

test('the longest title of a real commitment is set small, and whole', () => {
	const title = 'x'.repeat(663)
	expect(render(<PageTitle>{title}</PageTitle>)).toBe(`<h1 class="govuk-heading-m">${title}</h1>`)
	expect(render(<PageTitle>Open data</PageTitle>)).toBe('<h1 class="govuk-heading-xl">Open data</h1>')
})

test('a refused form is announced in the title of the window', () => {
	expect(documentTitle(sayIn('id'), 'Tugas', true)).toBe('Kesalahan: Tugas – Renaksi')
})

test.each([
	[403, undefined, 'Your role does not allow it'],
	[403, 'same_person', 'A second person of your institution'],
	[404, undefined, 'There is no such page'],
	[409, undefined, 'This has changed meanwhile'],
	[418, undefined, 'The request could not be read'],
	[500, 'defect', 'Something broke on our side'],
	[599, undefined, 'Something broke on our side'],
])('the error %i for the reason %s says: %s', (status, reason, words) => {
	expect(textOf(render(<ErrorPage status={status} reason={reason} />))).toContain(words)
})

test('only a defect shows the number of its request', () => {
	expect(textOf(render(<ErrorPage status={500} requestId="r-1" />))).toContain('Number of this request: r-1')
	expect(textOf(render(<ErrorPage status={404} requestId="r-1" />))).not.toContain('r-1')
})

test('no page carries a style of its own, which the security policy would refuse', () => {
	for (const locale of LOCALES) expect(render(<ErrorPage status={404} />, { locale })).not.toContain('style=')
})
