import type { FileRefusal, MediaType, RemovedCode } from '#app/domain/upload/rules.ts'

type Bytes = () => Buffer | Promise<Buffer>

/** A file that people send: it must be taken, as what it is. */
export type TrueFile = {
	readonly name: string
	readonly bytes: Bytes
	readonly mediaType: MediaType
	/** What cleaning must say that it took away, among other things. */
	readonly removed?: readonly RemovedCode[]
	/** Size of the picture as people see it. */
	readonly size?: readonly [width: number, height: number]
	readonly pages?: number
	/** The cleaned text, where it must be this. */
	readonly text?: string
}

/** A file that somebody sends to do harm: it is refused, or nothing of the harm is left in what comes out. */
export type HostileFile = {
	readonly name: string
	readonly bytes: Bytes
	/** It must be refused, for one of these reasons. */
	readonly refused?: readonly FileRefusal[]
	/** If it is taken, none of these may be in a public byte. */
	readonly harm?: readonly string[]
	/** Text is left as it is, harm and all, because it is only ever handed out as text to save. */
	readonly isText?: boolean
}

/** Numbers that look random and are the same every time. */
export function seeded(seed: number): () => number {
	let state = seed
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
		return state / 2 ** 32
	}
}

/** Bytes that look random and are the same every time. */
export function noise(bytes: number, seed = 7): Buffer {
	const next = seeded(seed)
	return Buffer.from(Uint8Array.from({ length: bytes }, () => Math.floor(next() * 256)))
}

/** A file's bytes, once. */
export function once(make: Bytes): Bytes {
	let made: Buffer | Promise<Buffer> | null = null
	return () => (made ??= make())
}
