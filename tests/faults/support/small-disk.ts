import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export type SmallDisk = {
	readonly folder: string
	/** Whether it can really be full; where this machine lets nobody make one, it is a folder like others. */
	readonly isReal: boolean
	/** Takes all the room there is. */
	readonly fill: () => void
	readonly empty: () => void
	readonly close: () => void
}

/** A disk of its own of so many megabytes, in memory; only root may make one. */
export function openSmallDisk(folder: string, megabytes: number): SmallDisk {
	mkdirSync(folder, { recursive: true })
	const isReal = mounted(folder, megabytes)
	const filler = join(folder, 'filler')
	return {
		folder,
		isReal,
		fill: () => fillUp(filler),
		empty: () => rmSync(filler, { force: true }),
		close: () => {
			if (isReal) execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
		},
	}
}

function mounted(folder: string, megabytes: number): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
	try {
		const size = `size=${String(megabytes)}m,mode=0700`
		execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' })
		return true
	} catch {
		return false
	}
}

/** Writes until nothing fits any more, at the end byte by byte. */
function fillUp(file: string): void {
	const handle = openSync(file, 'a')
	try {
		for (let bytes = 2 ** 20; bytes >= 1; bytes = bytes >> 4) {
			const piece = Buffer.alloc(bytes)
			while (fits(handle, piece));
		}
	} finally {
		closeSync(handle)
	}
}

function fits(handle: number, piece: Buffer): boolean {
	try {
		return writeSync(handle, piece) === piece.length
	} catch {
		return false
	}
}
