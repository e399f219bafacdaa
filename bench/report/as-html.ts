import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Block, Cell, Content, Field, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'

/** The same blocks as one HTML page for printing: same words, same sizes, same fonts. */
export function asHtml(blocks: readonly Block[]): string {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Progress report</title><style>${STYLE}</style><body>${blocks.map(htmlOf).join('\n')}</body></html>`
}

const STYLE = `
@font-face { font-family: N; src: url(${fontUrl('NotoSans-Regular.ttf')}) }
@font-face { font-family: N; font-weight: bold; src: url(${fontUrl('NotoSans-Bold.ttf')}) }
@page { size: A4; margin: 76pt 56pt 74pt }
body { font: 9pt/13pt N; margin: 0 }
h1 { font-size: 16pt; line-height: 22pt } h2 { font-size: 11.5pt; break-after: avoid } h3 { font-size: 9pt; break-after: avoid }
.cover { break-after: page } .cover h1 { font-size: 24pt; line-height: 33pt }
dl { display: grid; grid-template-columns: 112pt 1fr; gap: 5pt 0; margin: 4pt 0 } dt { font-size: 7.5pt; font-weight: bold; color: #55606e } dd { margin: 0 }
dd p { margin: 0 0 3pt } .muted { color: #55606e } .level { font-weight: bold }
table { border-collapse: collapse; width: 100%; font-size: 7.5pt; line-height: 10pt; margin-top: 10pt } th, td { text-align: left; vertical-align: top; padding: 4pt; border-bottom: .5pt solid #c9d0d8 } tr { break-inside: avoid }
.figures { display: flex; gap: 20pt } .figures b { font-size: 16pt; line-height: 22pt; display: block }`

function fontUrl(file: string): string {
	const path = fileURLToPath(new URL(`../../reports/fonts/${file}`, import.meta.url))
	return `data:font/ttf;base64,${readFileSync(path).toString('base64')}`
}

function htmlOf(block: Block): string {
	switch (block.kind) {
		case 'cover': {
			const facts = block.facts.map(([label, text]): Field => ({ label, contents: [{ kind: 'text', text }] }))
			return `<section class="cover"><p>${safe(block.kicker)}</p><h1>${safe(block.title)}</h1><p>${safe(block.subtitle)}</p>${block.notice ? `<p><b>${safe(block.notice)}</b></p>` : ''}${listOf(facts)}<p><b>${safe(block.statement)}</b></p></section>`
		}
		case 'heading':
			return `<h${String(block.level)}>${safe(block.text)}</h${String(block.level)}>`
		case 'paragraph':
			return `<p${block.tone ? ' class="muted"' : ''}>${safe(block.text)}</p>`
		case 'fields':
			return listOf(block.fields)
		case 'figures':
			return `<div class="figures">${block.figures.map((f) => `<p><b>${safe(f.value)} ${safe(f.share ?? '')}</b>${safe(f.label)}</p>`).join('')}</div>`
		case 'bars':
			return block.bars
				.map((bar) => `<p><b>${safe(bar.label)} ${bar.segments.map((s) => s.count).join(' ')}</b></p>`)
				.join('')
		case 'table':
			return `<table><thead><tr>${block.columns.map((c) => `<th>${safe(c.label)}</th>`).join('')}</tr></thead><tbody>${block.rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('')}</tbody></table>`
		case 'qr':
			return `<p>${safe(block.label)}<br><a href="${safe(block.address)}">${safe(block.address)}</a></p>`
		case 'page-break':
			return ''
	}
}

function listOf(fields: readonly Field[]): string {
	return `<dl>${fields.map((f) => `<dt>${safe(f.label)}</dt><dd>${f.contents.map(contentOf).join('')}</dd>`).join('')}</dl>`
}

function contentOf(content: Content): string {
	if (content.kind === 'link')
		return `<p><a href="${safe(content.url)}">${safe(content.text)}</a> ${safe(content.note)}</p>`
	if (content.kind === 'level') return `<p class="level">${safe(content.text)}</p>`
	return `<p${content.tone ? ' class="muted"' : ''}>${safe(content.text)}</p>`
}

function cellOf(cell: Cell): string {
	return `<td>${safe(cell.text)}${cell.detail === undefined ? '' : `<br><span class="muted">${safe(cell.detail)}</span>`}</td>`
}

function safe(phrase: Phrase): string {
	return wordsOf(phrase)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '<br>')
}
