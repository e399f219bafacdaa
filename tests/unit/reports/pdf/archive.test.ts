import { beforeAll, describe, expect, test, vi } from 'vitest'
import { readXml } from '#app/import/xml-parts.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import { EVERY_BLOCK, FRAME } from './every-block.ts'
import { fontAt } from './page-content.ts'
import { dictionaryAt, listAt, readPdf, streamAt, textOf } from './read-pdf.ts'
import type { Dictionary, Pdf, Value } from './read-pdf.ts'

// Source  ISO 19005-3 (PDF/A-3), ISO 14289-1 (PDF/UA-1); the structure is asked in conformance.test.ts

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let pdf: Pdf
let root: Dictionary

beforeAll(async () => {
	pdf = readPdf(await drawDocument(EVERY_BLOCK, FRAME))
	root = dictionaryAt(pdf, pdf.trailer['/Root'])
})

function dictionariesIn(value: Value): readonly Dictionary[] {
	if (typeof value !== 'object' || value === null) return []
	if (Array.isArray(value)) return value.flatMap(dictionariesIn)
	return [value as Dictionary, ...Object.values(value).flatMap(dictionariesIn)]
}

/** Info entries are objects of their own. */
function dictionaryOrText(value: Value | undefined): Value {
	return typeof value === 'string' && pdf.objects.has(value)
		? (pdf.objects.get(value)?.value ?? '')
		: (value ?? '')
}

describe('the file as a whole', () => {
	test('is tagged, names its language, shows its title and calls its pages as paper does', () => {
		expect(dictionaryAt(pdf, root['/MarkInfo'])['/Marked']).toBe(true)
		expect(textOf(root['/Lang'])).toBe('en-GB')
		expect(dictionaryAt(pdf, root['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true)
		expect(root['/PageLabels']).toEqual({ '/Nums': [0, { '/S': '/D' }] })
		expect(listAt(pdf, dictionaryAt(pdf, root['/Outlines'])['/First'])).toHaveLength(1)
	})

	test('says in XMP that it is PDF/A-3a and PDF/UA-1, and the same of itself as in its Info dictionary', () => {
		const xmp = streamAt(pdf, root['/Metadata']).toString('utf8')
		const properties = new Map<string, string>()
		let open = ''
		const isSound = readXml(Buffer.from(xmp), {
			open: (name) => {
				open = name === 'li' || name === 'Alt' || name === 'Seq' || name === 'Bag' ? open : name
			},
			close: () => undefined,
			text: (text) => {
				if (text.trim() !== '') properties.set(open, `${properties.get(open) ?? ''}${text}`)
			},
		})
		expect(isSound).toBe(true)
		const info = dictionaryAt(pdf, pdf.trailer['/Info'])
		const infoOf = (name: string) => textOf(dictionaryOrText(info[name]))
		expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
		expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
		expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
		expect(xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
		expect(xmp.trimEnd()).toMatch(/^<\?xpacket begin="\ufeff".*<\?xpacket end="w"\?>$/s)
		expect(properties.get('title')).toBe(infoOf('/Title'))
		expect(properties.get('creator')).toBe(infoOf('/Author'))
		expect(properties.get('CreatorTool')).toBe(infoOf('/Creator'))
		expect(properties.get('Producer')).toBe(infoOf('/Producer'))
		expect(infoOf('/CreationDate')).toBe('D:20260801000000Z')
		expect(properties.get('CreateDate')).toBe('2026-08-01T00:00:00Z')
		const metadata = dictionaryAt(pdf, root['/Metadata'])
		expect([metadata['/Type'], metadata['/Subtype'], metadata['/Filter']]).toEqual([
			'/Metadata',
			'/XML',
			undefined,
		])
	})

	test('has one colour space for print and screen: sRGB, with its profile', () => {
		const intents = listAt(pdf, root['/OutputIntents']).map((intent) => dictionaryAt(pdf, intent))
		expect(intents.map((intent) => intent['/S'])).toEqual(['/GTS_PDFA1'])
		const profile = intents[0]?.['/DestOutputProfile']
		expect(dictionaryAt(pdf, profile)['/N']).toBe(3)
		const bytes = streamAt(pdf, profile)
		expect([bytes.toString('latin1', 16, 20), bytes.toString('latin1', 36, 40)]).toEqual(['RGB ', 'acsp'])
	})

	test('is not locked, does nothing by itself, and leaves nothing to other files', () => {
		expect(pdf.trailer['/Encrypt']).toBeUndefined()
		expect(listAt(pdf, pdf.trailer['/ID'])).toHaveLength(2)
		const all = [...pdf.objects.values()].flatMap(({ value }) => dictionariesIn(value))
		const forbidden = [
			'/JS',
			'/JavaScript',
			'/AA',
			'/OpenAction',
			'/AcroForm',
			'/Encrypt',
			'/OPI',
			'/PS',
			'/FFilter',
		]
		for (const name of forbidden) expect(all.filter((dictionary) => name in dictionary)).toEqual([])
		expect(all.filter(({ '/Filter': filter }) => filter === '/LZWDecode')).toEqual([])
		const actions = all.flatMap(({ '/S': kind, '/URI': address }) => (address === undefined ? [] : [kind]))
		expect(new Set(actions)).toEqual(new Set(['/URI']))
	})

	test('carries its attachments with their name, kind, day and what they are to it', () => {
		const files = listAt(pdf, root['/AF']).map((file) => dictionaryAt(pdf, file))
		const named = listAt(
			pdf,
			dictionaryAt(pdf, dictionaryAt(pdf, root['/Names'])['/EmbeddedFiles'])['/Names'],
		)
		expect(named.filter((_, at) => at % 2 === 1)).toEqual(listAt(pdf, root['/AF']))
		expect(files.map((file) => [textOf(file['/F']), textOf(file['/UF']), file['/AFRelationship']])).toEqual([
			['checkpoint.txt', 'checkpoint.txt', '/Supplement'],
			['snapshot.json', 'snapshot.json', '/Source'],
		])
		const embedded = files.map((file) => dictionaryAt(pdf, dictionaryAt(pdf, file['/EF'])['/F']))
		expect(embedded.map((file) => file['/Subtype'])).toEqual(['/text/plain', '/application/json'])
		for (const file of embedded) {
			const { '/ModDate': changed, '/CreationDate': made } = dictionaryAt(pdf, file['/Params'])
			expect([textOf(changed), textOf(made)]).toEqual(['D:20260801000000Z', 'D:20260801000000Z'])
		}
		expect(files.every((file) => textOf(file['/Desc']) !== '')).toBe(true)
	})

	test('embeds every font, and every code of a font says which letter it is', () => {
		const fonts = [...pdf.objects].filter(
			([, { value }]) => dictionaryAt(pdf, value)['/Subtype'] === '/Type0',
		)
		expect(fonts.length).toBeGreaterThanOrEqual(5)
		for (const [ref, { value }] of fonts) {
			const own = dictionaryAt(pdf, listAt(pdf, dictionaryAt(pdf, value)['/DescendantFonts'])[0])
			const descriptor = dictionaryAt(pdf, own['/FontDescriptor'])
			expect(streamAt(pdf, descriptor['/FontFile2'] ?? descriptor['/FontFile3']).length).toBeGreaterThan(100)
			if (own['/Subtype'] === '/CIDFontType2') expect(own['/CIDToGIDMap']).toBe('/Identity')
			const { letters, widths } = fontAt(pdf, ref)
			expect(letters.size).toBe(widths.length)
			for (const letter of letters.values()) expect(letter).toMatch(/^[^\0\ufeff\ufffe\uffff]+$/)
		}
	})
})
