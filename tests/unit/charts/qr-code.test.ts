import qrcode from 'qrcode-generator'
import { expect, test } from 'vitest'
import { qrDrawing, qrPicture } from '#app/charts/qr-code.ts'

const ADDRESS = 'https://renaksi.example.org/en/plans/plan/reports?snapshot=0123456789abcdef0123456789abcdef'

test('every dark module is in exactly one run, and none that is light', () => {
	const code = qrcode(0, 'M')
	code.addData(ADDRESS)
	code.make()
	const { side, quiet, runs } = qrDrawing(ADDRESS)
	expect(side).toBe(code.getModuleCount() + 2 * quiet)
	const drawn = runs.flatMap(({ x, y, length }) =>
		Array.from({ length }, (_, at) => `${String(y - quiet)} ${String(x - quiet + at)}`),
	)
	const dark = Array.from({ length: code.getModuleCount() ** 2 }, (_, at) => [
		Math.floor(at / code.getModuleCount()),
		at % code.getModuleCount(),
	]).flatMap(([row = 0, column = 0]) =>
		code.isDark(row, column) ? [`${String(row)} ${String(column)}`] : [],
	)
	expect(drawn).toEqual(dark)
})

test('the room around it that readers need is four modules wide', () => {
	const { side, runs } = qrDrawing(ADDRESS)
	expect(Math.min(...runs.map(({ x }) => x))).toBe(4)
	expect(Math.max(...runs.map(({ x, length }) => x + length))).toBe(side - 4)
})

test('the picture is a GIF as wide as its modules', () => {
	const { base64, side } = qrPicture(ADDRESS, 4)
	const bytes = Buffer.from(base64, 'base64')
	expect([bytes.subarray(0, 3).toString(), bytes.readUInt16LE(6)]).toEqual(['GIF', side])
})
