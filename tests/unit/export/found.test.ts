import { expect, test } from 'vitest'
import { mappedPages, mappedPlaces } from '#app/components/layout/mapped-pages.ts'
import { PAGE_NOUNS } from '#app/domain/public-page/view.ts'
import { notForRobots, robotsText } from '#app/export/robots.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { siteMapPart } from '#app/export/site-map-xml.ts'

const SITE = 'https://renaksi.example'
const asPattern = (path: string) => new RegExp(`^${path.replaceAll('*', '.*')}`)
const isLeftOut = (path: string) => notForRobots(LOCALES).some((pattern) => asPattern(pattern).test(path))

test('nothing that stands in the site map is left out by robots', () => {
	const things = PAGE_NOUNS.flatMap((noun) => mappedPages(noun, [{ id: 'one', lastActOn: null }], SITE))
	const paths = [...mappedPlaces(SITE), ...things].flatMap(({ at }) => Object.values(at))
	expect(paths.filter((href) => isLeftOut(new URL(href).pathname))).toEqual([])
})

test('robots are told where the site map is', () => {
	expect(robotsText(SITE, LOCALES)).toContain(`Sitemap: ${SITE}/sitemap.xml\n`)
})

test('a page stands in the site map once per language, each time with both, and with the day of its newest act', () => {
	const xml = siteMapPart(mappedPages('commitments', [{ id: 'k1', lastActOn: '2026-07-16' }], SITE))
	expect(xml.match(/<loc>/g)).toHaveLength(2)
	expect(xml.match(/hreflang="id" href="https:\/\/renaksi\.example\/id\/commitments\/k1"/g)).toHaveLength(2)
	expect(xml.match(/<lastmod>2026-07-16<\/lastmod>/g)).toHaveLength(2)
})

test('a page without any act says no day', () => {
	expect(siteMapPart(mappedPages('members', [{ id: 'm', lastActOn: null }], SITE))).not.toContain('lastmod')
})
