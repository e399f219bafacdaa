import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteMap } from './site-map.ts'
import { root, sourcesIn, textOf } from './source-files.ts'

/** Lines of urls.txt: `/address`, or `/old-address -> /new-address` once the old one only redirects. */
const listed = textOf('tests/architecture/urls.txt').trim().split('\n')
const urls = siteMap().map((address) => address.url)

test('every address the site ever had is still answered', () => {
	const gone = listed.filter((line) => !urls.includes(line.split(' -> ')[0] ?? line))
	expect(
		gone,
		'people keep links: let the old address redirect and write `/old -> /new` in urls.txt',
	).toEqual([])
})

test('every address is written down in urls.txt, and answered once', () => {
	expect(urls.filter((url, at) => urls.indexOf(url) !== at)).toEqual([])
	const known = listed.map((line) => line.split(' -> ')[0])
	expect(urls.filter((url) => !known.includes(url))).toEqual([])
})

test('every redirect leads to an address that is there', () => {
	const targets = listed.flatMap((line) => line.split(' -> ').slice(1))
	expect(targets.filter((target) => !urls.includes(target))).toEqual([])
})

test('parts of addresses are kebab-case and parameters are named', () => {
	const part = /^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|:[a-z][a-zA-Z]*|\*)$/
	expect(
		urls.filter(
			(url) =>
				!url
					.split('/')
					.slice(1)
					.every((p) => p === '' || part.test(p)),
		),
	).toEqual([])
})

test('every file of the site map exists, and every route file is on the site map', () => {
	const files = siteMap().map((address) => `app/${address.file}`)
	expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
	const routes = sourcesIn('app/routes').filter((path) => !path.endsWith('/site-map.ts'))
	expect(routes.filter((path) => !files.includes(path))).toEqual([])
})

test('a parameter is read through the function that types it', () => {
	const bare = /(?<!From\((?:visit\.)?)\bparams\.(?!lang\b)\w+|params\[/g
	const found = sourcesIn('app/routes').flatMap((path) =>
		(textOf(path).match(bare) ?? []).map(
			(use) => `${path}: ${use} → idFrom(${use}), or another …From of app/http`,
		),
	)
	expect(found).toEqual([])
})
