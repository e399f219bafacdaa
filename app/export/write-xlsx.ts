import { strToU8, zipSync } from 'fflate'
import { sheetXml, textSheetXml, listsXml } from './sheet-xml.ts'
import { LISTS_SHEET } from './workbook.ts'
import type { WorkbookPlan } from './workbook.ts'
import { escaped } from './xml-text.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of a workbook. Equal workbooks give equal bytes: nothing in them tells when they were written. */
export function writeXlsx(workbook: WorkbookPlan): Uint8Array<ArrayBuffer> {
	const sheets = [
		...workbook.sheets.map((sheet) =>
			sheet.kind === 'table' ? sheetXml(sheet, workbook.lists) : textSheetXml(sheet),
		),
		listsXml(workbook.lists),
	]
	const names = [...workbook.sheets.map(({ name }) => name), LISTS_SHEET]
	const parts: Record<string, string> = {
		'[Content_Types].xml': contentTypes(sheets.length),
		'_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': workbookXml(names),
		'xl/_rels/workbook.xml.rels': relationships([
			...names.map((_name, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
			['styles', 'styles.xml'],
		]),
		'xl/styles.xml': STYLES,
	}
	sheets.forEach((xml, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = xml))
	const bytes = Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const)
	return zipSync(Object.fromEntries(bytes), { level: 6, mtime: new Date(2000, 0, 1), os: 3 })
}

function contentTypes(sheets: number): string {
	const overrides = [
		['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
		['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
		...Array.from({ length: sheets }, (_, at) => [
			`/xl/worksheets/sheet${at + 1}.xml`,
			`${SPREADSHEET}.worksheet+xml`,
		]),
	]
	const defaults =
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
		'<Default Extension="xml" ContentType="application/xml"/>'
	const each = overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
	return `<Types xmlns="${PACKAGE}/content-types">${defaults}${each.join('')}</Types>`
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
	const each = targets.map(
		([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	)
	return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbookXml(names: readonly string[]): string {
	const sheets = names.map((name, at) => {
		const state = name === LISTS_SHEET ? ' state="hidden"' : ''
		return `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
	})
	return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

const GREY = '<fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/></patternFill></fill>'
const CELL = 'borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1" applyProtection="1"'
const WRAP = '<alignment vertical="top" wrapText="1"/>'

/** In the order of `STYLE` in sheet-xml.ts. Format 49 is text: what is typed stays as typed and is never a formula. */
const STYLES =
	`<styleSheet xmlns="${MAIN}">` +
	'<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font>' +
	'<font><b/><sz val="11"/><name val="Calibri"/></font>' +
	'<font><i/><sz val="9"/><color rgb="FF595959"/><name val="Calibri"/></font>' +
	'<font><b/><sz val="14"/><name val="Calibri"/></font></fonts>' +
	`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${GREY}</fills>` +
	'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
	'<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
	`<xf numFmtId="49" fontId="1" fillId="2" ${CELL}>${WRAP}</xf>` +
	`<xf numFmtId="49" fontId="2" fillId="2" ${CELL}>${WRAP}</xf>` +
	`<xf numFmtId="49" fontId="0" fillId="2" applyNumberFormat="1" ${CELL}>${WRAP}</xf>` +
	`<xf numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1" ${CELL}>${WRAP}<protection locked="0"/></xf>` +
	`<xf numFmtId="0" fontId="3" fillId="0" ${CELL}>${WRAP}</xf></cellXfs>` +
	'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
