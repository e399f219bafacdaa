import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteMap } from '#tests/architecture/site-map.ts'
import { PAGE_NOUNS } from '#app/domain/public-page/view.ts'
import type { SmallSite } from '../http/small-site.ts'
import { wholeSite } from '../withdrawal/whole-site.ts'

// What machines find: every public plan and commitment, and nothing that nobody published.

let site: SmallSite

beforeAll(async () => {
	site = await wholeSite()
}, 120_000)
afterAll(() => site.close())

const textAt = async (path: string) => (await site.ask(path)).body.toString('utf8')

async function mapped(): Promise<readonly string[]> {
	const parts = [...(await textAt('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at ?? '')
	const texts = await Promise.all(parts.map((part) => textAt(new URL(part).pathname)))
	return texts.flatMap((text) => [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at ?? ''))
}

test('the site map names its parts, and each part answers as XML', async () => {
	const answer = await site.ask('/sitemap.xml')
	expect(answer.headers['content-type']).toContain('application/xml')
	for (const noun of PAGE_NOUNS) expect(answer.body.toString()).toContain(`/sitemaps/${noun}-1.xml`)
})

test('every address of the site map is a page that answers', async () => {
	const known = siteMap().map(({ url }) => new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`))
	const paths = (await mapped()).map((href) => new URL(href).pathname)
	expect(paths).toContain('/id/commitments/k1')
	expect(paths.filter((path) => !known.some((url) => url.test(path)))).toEqual([])
	for (const path of paths) expect([path, (await site.ask(path)).status]).toEqual([path, 200])
})

test('a plan that is a draft again stands in it no longer, nor does any of its commitments', async () => {
	await site.database.db.actionPlan.updateMany({ where: { id: 'plan' }, data: { status: 'DRAFT' } })
	try {
		expect((await site.ask('/en/commitments/k1?fresh')).status).toBe(404)
		const draft = await site.ask('/sitemaps/commitments-1.xml?fresh')
		expect(draft.body.toString()).not.toContain('k1')
		expect((await site.ask('/sitemaps/plans-1.xml?fresh')).body.toString()).not.toContain('plans/plan')
	} finally {
		await site.database.db.actionPlan.updateMany({
			where: { id: 'plan' },
			data: { status: 'IN_IMPLEMENTATION' },
		})
	}
})

test.each(['/sitemaps/plans-2.xml', '/sitemaps/people-1.xml', '/sitemaps/plans-0.xml', '/sitemaps/x'])(
	'%s is no part of it',
	async (path) => {
		expect((await site.ask(path)).status).toBe(404)
	},
)

test('a picture of a plan and of a commitment is there in both languages, and of nothing else', async () => {
	for (const path of ['plans/plan.en.png', 'plans/plan.id.png', 'commitments/k1.en.png']) {
		const { status, headers, body } = await site.ask(`/files/cards/${path}`)
		expect([path, status, headers['content-type']]).toEqual([path, 200, 'image/png'])
		expect(body.subarray(1, 4).toString()).toBe('PNG')
	}
	for (const path of [
		'plans/none.en.png',
		'plans/plan.fr.png',
		'plans/plan.en.gif',
		'commitments/plan.en.png',
	])
		expect((await site.ask(`/files/cards/${path}`)).status).toBe(404)
})
