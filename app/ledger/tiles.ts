import { HASH_BYTES } from './merkle.ts'
import type { MerkleTree } from './merkle.ts'

/** Hashes or entries in a full tile. */
export const TILE_WIDTH = 256
const HIGHEST_LEVEL = 63

/** A tile of hashes, or a bundle of entries: its place, and how many items it has from its beginning. */
export type TileAddress =
	| { readonly kind: 'hashes'; readonly level: number; readonly n: number; readonly width: number }
	| { readonly kind: 'entries'; readonly n: number; readonly width: number }

/** What an address below `/log/tile/` asks for; null where it is not exactly how C2SP tlog-tiles writes one. */
export function parseTilePath(path: string): TileAddress | null {
	const [, what, groups, digits] =
		/^(\d{1,2}|entries)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
	if (what === undefined || groups === undefined) return null
	const n = Number(groups.replaceAll(/x|\//g, ''))
	const width = digits === undefined ? TILE_WIDTH : Number(digits)
	const address: TileAddress =
		what === 'entries' ? { kind: 'entries', n, width } : { kind: 'hashes', level: Number(what), n, width }
	const isInBounds =
		width >= 1 && width <= TILE_WIDTH && (address.kind === 'entries' || address.level <= HIGHEST_LEVEL)
	// One address for one tile: no other spelling of the same numbers, and no width that needs none.
	return isInBounds && tilePath(address) === path ? address : null
}

/** Where a tile is fetched, below `/log/tile/`: the index in groups of three digits, all but the last behind an `x`. */
export function tilePath(address: TileAddress): string {
	const digits = String(address.n)
	const whole = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
	const groups = whole.replaceAll(/\d{3}(?=\d)/g, 'x$&/')
	const what = address.kind === 'entries' ? 'entries' : String(address.level)
	const part = address.width === TILE_WIDTH ? '' : `.p/${address.width}`
	return `${what}/${groups}${part}`
}

/** Whether a log of this size has the tile, in this width or wider. Source: C2SP tlog-tiles, partial tiles. */
export function hasTile(address: TileAddress, size: number): boolean {
	const perItem = address.kind === 'entries' ? 1 : TILE_WIDTH ** address.level
	return address.n * TILE_WIDTH + address.width <= Math.floor(size / perItem)
}

/** Every tile and bundle that a log of this size consists of, the partial ones of its right edge included. */
export function tilesOf(size: number): readonly TileAddress[] {
	const tiles: TileAddress[] = parts(size).map((part) => ({ kind: 'entries', ...part }))
	for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH))
		tiles.push(...parts(count).map((part): TileAddress => ({ kind: 'hashes', level, ...part })))
	return tiles
}

/** The bytes of a tile; null where the tree does not have them. Each hash is that of a full tile one level below. */
export function tileBytes(
	tree: Pick<MerkleTree, 'hashAt'>,
	tile: { readonly level: number; readonly n: number; readonly width: number },
): Uint8Array | null {
	const bytes = new Uint8Array(tile.width * HASH_BYTES)
	for (let item = 0; item < tile.width; item += 1) {
		const hash = tree.hashAt(tile.level * 8, tile.n * TILE_WIDTH + item)
		if (!hash) return null
		bytes.set(hash, item * HASH_BYTES)
	}
	return bytes
}

/** Entries one after the other, each behind its length in two bytes, the higher one first. */
export function bundleBytes(entries: readonly Uint8Array[]): Uint8Array {
	return Buffer.concat(
		entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]),
	)
}

/** The entries of a bundle; null where its last entry is cut off. */
export function parseBundle(bytes: Uint8Array): readonly Uint8Array[] | null {
	const entries: Uint8Array[] = []
	for (let at = 0; at < bytes.length;) {
		const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
		const end = at + 2 + length
		if (end > bytes.length) return null
		entries.push(bytes.subarray(at + 2, end))
		at = end
	}
	return entries
}

function parts(count: number): readonly { readonly n: number; readonly width: number }[] {
	const full = Math.floor(count / TILE_WIDTH)
	const tiles = Array.from({ length: full }, (_tile, n) => ({ n, width: TILE_WIDTH }))
	return count % TILE_WIDTH === 0 ? tiles : [...tiles, { n: full, width: count % TILE_WIDTH }]
}
