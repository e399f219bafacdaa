import { join } from 'node:path'
import { expect, test } from 'vitest'
import { notForRobots } from '#app/export/robots.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { siteMap } from './site-map.ts'
import { root } from './source-files.ts'

const asPattern = (path: string) => new RegExp(`^${path.replaceAll('*', '.*')}`)
const isLeftOut = (path: string) => notForRobots(LOCALES).some((pattern) => asPattern(pattern).test(path))

test('robots are asked to leave out every page behind a door', async () => {
	const open: string[] = []
	for (const { url, file } of siteMap()) {
		const { loader } = (await import(join(root, 'app', file))) as { loader?: { door?: unknown } }
		const path = url.replace(':lang', 'en').replace(/:\w+/g, 'x1')
		if (loader && loader.door !== 'public' && !isLeftOut(path)) open.push(url)
	}
	expect(open).toEqual([])
}, 300_000)
