/** Keeps values up to a number of bytes; those unused for longest go first. */
export type KeptPages<Value> = {
	readonly get: (key: string) => Value | undefined
	readonly set: (key: string, value: Value, bytes: number) => void
	readonly bytes: () => number
}

/** A store that holds at most `mostBytes`; a value larger than an eighth of that is not kept at all. */
export function keptPages<Value>(mostBytes: number): KeptPages<Value> {
	const kept = new Map<string, { readonly value: Value; readonly bytes: number }>()
	let bytes = 0

	function drop(key: string): void {
		bytes -= kept.get(key)?.bytes ?? 0
		kept.delete(key)
	}

	return {
		bytes: () => bytes,
		get: (key) => {
			const found = kept.get(key)
			if (!found) return undefined
			kept.delete(key)
			kept.set(key, found)
			return found.value
		},
		set: (key, value, size) => {
			drop(key)
			if (size > mostBytes / 8) return
			kept.set(key, { value, bytes: size })
			bytes += size
			for (const oldest of kept.keys()) {
				if (bytes <= mostBytes) return
				drop(oldest)
			}
		},
	}
}
