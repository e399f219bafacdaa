import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { ServerResponse, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentPolicy } from '#app/http/headers.server.ts'
import { policyOf, verifierHeaders } from '#app/http/verifier-policy.server.ts'
import { page, pageVerifier } from './page-verifier.ts'

const { SENTENCES } = pageVerifier()
const hashOf = (element: string): string => {
	const [, text = ''] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page) ?? []
	return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
const [markup = '', script = ''] = page.split('<script>')

test('the page is one file: one script, one style, nothing from elsewhere, nothing hidden in attributes', () => {
	expect(page.match(/<script\b/g)).toEqual(['<script'])
	expect(page.match(/<style\b/g)).toEqual(['<style'])
	expect(page).not.toMatch(/<(link|img|iframe|object|embed|base|form)\b|\s(src|style|srcset)=|@import|url\(/)
	expect(markup).not.toMatch(/\son\w+=/i)
	expect(script).not.toMatch(
		/\b(eval|innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage)\b|https?:\/\//,
	)
})

test('the page itself allows only its own script and style, also where no server says so', () => {
	expect(page).toContain(`script-src ${hashOf('script')}; style-src ${hashOf('style')}`)
	expect(page).not.toContain('unsafe-')
})

test('the site serves it with the policy of its public pages, and the hashes instead of scripts and styles', () => {
	const directives = policyOf(page).split('; ')
	expect(directives).toContain(`script-src ${hashOf('script')}`)
	expect(directives).toContain(`style-src ${hashOf('style')}`)
	const isOther = (directive: string) => !/^(script|style)-src /.test(directive)
	expect(directives.filter(isOther)).toEqual(contentPolicy(null).split('; ').filter(isOther))
	expect(directives.length).toBe(contentPolicy(null).split('; ').length)
})

test('only the verifier gets that policy, and a folder without it has none', () => {
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-public-'))
	const policyFor = (path: string): unknown => {
		const res = new ServerResponse(new IncomingMessage(new Socket()))
		verifierHeaders(folder)(res, path)
		return res.getHeader('Content-Security-Policy')
	}
	expect(policyFor(join(folder, 'verify.html'))).toBeUndefined()
	writeFileSync(join(folder, 'verify.html'), page)
	expect(policyFor(join(folder, 'verify.html'))).toBe(policyOf(page))
	expect(policyFor(join(folder, 'error.css'))).toBeUndefined()
	rmSync(folder, { recursive: true })
})

test('a page with two scripts, or none, gets no policy that would let the wrong one in', () => {
	expect(() => policyOf('<style></style>')).toThrow()
	expect(() => policyOf('<style></style><script>1</script><script>2</script>')).toThrow()
})

test('every sentence stands there in both languages, with the same places to fill in, and is said', () => {
	const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
	for (const [code, [en = '', id = '', ...more]] of Object.entries(SENTENCES)) {
		expect([en.length > 0, id.length > 0, more], code).toEqual([true, true, []])
		expect(new Set(places(id)), code).toEqual(new Set(places(en)))
		const [room = '', ...name] = code.split('.')
		const said = [code, name.join('.')].some((text) => script.split(`'${text}'`).length > 1)
		expect(said || room === 'kind' || room === 'verdict' || room === 'status', code).toBe(true)
	}
	const codes = [
		...script.matchAll(
			/'((?:verdict|page|browser|key|signature|receipt|record|report|growth|why)\.[\w-]+)'/g,
		),
	]
	expect(codes.map(([, code = '']) => code).filter((code) => !(code in SENTENCES))).toEqual([
		'report.published',
	])
	const whys = [...script.matchAll(/(?:must\(.+, |fault\()'(\w+)'/g)].map(([, why = '']) => `why.${why}`)
	expect(whys.length).toBeGreaterThan(20)
	expect(whys.filter((why) => !(why in SENTENCES))).toEqual([])
})

test('what is written on the page stands there in both languages', () => {
	const body = markup.slice(markup.indexOf('<main>'))
	for (const element of ['p', 'span', 'dl']) {
		const count = (lang: string) => body.split(`<${element} lang="${lang}">`).length
		expect(count('id'), element).toBe(count('en'))
	}
	expect(body.match(/<dt>/g)?.length).toBe(12)
})
