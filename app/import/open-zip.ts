import { Unzip, UnzipInflate } from 'fflate'
import type { ProblemCode } from './problem.ts'

/** The most that the parts of a workbook may unpack to. Unit: bytes. Source: our own. */
export const UNPACKED_MAX_BYTES = 40 * 1024 * 1024
/** How many times larger than its file a workbook may be. Source: our own; texts seldom pass 20. */
const RATIO_MAX = 150
/** Below this size no ratio is looked at: a small file of equal rows packs very well. Unit: bytes. */
const RATIO_FROM_BYTES = 4 * 1024 * 1024
/** The most parts of a workbook. Source: our own. */
const PARTS_MAX = 500
/** So little is unpacked at once that nothing can grow past its limit unseen. Unit: bytes. */
const SLICE_BYTES = 16 * 1024

export type Opened =
	| { readonly parts: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[] }
	| { readonly fault: ProblemCode }

/**
 * The wanted parts of a zip file, and the names of all. What the file says of its own sizes is not believed: what comes
 * out is counted, and nothing is unpacked past the limit.
 */
export function openZip(bytes: Uint8Array, isWanted: (name: string) => boolean): Opened {
	const parts = new Map<string, Uint8Array>()
	const names: string[] = []
	const limit = Math.min(UNPACKED_MAX_BYTES, Math.max(RATIO_FROM_BYTES, bytes.length * RATIO_MAX))
	let unpacked = 0
	let fault: ProblemCode | null = null
	const said = (): ProblemCode | null => fault
	const unzip = new Unzip((file) => {
		names.push(file.name)
		if (names.length > PARTS_MAX) fault = 'workbook_too_large'
		if (fault !== null || !isWanted(file.name)) return
		if (file.compression !== 0 && file.compression !== 8) {
			fault = 'workbook_unreadable'
			return
		}
		const pieces: Uint8Array[] = []
		file.ondata = (error, piece, isLast) => {
			if (error) fault ??= 'workbook_unreadable'
			unpacked += piece.length
			if (unpacked > limit) fault = 'workbook_too_large'
			if (fault !== null) return
			pieces.push(piece)
			if (isLast) parts.set(file.name, joined(pieces))
		}
		file.start()
	})
	unzip.register(UnzipInflate)
	try {
		for (let at = 0; at < bytes.length && said() === null; at += SLICE_BYTES)
			unzip.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length)
	} catch {
		fault = said() ?? 'workbook_unreadable'
	}
	const found = said()
	return found === null ? { parts, names } : { fault: found }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
	let at = 0
	for (const piece of pieces) {
		whole.set(piece, at)
		at += piece.length
	}
	return whole
}
