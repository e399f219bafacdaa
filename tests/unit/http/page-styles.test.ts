import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namesIn, pageStyles, piecesOf, usedOf } from '#app/http/page-styles.server.ts'

const PAGE = '<html><body class="app page--wide"><p class="lead">A<a href="/x.pdf">b</a></p></body></html>'

describe('of a stylesheet, a page gets', () => {
	test.each([
		['rules of its classes', '.lead{color:red}', '.lead{color:red}'],
		['nothing of classes that it does not have', '.leads{color:red}', ''],
		['only the selectors that can apply', '.lead,.other,.app .lead{a:b}', '.lead,.app .lead{a:b}'],
		['rules of its elements', 'p>a:hover{a:b}table td{a:b}', 'p>a:hover{a:b}'],
		['what holds where a class is missing', '.lead:not(.other):focus{a:b}', '.lead:not(.other):focus{a:b}'],
		['what holds in any of several cases', 'a:is(.one,:not(.x .y)){a:b}', 'a:is(.one,:not(.x .y)){a:b}'],
		['what holds for an attribute', 'a[href$=".pdf"].no{a:b}a[href$=".pdf"]{a:b}', 'a[href$=".pdf"]{a:b}'],
		['classes with a mark in their name', '.page--wide{a:b}.lead\\!{a:b}', '.page--wide{a:b}'],
		['what holds everywhere', ':root{--a:b}*{a:b}::selection{a:b}', ':root{--a:b}*{a:b}::selection{a:b}'],
		['rules under their condition', '@media print{p{a:b}.no{a:b}}', '@media print{p{a:b}}'],
		['no condition under which nothing is left', '@media print{@supports (a:b){.no{a:b}}}', ''],
		['the size of its paper', '@charset "UTF-8";@page{margin:1cm}', '@page{margin:1cm}'],
		['rules in their order', 'p{a:b}.lead{a:c}p{a:d}', 'p{a:b}.lead{a:c}p{a:d}'],
	])('%s', (_what, css, used) => {
		expect(usedOf(piecesOf(css), namesIn(PAGE))).toBe(used)
	})
})

describe('an answer', () => {
	let folder = ''
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'renaksi-styles-'))
		mkdirSync(join(folder, 'assets'))
		writeFileSync(join(folder, 'assets', 'app-1.css'), '.lead{color:red}.other{color:blue}')
	})
	afterAll(() => rmSync(folder, { recursive: true, force: true }))

	const LINK = '<link rel="stylesheet" href="/assets/app-1.css"/>'
	const answer = (body: string, type = 'text/html; charset=utf-8') => ({
		status: 200,
		headers: { 'content-type': type, 'content-security-policy': "default-src 'none'; style-src 'self'; x y" },
		body: Buffer.from(body),
	})

	test('that is a page has its styles inside, and its policy lets these in', () => {
		const given = pageStyles(folder)(answer(`${LINK}${PAGE}`))
		expect(given.body.toString()).toBe(`<style>.lead{color:red}</style>${PAGE}`)
		const hash = createHash('sha256').update('.lead{color:red}').digest('base64')
		expect(given.headers['content-security-policy']).toBe(
			`default-src 'none'; style-src 'self' 'sha256-${hash}'; x y`,
		)
	})

	test.each([
		['with a script, which could ask for more', answer(`${LINK}${PAGE}<script src="/a.js"></script>`)],
		['with styles of its own', answer(PAGE)],
		['that is no page', answer(`${LINK}${PAGE}`, 'application/xml')],
	])('%s stays as it is', (_what, given) => {
		expect(pageStyles(folder)(given)).toBe(given)
	})
})
