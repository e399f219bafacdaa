import { fileProblem } from './file-problem.ts'
import type { FileProblem } from './file-problem.ts'
import { openZip } from './open-zip.ts'
import { readSheetPart } from './read-sheet-part.ts'
import type { Grid } from './read-sheet-part.ts'
import { readXml, unescaped } from './xml-parts.ts'

export type Workbook = { readonly sheets: readonly Grid[] }

const WANTED =
	/^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml)$/i

/**
 * The sheets of a workbook with what a person may not see at once: formulas and merged cells. Nothing in it is run. A
 * workbook with macros, or with links to other workbooks, is not read at all.
 */
export function readWorkbook(bytes: Uint8Array): Workbook | { readonly problem: FileProblem } {
	const opened = openZip(bytes, (name) => WANTED.test(name))
	if ('fault' in opened) return { problem: fileProblem(opened.fault) }
	const { parts, names } = opened
	if (names.some((name) => /(^|\/)(vbaProject|vbaData)[^/]*$|^xl\/(macrosheets|dialogsheets)\//i.test(name)))
		return { problem: fileProblem('workbook_macros') }
	if (
		names.some((name) => /^xl\/(externalLinks|embeddings|activeX|connections\.xml|queryTables)/i.test(name))
	)
		return { problem: fileProblem('workbook_links') }
	if (/macroEnabled|vbaProject/i.test(new TextDecoder().decode(parts.get('[Content_Types].xml'))))
		return { problem: fileProblem('workbook_macros') }
	const places = sheetPlaces(parts)
	const strings = sharedStrings(parts.get('xl/sharedStrings.xml'))
	if (!places || !strings) return { problem: fileProblem('workbook_unreadable') }
	const sheets: Grid[] = []
	for (const { name, part, isDate1904 } of places) {
		const sheet = readSheetPart(name, parts.get(part), { strings, isDate1904 })
		if (!sheet) return { problem: fileProblem('workbook_unreadable', { place: name }) }
		sheets.push(sheet)
	}
	return { sheets }
}

type SheetPlace = { readonly name: string; readonly part: string; readonly isDate1904: boolean }

/** The names of the sheets and the part that holds each; null where the workbook does not say. */
function sheetPlaces(parts: ReadonlyMap<string, Uint8Array>): readonly SheetPlace[] | null {
	const targets = new Map<string, string>()
	const isLinked = readXml(parts.get('xl/_rels/workbook.xml.rels'), {
		open: (name, attribute) => {
			if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '')
		},
		close: () => undefined,
		text: () => undefined,
	})
	let isDate1904 = false
	const sheets: { name: string; id: string }[] = []
	const isRead = readXml(parts.get('xl/workbook.xml'), {
		open: (name, attribute) => {
			if (name === 'workbookPr') isDate1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
			if (name === 'sheet') sheets.push({ name: attribute('name') ?? '', id: attribute('id') ?? '' })
		},
		close: () => undefined,
		text: () => undefined,
	})
	if (!isLinked || !isRead || sheets.length === 0) return null
	return sheets.flatMap(({ name, id }) => {
		const part = partOf(targets.get(id) ?? '')
		return parts.has(part) ? [{ name, part, isDate1904 }] : []
	})
}

function partOf(target: string): string {
	return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

/** The table of texts that cells point into; null where it cannot be read. Readings beside the text are left out. */
function sharedStrings(part: Uint8Array | undefined): readonly string[] | null {
	if (!part) return []
	const strings: string[] = []
	let text = ''
	let isText = false
	let beside = 0
	const isRead = readXml(part, {
		open: (name) => {
			if (name === 'si') text = ''
			if (name === 'rPh') beside += 1
			isText = name === 't' && beside === 0
		},
		close: (name) => {
			if (name === 'si') strings.push(unescaped(text))
			if (name === 'rPh') beside -= 1
			isText = false
		},
		text: (piece) => {
			if (isText) text += piece
		},
	})
	return isRead ? strings : null
}
