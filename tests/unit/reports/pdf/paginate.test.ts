import { expect, test } from 'vitest'
import { box, lines, paginate } from '#reports/pdf/paginate.ts'
import type { Piece } from '#reports/pdf/paginate.ts'

const room = { top: 0, bottom: 100 }
const nothing = (): void => undefined
const text = (count: number) => lines({ count, lineHeight: 10 }, nothing)
const spread = (pieces: readonly Piece[]) =>
	paginate(pieces, room).map((page) =>
		page.map(
			({ piece, part }) =>
				`${String(pieces.indexOf(piece))}:${String(part.from)}-${String(part.to)}@${String(part.y)}`,
		),
	)

test('a heading goes to the next page together with the first lines of what it heads', () => {
	const pieces = [box(75, nothing), box(10, nothing, { keepWithNext: true }), text(6)]
	expect(spread(pieces)).toEqual([['0:0-1@0'], ['1:0-1@0', '2:0-6@10']])
})

test('a paragraph leaves no single line on either page', () => {
	expect(spread([box(70, nothing), text(4)])).toEqual([['0:0-1@0', '1:0-2@70'], ['1:2-4@0']])
	expect(spread([box(85, nothing), text(4)])).toEqual([['0:0-1@0'], ['1:0-4@0']])
	expect(spread([box(80, nothing), text(3)])).toEqual([['0:0-1@0'], ['1:0-3@0']])
})

test('room above is left out at the top of a page', () => {
	expect(spread([box(90, nothing), box(20, nothing, { gap: 30 })])).toEqual([['0:0-1@0'], ['1:0-1@0']])
})

test('a box higher than a page is drawn all the same, and a text longer than pages goes on', () => {
	expect(spread([box(150, nothing), box(10, nothing)])).toEqual([['0:0-1@0'], ['1:0-1@0']])
	expect(spread([text(25)])).toEqual([['0:0-10@0'], ['0:10-20@0'], ['0:20-25@0']])
})

test('what repeats is drawn above a piece that begins a page, and takes its room', () => {
	const repeat = { height: 15, draw: nothing }
	const pages = paginate([box(60, nothing, { repeat }), box(60, nothing, { repeat })], room)
	expect(pages.map((page) => page.map(({ repeatAt, part }) => [repeatAt, part.y]))).toEqual([
		[[null, 0]],
		[[0, 15]],
	])
})
