import type { Block, Content, Phrase } from './block.ts'
import { wordsOf } from './block.ts'
import { clean } from './lines.ts'
import { SCRIPTS, faceOf, isSelector } from './typefaces.ts'
import type { Face } from './typefaces.ts'

type Repeated = {
	readonly header: { readonly left: string; readonly right: string }
	readonly footer: readonly string[]
}

/** Every phrase of some blocks, in the order in which they are read. */
export function phrasesOf(blocks: readonly Block[]): readonly Phrase[] {
	return blocks.flatMap((block): readonly Phrase[] => {
		switch (block.kind) {
			case 'cover': {
				const { kicker, title, subtitle, notice, facts, statement } = block
				return [kicker, title, subtitle, ...(notice === null ? [] : [notice]), ...facts.flat(), statement]
			}
			case 'heading':
			case 'paragraph':
				return [block.text]
			case 'fields':
				return block.fields.flatMap(({ label, contents }) => [label, ...contents.flatMap(phrasesOfContent)])
			case 'table':
				return [
					...block.columns.map((column) => column.label),
					...block.rows
						.flat()
						.flatMap(({ text, detail }) => (detail === undefined ? [text] : [text, detail])),
				]
			case 'figures':
				return block.figures.flatMap(({ value, share, label }) => [
					share === null ? value : `${value} (${share})`,
					label,
				])
			case 'bars':
				return block.bars.map((bar) => bar.label)
			case 'qr':
				return [block.label, block.address]
			case 'page-break':
				return []
		}
	})
}

function phrasesOfContent(content: Content): readonly Phrase[] {
	if (content.kind !== 'link' || content.note === '') return [content.text]
	return [content.text, content.note]
}

/**
 * Letters of a document that no typeface of ours has, as code points (`U+1F3D7`) in their order. They are drawn as
 * U+FFFD, never as an empty box, and kept for those who copy or listen.
 */
export function missingLetters({
	blocks,
	frame,
}: {
	readonly blocks: readonly Block[]
	readonly frame: Repeated
}): readonly string[] {
	const face = faceOf('second regular')
	const replaced = SCRIPTS.indexOf('REPLACED')
	const missing = new Set<number>()
	const look = (text: string): void => {
		for (let at = 0; at < text.length; at += 1) {
			const unit = text.charCodeAt(at)
			if (face.scriptOf(unit) !== replaced || isSelector(unit)) continue
			const letter = text.codePointAt(at) ?? 0
			missing.add(letter)
			if (letter > 0xffff) at += 1
		}
	}
	const repeated = [frame.header.left, frame.header.right, ...frame.footer]
	for (const text of [...phrasesOf(blocks).map(wordsOf), ...repeated]) {
		// Most texts need no second look: cleaning them all again would take longer than drawing some of them.
		if (mayMiss(text, face)) look(clean(text).replaceAll('\n', ' '))
	}
	return [...missing]
		.sort((a, b) => a - b)
		.map((letter) => `U+${letter.toString(16).toUpperCase().padStart(4, '0')}`)
}

function mayMiss(text: string, face: Face): boolean {
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at)
		if ((unit < 0x20 || unit > 0x7e) && SCRIPTS[face.scriptOf(unit)] === 'REPLACED') return true
	}
	return false
}
