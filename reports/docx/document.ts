import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Block } from '#reports/pdf/block.ts'
import type { Frame } from '#reports/pdf/document.ts'
import { clean } from '#reports/pdf/lines.ts'
import { LANGUAGE_TAGS } from '#reports/pdf/pen.ts'
import { INK, MUTED } from '#reports/pdf/type-scale.ts'
import { piecesOf } from './pieces.ts'

/** A4 with margins of 2 cm. Unit: twentieths of a point. */
const PAGE = {
	size: { width: 11906, height: 16838 },
	margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
}

/** Where the two numbers of a page stand in its words, until Word counts them. */
const NUMBERS = { page: '\ue000', pages: '\ue001' }

/**
 * Writes blocks as a document that offices can go on with in Word: the same words in the same order as on paper, with
 * headings, tables and languages as Word knows them. Only the paper proves what was published.
 */
export async function writeDocument(blocks: readonly Block[], frame: Frame): Promise<Uint8Array> {
	const { language, title, author, header, footer } = frame
	const document = new Document({
		title: clean(title),
		creator: clean(author),
		lastModifiedBy: clean(author),
		styles: stylesOf(LANGUAGE_TAGS[language]),
		sections: [
			{
				properties: { page: PAGE, titlePage: false },
				headers: {
					default: new Header({ children: [small([header.left, header.right].filter(Boolean).join(' · '))] }),
				},
				footers: { default: new Footer({ children: [...footer.map(small), pageNumber(frame)] }) },
				children: blocks.flatMap((block) => piecesOf(block, language)),
			},
		],
	})
	return Packer.pack(document, 'uint8array')
}

function small(text: string): Paragraph {
	return new Paragraph({ children: [smallRun({ text: clean(text).replaceAll('\n', ' ') })] })
}

function pageNumber({ pageWords }: Frame): Paragraph {
	const words = pageWords(NUMBERS.page, NUMBERS.pages).split(/([\ue000\ue001])/)
	return new Paragraph({
		children: words.map((part) => {
			if (part === NUMBERS.page) return smallRun({ children: [PageNumber.CURRENT] })
			if (part === NUMBERS.pages) return smallRun({ children: [PageNumber.TOTAL_PAGES] })
			return smallRun({ text: part })
		}),
	})
}

function smallRun(options: { text: string } | { children: (typeof PageNumber)[keyof typeof PageNumber][] }) {
	return new TextRun({ ...options, size: 15, color: MUTED.slice(1) })
}

function stylesOf(language: string) {
	const color = INK.slice(1)
	const heading = (size: number, before: number) => ({
		run: { size, bold: true, color },
		paragraph: { spacing: { before, after: 120 } },
	})
	return {
		default: {
			document: {
				run: { font: 'Noto Sans', size: 19, color, language: { value: language } },
				paragraph: { spacing: { after: 100, line: 276 } },
			},
			title: heading(48, 200),
			heading1: heading(32, 480),
			heading2: heading(24, 360),
			heading3: heading(20, 240),
		},
	}
}
