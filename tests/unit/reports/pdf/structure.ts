import type { Drawn } from './page-content.ts'
import { dictionaryAt, listAt, textOf } from './read-pdf.ts'
import type { Dictionary, Pdf, Value } from './read-pdf.ts'

/** The pages of a file, in their order. */
export function pagesOf(pdf: Pdf): readonly Dictionary[] {
	return pageRefs(pdf).map((page) => dictionaryAt(pdf, page))
}

/** An element of the structure: its type, its attributes, and what it holds in the order of reading. */
export type Element = {
	readonly type: string
	readonly ref: string
	readonly data: Dictionary
	readonly children: readonly (Element | Content)[]
}
export type Content = { readonly page: string; readonly mcid: number } | { readonly annotation: string }

/** The structure tree of a file, from its one Document down. */
export function structureOf(pdf: Pdf): Element {
	const root = dictionaryAt(pdf, dictionaryAt(pdf, pdf.trailer['/Root'])['/StructTreeRoot'])
	const [document] = listAt(pdf, root['/K'])
	return elementAt(pdf, textOf(document))
}

function elementAt(pdf: Pdf, ref: string): Element {
	const data = dictionaryAt(pdf, ref)
	const children = listAt(pdf, data['/K']).map((kid): Element | Content => {
		if (typeof kid === 'number') return { page: textOf(data['/Pg']), mcid: kid }
		const held = dictionaryAt(pdf, kid)
		if (held['/Type'] === '/MCR') return { page: textOf(held['/Pg']), mcid: Number(held['/MCID']) }
		if (held['/Type'] === '/OBJR') return { annotation: textOf(held['/Obj']) }
		return elementAt(pdf, textOf(kid))
	})
	return { type: textOf(data['/S']).slice(1), ref, data, children }
}

/** An element and all below it, from the top down. */
export function elementsIn(element: Element): readonly Element[] {
	return [element, ...element.children.flatMap((child) => ('type' in child ? elementsIn(child) : []))]
}

/** What is written in an element and below it, in the order of reading; `drawn` are all pages of the file. */
export function saidIn(pdf: Pdf, drawn: readonly (readonly Drawn[])[], element: Element): string {
	const refs = pageRefs(pdf)
	const saidBy = ({ children }: Element): string =>
		children
			.map((child) => {
				if ('type' in child) return saidBy(child)
				if (!('mcid' in child)) return ''
				const page = drawn[refs.indexOf(child.page)] ?? []
				return page.flatMap(({ mark, text }) => (mark === child.mcid ? [text] : [])).join('')
			})
			.join('')
	return saidBy(element)
}

/** The pages of a file as its structure names them. */
export function pageRefs(pdf: Pdf): readonly Value[] {
	const root = dictionaryAt(pdf, pdf.trailer['/Root'])
	return listAt(pdf, dictionaryAt(pdf, root['/Pages'])['/Kids'])
}
