import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merkleTree, nodeHash } from '#app/ledger/merkle.ts'
import {
	bundleBytes,
	hasTile,
	parseBundle,
	parseTilePath,
	tileBytes,
	tilePath,
	tilesOf,
} from '#app/ledger/tiles.ts'
import type { TileAddress } from '#app/ledger/tiles.ts'

describe('the address of a tile', () => {
	test.each([
		['0/000', { kind: 'hashes', level: 0, n: 0, width: 256 }],
		['0/273.p/112', { kind: 'hashes', level: 0, n: 273, width: 112 }],
		['1/x001/000', { kind: 'hashes', level: 1, n: 1_000, width: 256 }],
		['63/x001/x234/067.p/255', { kind: 'hashes', level: 63, n: 1_234_067, width: 255 }],
		['entries/x001/x234/067', { kind: 'entries', n: 1_234_067, width: 256 }],
		['entries/000.p/1', { kind: 'entries', n: 0, width: 1 }],
		['0/x999/x999/x999/x999/999', { kind: 'hashes', level: 0, n: 999_999_999_999_999, width: 256 }],
	] as const)('%s is read and written again', (path, address) => {
		expect(parseTilePath(path)).toEqual(address)
		expect(tilePath(address)).toBe(path)
	})

	test.each([
		['no width at all', '0/000.p/0'],
		['the width of a full tile', '0/000.p/256'],
		['a width beyond a tile', '0/000.p/999'],
		['a width that begins with zero', '0/000.p/01'],
		['a width with a sign', '0/000.p/+1'],
		['a width without a number', '0/000.p/'],
		['an index that is not in groups', '0/0'],
		['an index that begins with an empty group', '0/x000/001'],
		['a group that is too long', '0/0000'],
		['a last group with an x', '0/x000'],
		['a first group without an x', '0/001/234'],
		['a level that begins with zero', '00/000'],
		['a level beyond the highest', '64/000'],
		['a level of three digits', '100/000'],
		['a level below zero', '-1/000'],
		['a height, as the Go checksum database has', '8/0/000'],
		['capital letters', '0/X001/000'],
		['a capital P', '0/000.P/1'],
		['capital entries', 'ENTRIES/000'],
		['data, as the Go checksum database has', 'data/000'],
		['a slash at the end', '0/000/'],
		['a slash at the beginning', '/0/000'],
		['an escape', '0/00%30'],
		['digits of another script', '0/००१'],
		['a newline', '0/000\n'],
		['a group too many to be counted', '0/x999/x999/x999/x999/x999/999'],
		['nothing', ''],
	])('%s is none: %j', (_what, path) => {
		expect(parseTilePath(path)).toBeNull()
	})

	test('is read back from what was written, whatever it is', () => {
		const width = fc.integer({ min: 1, max: 256 })
		const n = fc.integer({ min: 0, max: 999_999_999_999_999 })
		const address: fc.Arbitrary<TileAddress> = fc.oneof(
			fc.record({ kind: fc.constant('entries' as const), n, width }),
			fc.record({ kind: fc.constant('hashes' as const), level: fc.integer({ min: 0, max: 63 }), n, width }),
		)
		fc.assert(
			fc.property(address, (given) => {
				expect(parseTilePath(tilePath(given))).toEqual(given)
			}),
		)
	})

	test('has one spelling: whatever is read is written again the same', () => {
		const sign = fc.constantFrom('0', '1', '9', 'x', '/', '.p/', 'entries', '000', '256', '255')
		fc.assert(
			fc.property(fc.array(sign, { maxLength: 9 }), (signs) => {
				const address = parseTilePath(signs.join(''))
				if (address) expect(tilePath(address)).toBe(signs.join(''))
			}),
			{ numRuns: 5_000, seed: 4 },
		)
	})
})

