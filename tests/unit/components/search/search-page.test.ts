import { createElement } from 'react'
import { expect, test } from 'vitest'
import { CommitmentsPage } from '#app/components/commitment-list/commitments-page.tsx'
import { ErrorPage } from '#app/components/layout/error-page.tsx'
import { SearchPage } from '#app/components/search/search-page.tsx'
import { render, textOf } from '../render.ts'

const FOUND = {
	kind: 'COMMITMENT' as const,
	id: 'k1',
	title: { en: null, id: '\u0002Keterbukaan\u0003 <b>data</b>' },
	commitmentId: 'k1',
	member: { name: { en: 'Example', id: 'Contoh' }, isDemonstration: false },
	organization: null,
	publishedOn: null,
	snippet: { en: null, id: null },
}
const RESULT = { similar: null, kinds: [{ kind: 'COMMITMENT' as const, count: 7, shown: [FOUND] }], count: 7 }
const PROPS = {
	result: RESULT,
	asked: { q: 'terbuka' },
	typed: 'terbuka',
	page: 1,
	pages: 1,
	notUnderstood: [],
}

test('a text in the other language says so, what matches is marked, and nothing in it is markup', () => {
	const html = render(createElement(SearchPage, PROPS))
	expect(html).toContain('<span lang="id"><mark>Keterbukaan</mark> &lt;b&gt;data&lt;/b&gt;</span>')
	expect(html).toContain('href="/en/search?q=terbuka&amp;kind=COMMITMENT"')
	expect(html).toContain('role="status"')
	expect(textOf(html)).toContain('7 results for “terbuka”')
})

test('a search that is too long stands in its field again, and the page says what to do', () => {
	const typed = 'ab'.repeat(150)
	const html = render(
		createElement(SearchPage, { ...PROPS, result: null, asked: {}, typed, notUnderstood: ['q'] }),
	)
	expect(html).toContain(`value="${typed}"`)
	expect(textOf(html)).toContain('at most 200 characters')
})

test('a page that is not there has the search, and every page leads to it', () => {
	const html = render(createElement(ErrorPage, { status: 404 }), { locale: 'id' })
	expect(html).toContain('action="/id/search"')
	expect(html).toContain('href="/id/search"')
})

test('every filter is filled from the address and can be taken away', () => {
	const html = render(
		createElement(CommitmentsPage, {
			...{ shown: [], count: 0, page: 1, pages: 1, typed: 'data', notUnderstood: ['sort'] },
			filter: { q: 'data', member: 'm1', late: 'yes', institution: 'Dinas' },
			choices: { members: [{ id: 'm1', name: { en: 'Example', id: 'Contoh' } }], plans: [], areas: [] },
		}),
	)
	expect(html).toMatch(/<option value="m1" selected="">Example/)
	expect(html).toMatch(/<details class="govuk-details" open="">/)
	expect(html).toContain('href="/en/commitments?q=data&amp;late=yes&amp;institution=Dinas"')
	expect(html).toContain('href="/en/commitments?member=m1&amp;late=yes&amp;institution=Dinas"')
	expect(textOf(html)).toContain('0 commitments found')
	expect(textOf(html)).toContain('This part of the address was not understood: sort')
	expect(textOf(html)).toContain('Take one of the choices above away')
})
