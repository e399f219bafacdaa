import type { Block } from './block.ts'
import { wordsOf } from './block.ts'
import { flowPiece } from './flow.ts'
import { breakLines } from './lines.ts'
import type { Line } from './lines.ts'
import { box } from './paginate.ts'
import type { Piece } from './paginate.ts'
import { foreignLanguage, writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import { fieldsPieces } from './pieces.ts'
import { addTagHere, drawArtifact, drawInto, endTag, openSection } from './tags.ts'
import { FULL_WIDTH, INK, SHEET } from './type-scale.ts'
import type { Style } from './type-scale.ts'

type Cover = Extract<Block, { kind: 'cover' }>

/** The first page: what this is, of whom, as of when, and what it is not. */
export function coverPieces(pen: Pen, cover: Cover, bookmark: () => void): readonly Piece[] {
	const facts = cover.facts.map(([label, text]) => ({ label, contents: [{ kind: 'text' as const, text }] }))
	return [
		...(pen.edition === 'first' ? [headPiece(pen, cover, bookmark)] : headPieces(pen, cover, bookmark)),
		...(cover.notice === null ? [] : [noticePiece(pen, cover.notice)]),
		box(22, () => undefined),
		...fieldsPieces(pen, facts),
		box(16, () => undefined),
		statementPiece(pen, cover.statement),
	]
}

const KICKER_AT = 84
const TITLE_AT = 118

/** What kind of report this is, its title and its subtitle; a long title is set smaller and goes on as long as it is. */
function headPieces(pen: Pen, cover: Cover, bookmark: () => void): readonly Piece[] {
	const { subtitle } = pen.styles
	const title = titleLines(pen, cover.title)
	const kicker = box(
		TITLE_AT,
		(y) => {
			openSection(pen.tags, 1)
			bookmark()
			drawKicker(pen, cover, y)
		},
		{ keepWithNext: true },
	)
	const at = { x: SHEET.left, lang: foreignLanguage(pen, cover.title) }
	const below = {
		x: SHEET.left,
		lang: foreignLanguage(pen, cover.subtitle),
		type: 'P',
		style: subtitle,
		gap: 8,
	}
	return [
		kicker,
		flowPiece(pen, title.lines, { ...at, type: 'H1', style: title.style }),
		flowPiece(pen, breakLines(wordsOf(cover.subtitle), subtitle, FULL_WIDTH), below),
	]
}

/** Most lines of a title in the largest type, and in the next. */
const LINES_OF_TITLE = { display: 5, h1: 12 } as const

function titleLines(pen: Pen, title: Cover['title']) {
	const { display, h1, h2 } = pen.styles
	const inStyle = (style: Style) => ({ style, lines: breakLines(wordsOf(title), style, FULL_WIDTH) })
	const large = inStyle(display)
	if (large.lines.length <= LINES_OF_TITLE.display) return large
	const middle = inStyle(h1)
	return middle.lines.length <= LINES_OF_TITLE.h1 ? middle : inStyle(h2)
}

function drawKicker(pen: Pen, cover: Cover, y: number): void {
	const kicker = [{ text: cover.kicker, width: 0 }]
	writeOnce(pen, kicker, { type: 'P', y: y + KICKER_AT, style: pen.styles.h2 })
	drawArtifact(pen.tags, 'Layout', () => pen.doc.rect(SHEET.left, y + KICKER_AT + 22, 48, 2).fill(INK))
}

/** The same as the first edition set it: in one piece. */
function headPiece(pen: Pen, cover: Cover, bookmark: () => void): Piece {
	const title = breakLines(wordsOf(cover.title), pen.styles.display, FULL_WIDTH)
	const subtitle = breakLines(wordsOf(cover.subtitle), pen.styles.subtitle, FULL_WIDTH)
	const subtitleAt = TITLE_AT + 8 + title.length * pen.styles.display.leading
	const draw = (y: number): void => {
		openSection(pen.tags, 1)
		bookmark()
		drawKicker(pen, cover, y)
		const lang = foreignLanguage(pen, cover.title)
		writeOnce(pen, title, { type: 'H1', lang, y: y + TITLE_AT, style: pen.styles.display })
		writeOnce(pen, subtitle, { type: 'P', y: y + subtitleAt, style: pen.styles.subtitle })
	}
	return box(subtitleAt + subtitle.length * pen.styles.subtitle.leading, draw, { keepWithNext: true })
}

type Once = {
	readonly type: string
	readonly y: number
	readonly style: Style
	readonly x?: number
	readonly lang?: string | undefined
}

function writeOnce(pen: Pen, lines: readonly Line[], { type, y, style, x = SHEET.left, lang }: Once): void {
	const tag = addTagHere(pen.tags, type, { lang })
	drawInto(tag, () => writeLines(pen, lines, { x, y, style }))
	endTag(tag)
}

/** A notice that cannot be overlooked: framed, in bold. */
function noticePiece(pen: Pen, notice: string): Piece {
	const style = pen.styles.h3
	const broken = breakLines(notice, style, FULL_WIDTH - 32)
	const height = broken.length * style.leading + 20
	const draw = (y: number): void => {
		drawArtifact(pen.tags, 'Layout', () =>
			pen.doc.lineWidth(1.2).rect(SHEET.left, y, FULL_WIDTH, height).stroke(INK),
		)
		writeOnce(pen, broken, { type: 'P', x: SHEET.left + 16, y: y + 10, style })
	}
	return box(height, draw, { gap: 16 })
}

function statementPiece(pen: Pen, statement: string): Piece {
	const style = pen.styles.h3
	const broken = breakLines(statement, style, FULL_WIDTH)
	return box(broken.length * style.leading, (y) => writeOnce(pen, broken, { type: 'P', y, style }))
}
