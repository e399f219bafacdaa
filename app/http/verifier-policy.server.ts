import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { contentPolicy } from './headers.server.ts'

/** The page that checks receipts and works without this site, so it brings its script and its style along. */
const VERIFIER = 'verify.html'

/**
 * Sets, on the answer with the verifier of a folder, a content policy that lets in exactly the script and the style
 * that stand in the file, by their hashes as they are now. Other files are left as they are.
 */
export function verifierHeaders(folder: string): (res: ServerResponse, path: string) => void {
	const file = join(folder, VERIFIER)
	const policy = existsSync(file) ? policyOf(readFileSync(file, 'utf8')) : null
	return (res, path) => {
		if (policy !== null && basename(path) === VERIFIER) res.setHeader('Content-Security-Policy', policy)
	}
}

/** The policy of public pages, with the inline script and style of this document instead of those of the site. */
export function policyOf(html: string): string {
	const inline = new Map([
		['script-src', hashIn(html, 'script')],
		['style-src', hashIn(html, 'style')],
	])
	const directives = contentPolicy(null).split('; ')
	return directives
		.map((directive) => {
			const [name = ''] = directive.split(' ')
			const hash = inline.get(name)
			return hash === undefined ? directive : `${name} ${hash}`
		})
		.join('; ')
}

function hashIn(html: string, element: 'script' | 'style'): string {
	const [text, ...others] = [...html.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))]
	if (text?.[1] === undefined || others.length > 0) throw new Error(`not exactly one inline ${element}`)
	return `'sha256-${createHash('sha256').update(text[1], 'utf8').digest('base64')}'`
}
