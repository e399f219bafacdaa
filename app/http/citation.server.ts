import type { TextOrigin } from '#app/domain/action-plan/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { ROOT_DIGITS } from '#app/domain/citation/view.ts'
import type { Citation } from '#app/domain/citation/view.ts'
import type { Visit } from './guard.server.ts'
import { newestCheckpoint } from './log-answer.server.ts'

type Cited = Omit<Citation, 'href' | 'checkpoint'>

type CitedText = {
	readonly id: string
	readonly title: Bilingual
	readonly origin: Pick<TextOrigin, 'version' | 'publishedOn'>
}

/** How a version of a plan's or commitment's text is cited, under the name of whose promise it is. */
export function citationOfText(
	visit: Visit,
	of: 'PLAN' | 'COMMITMENT',
	{ id, title, origin, by }: CitedText & { readonly by: Bilingual },
): Promise<Citation> {
	const { locale } = visit
	return citationOf(visit, {
		...{ of, id, version: origin.version, on: origin.publishedOn },
		title: textIn(title, locale)?.text ?? id,
		by: textIn(by, locale)?.text ?? null,
	})
}

/** How the page that is asked for is cited, with the log as it stands now. */
export async function citationOf(visit: Visit, cited: Cited): Promise<Citation> {
	const { size, root, text } = await newestCheckpoint(visit)
	const hex = Buffer.from(root, 'base64').toString('hex')
	const checkpoint = text === '' ? null : { size, root: hex.slice(0, ROOT_DIGITS) }
	return { ...cited, href: hrefOf(visit, cited), checkpoint }
}

/** A version of a plan's or commitment's text has its address as a record; all else is cited by its own page. */
function hrefOf({ url, load, locale }: Visit, { of, id, version }: Cited): string {
	const { baseUrl } = load.config
	if (version !== null) return `${baseUrl}/${locale}/records/${id}?version=${String(version)}`
	return `${baseUrl}${url.pathname}${of === 'STANDING' ? url.search : ''}`
}
