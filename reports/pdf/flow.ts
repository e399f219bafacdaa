import type { Line } from './lines.ts'
import { lines } from './paginate.ts'
import type { Piece } from './paginate.ts'
import { writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import { addTagHere, drawInto, endTag } from './tags.ts'
import type { Tag } from './tags.ts'
import type { Style } from './type-scale.ts'

export type Flow = {
	readonly type: string
	readonly lang: string | undefined
	readonly style: Style
	readonly x: number
	/** Done once, when the first line is about to be drawn. */
	readonly before?: () => void
	readonly gap?: number
}

/** Lines of one tag that go on over as many pages as they need: for headings and titles of any length. */
export function flowPiece(pen: Pen, broken: readonly Line[], flow: Flow): Piece {
	const { type, lang, style, x, before, gap = 0 } = flow
	let tag: Tag | null = null
	const size = { count: broken.length, lineHeight: style.leading }
	return lines(
		size,
		({ from, to, y }) => {
			if (from === 0) {
				before?.()
				tag = addTagHere(pen.tags, type, { lang })
			}
			if (!tag) return
			drawInto(tag, () => writeLines(pen, broken.slice(from, to), { x, y, style }))
			if (to === broken.length) endTag(tag)
		},
		{ gap },
	)
}
