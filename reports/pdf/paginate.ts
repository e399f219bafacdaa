/**
 * A piece of a report that was measured and knows how to draw itself: a box (one line, as high as it is), or lines
 * that may be spread over pages.
 */
export type Piece = {
	/** Room above, left out at the top of a page. */
	readonly gap: number
	readonly count: number
	readonly lineHeight: number
	/** Must stand on the same page as the beginning of the next piece. */
	readonly keepWithNext: boolean
	/** What is drawn again above it when a page begins with it. */
	readonly repeat: Repeat | null
	readonly breakBefore: boolean
	readonly draw: (part: Part) => void
}

export type Repeat = { readonly height: number; readonly draw: (y: number) => void }

/** Some lines of a piece, from the first up to but not including `to`, with the top of the first at `y`. */
export type Part = { readonly from: number; readonly to: number; readonly y: number }

export type Placed = { readonly piece: Piece; readonly part: Part; readonly repeatAt: number | null }
export type Page = readonly Placed[]

export type Room = { readonly top: number; readonly bottom: number }

/** A box that is never cut. */
export function box(height: number, draw: (y: number) => void, over: Partial<Piece> = {}): Piece {
	return {
		gap: 0,
		count: 1,
		lineHeight: height,
		keepWithNext: false,
		repeat: null,
		breakBefore: false,
		draw: (part) => draw(part.y),
		...over,
	}
}

/** Lines that may be cut between any two, though never leaving one alone. */
type Size = Pick<Piece, 'count' | 'lineHeight'>

export function lines(size: Size, draw: Piece['draw'], over: Partial<Piece> = {}): Piece {
	return { gap: 0, ...size, keepWithNext: false, repeat: null, breakBefore: false, draw, ...over }
}

/** Spreads pieces over pages. Headings stay with what they head; paragraphs leave no single line behind. */
export function paginate(pieces: readonly Piece[], room: Room): readonly Page[] {
	const pages: Placed[][] = [[]]
	const needs = roomNeeded(pieces)
	let y = room.top
	const turn = (): void => {
		pages.push([])
		y = room.top
	}
	pieces.forEach((piece, index) => {
		const isEmpty = () => pages.at(-1)?.length === 0
		if (piece.breakBefore && !isEmpty()) turn()
		if (!isEmpty()) y += piece.gap
		if (y + (needs[index] ?? 0) > room.bottom && !isEmpty()) turn()
		for (let from = 0; from < piece.count;) {
			const repeatAt = piece.repeat && isEmpty() && pages.length > 1 ? y : null
			if (piece.repeat && repeatAt !== null) y += piece.repeat.height
			const to = from + linesThatFit(piece, piece.count - from, room.bottom - y)
			if (to === from && !isEmpty()) {
				turn()
				continue
			}
			const end = Math.max(to, from + 1)
			pages.at(-1)?.push({ piece, part: { from, to: end, y }, repeatAt })
			y += (end - from) * piece.lineHeight
			from = end
			if (from < piece.count) turn()
		}
	})
	return pages
}

/** How much room each piece needs to begin: itself with what it must stay with, or its first two lines. */
function roomNeeded(pieces: readonly Piece[]): readonly number[] {
	const needs: number[] = []
	for (let index = pieces.length - 1; index >= 0; index -= 1) {
		const piece = pieces[index]
		if (!piece) continue
		const next = pieces[index + 1]
		const following = piece.keepWithNext && next ? next.gap + (needs[index + 1] ?? 0) : 0
		const first = piece.keepWithNext || piece.count <= 3 ? piece.count : 2
		needs[index] = first * piece.lineHeight + following
	}
	return needs
}

function linesThatFit(piece: Piece, left: number, height: number): number {
	const fit = Math.floor((height + 0.01) / piece.lineHeight)
	if (fit >= left) return left
	const taken = Math.min(fit, left - 2)
	return taken >= 2 ? taken : 0
}
