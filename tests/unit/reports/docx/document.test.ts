import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { snapshotId } from '#app/domain/report/rules.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { readXml } from '#app/import/xml-parts.ts'
import { writeDocument } from '#reports/docx/document.ts'
import type { Block, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { progressReportDocument } from '#reports/progress-report/render.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

const model = aProgressReport(aSmallPlanRecord(), { asOfOn: '2026-08-01' })
const documentIn = (locale: 'en' | 'id') =>
	progressReportDocument({ model, snapshotId: snapshotId(model), locale })

type Read = {
	readonly text: string
	readonly styles: readonly string[]
	readonly languages: ReadonlySet<string>
}

/** What Word would find in a file: its text in order, the styles of its paragraphs, and the languages of its runs. */
function read(bytes: Uint8Array, part = 'word/document.xml'): Read {
	let text = ''
	const styles: string[] = []
	const languages = new Set<string>()
	const isSound = readXml(unzipSync(bytes)[part], {
		open: (name, attribute) => {
			if (name === 'pStyle') styles.push(attribute('val') ?? '')
			if (name === 'lang') languages.add(attribute('val') ?? '')
		},
		close: (name) => {
			if (name === 'p') text += '\n'
		},
		text: (value) => {
			text += value
		},
	})
	expect(isSound).toBe(true)
	return { text, styles, languages }
}

/** Every phrase of a report in its order; bars are drawn on paper only, and their numbers stand in a table. */
function phrasesOf(blocks: readonly Block[]): readonly Phrase[] {
	return blocks.flatMap((block): readonly Phrase[] => {
		switch (block.kind) {
			case 'cover':
				return [block.kicker, block.title, block.subtitle, ...block.facts.flat(), block.statement]
			case 'heading':
			case 'paragraph':
				return [block.text]
			case 'fields':
				return block.fields.flatMap((field) => [
					field.label,
					...field.contents.map((content) => content.text),
				])
			case 'table':
				return [
					...block.columns.map((column) => column.label),
					...block.rows
						.flat()
						.flatMap(({ text, detail }) => (detail === undefined ? [text] : [text, detail])),
				]
			case 'figures':
				return block.figures.flatMap(({ value, label }) => [value, label])
			case 'qr':
				return [block.label, block.address]
			case 'bars':
			case 'page-break':
				return []
		}
	})
}

describe.each(['en', 'id'] as const)('the progress report for Word in %s', (locale) => {
	let bytes: Uint8Array
	beforeAll(async () => {
		const { blocks, frame } = documentIn(locale)
		bytes = await writeDocument(blocks, frame)
	})

	test('it says every phrase of the report, in its order', () => {
		const { text } = read(bytes)
		let from = 0
		for (const phrase of phrasesOf(documentIn(locale).blocks)) {
			for (const line of wordsOf(phrase).split('\n')) {
				const at = text.indexOf(line, from)
				expect(at, `“${line}” after ${String(from)}`).toBeGreaterThanOrEqual(0)
				from = at + line.length
			}
		}
	})

	test('its headings are headings, and its runs are in the language of their text', () => {
		const { styles, languages } = read(bytes)
		const wanted = documentIn(locale).blocks.flatMap((block) =>
			block.kind === 'heading' ? [`Heading${String(block.level)}`] : [],
		)
		expect(styles.filter((style) => style.startsWith('Heading'))).toEqual(wanted)
		expect(languages).toContain(locale === 'en' ? 'en-GB' : 'id-ID')
	})
})

const FRAME = documentIn('en').frame

describe('what comes from outside', () => {
	const paragraph = async (text: string) =>
		read(await writeDocument([{ kind: 'paragraph', text }], FRAME)).text.trim()

	test.each([
		['markup', '<w:p>&amp; "quoted"</w:p>', '<w:p>&amp; "quoted"</w:p>'],
		['control characters and switches of direction', 'a\u0000b\u0008c\u202ed', 'abcd'],
		['half a letter', 'x\ud83dy', 'x\ufffdy'],
		['emoji', '\u{1F3D7} ok', '\u{1F3D7} ok'],
	])('%s stays text, and the file sound', async (_what, typed, shown) => {
		expect(await paragraph(typed)).toBe(shown)
	})

	test('text that is read from the right says so', async () => {
		const bytes = await writeDocument([{ kind: 'paragraph', text: '\u0645\u0631\u062d\u0628\u0627' }], FRAME)
		const xml = Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString()
		expect([xml.includes('<w:bidi/>'), xml.includes('<w:rtl/>')]).toEqual([true, true])
	})

	test('an address that is none of the web is no link', async () => {
		const link = (url: string): Block => ({
			kind: 'fields',
			fields: [{ label: 'Evidence', contents: [{ kind: 'link', text: 'Log', url, note: '' }] }],
		})
		const relations = async (url: string) =>
			Buffer.from(
				unzipSync(await writeDocument([link(url)], FRAME))['word/_rels/document.xml.rels'] ?? [],
			).toString()
		expect(await relations('https://example.org/a?b=1&c=2')).toContain('https://example.org/a?b=1&amp;c=2')
		expect(await relations('javascript:alert(1)')).not.toContain('javascript')
	})
})

test('the code of an address is a picture with its description, and the address a link', async () => {
	const address = 'https://renaksi.example.org/en/plans/p/reports?snapshot=0a'
	const block: Block = { kind: 'qr', address, label: 'Where it is checked', alt: `QR code of ${address}` }
	const parts = unzipSync(await writeDocument([block], FRAME))
	const xml = Buffer.from(parts['word/document.xml'] ?? []).toString()
	expect(xml).toContain(`descr="QR code of ${address}"`)
	const picture = Object.entries(parts).find(([name]) => name.startsWith('word/media/'))
	expect(
		Buffer.from(picture?.[1] ?? [])
			.subarray(0, 3)
			.toString(),
	).toBe('GIF')
	expect(Buffer.from(parts['word/_rels/document.xml.rels'] ?? []).toString()).toContain(address)
})