describe('a log of so many leaves has these tiles', () => {
	const paths = (size: number) => tilesOf(size).map(tilePath)

	test.each([
		[0, []],
		[1, ['entries/000.p/1', '0/000.p/1']],
		[256, ['entries/000', '0/000', '1/000.p/1']],
		[257, ['entries/000', 'entries/001.p/1', '0/000', '0/001.p/1', '1/000.p/1']],
	])('%d', (size, expected) => {
		expect(paths(size)).toEqual(expected)
	})

	test('70,000, as the standard counts them', () => {
		const all = paths(70_000)
		expect(all.filter((path) => path.startsWith('0/'))).toHaveLength(274)
		expect(all.slice(-5)).toEqual(['0/272', '0/273.p/112', '1/000', '1/001.p/17', '2/000.p/1'])
	})

	test('narrower ones are there too, wider ones and those beyond are not', () => {
		const hashes = (level: number, n: number, width: number) => ({ kind: 'hashes', level, n, width }) as const
		expect([1, 111, 112, 113, 256].map((width) => hasTile(hashes(0, 273, width), 70_000))).toEqual([
			true,
			true,
			true,
			false,
			false,
		])
		expect(hasTile(hashes(1, 1, 17), 70_000)).toBe(true)
		expect(hasTile(hashes(1, 1, 18), 70_000)).toBe(false)
		expect(hasTile(hashes(3, 0, 1), 70_000)).toBe(false)
		expect(hasTile(hashes(63, 0, 1), 70_000)).toBe(false)
		expect(hasTile({ kind: 'entries', n: 0, width: 1 }, 0)).toBe(false)
	})
})

describe('the hashes of tiles', () => {
	const tree = merkleTree()
	for (let at = 0; at < 70_000; at += 1) tree.append(createHash('sha256').update(String(at)).digest())

	/** The root from the tiles alone: full tiles stand one level higher, partial ones are the right edge. */
	function rootFromTiles(size: number): Uint8Array {
		const edges: Uint8Array[] = []
		for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / 256)) {
			const width = count % 256
			if (width === 0) continue
			const bytes = tileBytes(tree, { level, n: Math.floor(count / 256), width }) ?? new Uint8Array()
			const subtrees: [height: number, hash: Uint8Array][] = []
			for (let at = 0; at < width; at += 1) {
				let [height, hash] = [0, bytes.subarray(at * 32, at * 32 + 32)]
				for (let last = subtrees.at(-1); last?.[0] === height; last = subtrees.at(-1)) {
					subtrees.pop()
					hash = nodeHash(last[1], hash)
					height += 1
				}
				subtrees.push([height, hash])
			}
			edges.unshift(...subtrees.map(([, hash]) => hash))
		}
		return edges.reduceRight((right, left) => nodeHash(left, right))
	}

	test('of a tree of any size give its root', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 70_000 }), (size) => {
				expect(Buffer.from(rootFromTiles(size)).equals(tree.rootAt(size) ?? new Uint8Array())).toBe(true)
			}),
			{ numRuns: 100, seed: 70_000 },
		)
		expect(rootFromTiles(70_000)).toEqual(tree.rootAt(70_000))
	})

	test('are as many as the tile is wide, and none where the tree ends before', () => {
		expect(tileBytes(tree, { level: 0, n: 0, width: 256 })).toHaveLength(8_192)
		expect(tileBytes(tree, { level: 1, n: 1, width: 17 })).toHaveLength(17 * 32)
		expect(tileBytes(tree, { level: 1, n: 1, width: 18 })).toBeNull()
	})
})

describe('a bundle of entries', () => {
	test('is taken apart into what was put in', () => {
		const entry = fc.uint8Array({ minLength: 1, maxLength: 700 })
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
				expect(parseBundle(bundleBytes(entries))?.map((one) => [...one])).toEqual(
					entries.map((one) => [...one]),
				)
			}),
		)
	})

	test('holds entries up to the longest', () => {
		const longest = new Uint8Array(65_535).fill(7)
		expect(parseBundle(bundleBytes([longest]))?.[0]).toHaveLength(65_535)
	})

	test.each([1, 2, 5])('with %d bytes missing is none', (missing) => {
		const bytes = bundleBytes([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6)])
		expect(parseBundle(bytes.subarray(0, -missing))?.length ?? 'none').toBe(missing === 5 ? 1 : 'none')
	})
})
