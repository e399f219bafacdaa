import type { Citation } from '#app/domain/citation/view.ts'

/** The site as what publishes it, and what a note says of the log. */
export type CitationWords = { readonly site: string; readonly note: string | null }

/** The forms that programs for references read. */
export const CITATION_FORMS = ['bibtex', 'ris', 'csl-json'] as const
export type CitationForm = (typeof CITATION_FORMS)[number]

const WRITERS: Readonly<Record<CitationForm, (cited: Citation, words: CitationWords) => string>> = {
	bibtex,
	ris,
	'csl-json': cslJson,
}

/** A citation in one of the forms. Source: BibTeX `@misc`, RIS type ELEC, CSL 1.0.2 type webpage. */
export function citationIn(form: CitationForm, cited: Citation, words: CitationWords): string {
	return WRITERS[form](cited, words)
}

function bibtex(cited: Citation, { site, note }: CitationWords): string {
	const { title, by, on, version, href, id } = cited
	const fields: readonly (readonly [string, string | null])[] = [
		['author', by === null ? null : `{${texed(by)}}`],
		['title', `{${texed(oneLine(title))}}`],
		['year', on?.slice(0, 4) ?? null],
		['date', on],
		['version', version === null ? null : String(version)],
		['publisher', texed(site)],
		['url', href],
		['note', note === null ? null : texed(note)],
	]
	const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]))
	return `@misc{renaksi-${id.replace(/[^A-Za-z0-9-]/g, '')},\n${lines.join(',\n')}\n}\n`
}

function ris({ title, by, on, version, href, id }: Citation, { site, note }: CitationWords): string {
	const lines: readonly (readonly [string, string | null])[] = [
		['TY', 'ELEC'],
		['TI', oneLine(title)],
		['AU', by === null ? null : `${oneLine(by)},`],
		['PY', on?.slice(0, 4) ?? null],
		['DA', on?.replaceAll('-', '/') ?? null],
		['ET', version === null ? null : String(version)],
		['PB', site],
		['ID', id],
		['UR', href],
		['N1', note],
		['ER', ''],
	]
	return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\n`])).join('')
}

function cslJson({ title, by, on, version, href, id }: Citation, { site, note }: CitationWords): string {
	const item = {
		id: `renaksi-${id}`,
		type: 'webpage',
		title,
		...(by === null ? {} : { author: [{ literal: by }] }),
		...(on === null ? {} : { issued: { 'date-parts': [on.split('-').map(Number)] } }),
		...(version === null ? {} : { version: String(version) }),
		'container-title': site,
		URL: href,
		...(note === null ? {} : { note }),
	}
	return `${JSON.stringify([item], null, 2)}\n`
}

const TEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
}

/** Text in which nothing is an order to TeX. */
function texed(text: string): string {
	return oneLine(text).replace(/[\\{}%&#_$~^]/g, (sign) => TEX[sign] ?? `\\${sign}`)
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim()
}
