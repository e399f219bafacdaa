import type { Block } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'

/** A heading with its depth below the title of the page or document: 1, 2 or 3. */
export type Heading = readonly [level: number, text: string]

/** The headings below the title of a page, in their order, without notes on language. */
export function headingsOfPage(html: string): readonly Heading[] {
	const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
	return [...main.matchAll(/<h([2-4])\b[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, level, inside = '']) => [
		Number(level) - 1,
		inside
			.replace(/ ?<span class="app-language-note">[^<]*<\/span>/g, '')
			.replace(/<svg[\s\S]*?<\/svg>/g, '')
			.replace(/<[^>]+>/g, '')
			.replaceAll('&#x27;', "'")
			.replaceAll('&quot;', '"')
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&amp;', '&')
			.trim(),
	])
}

/** The headings of a document, in their order. */
export function headingsOfBlocks(blocks: readonly Block[]): readonly Heading[] {
	return blocks.flatMap((block) =>
		block.kind === 'heading' ? [[block.level, wordsOf(block.text)] as const] : [],
	)
}
