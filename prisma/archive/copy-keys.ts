import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Copies the keys and the list of withdrawals of a data folder into a new folder, which belongs somewhere else than the
 * archives do.
 *
 * Returns  the new folder.
 */
export function copyKeys(dataDir: string, to: string, now: Date): string {
	const folder = join(to, `renaksi-keys-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`)
	copied(join(dataDir, 'keys'), folder)
	return folder
}

/** Puts copied keys into a data folder that has none. */
export function putKeys(from: string, dataDir: string): void {
	copied(from, join(dataDir, 'keys'))
}

/** A copy has the rights of its file: keys stay readable by their owner only. */
function copied(from: string, to: string): void {
	mkdirSync(to, { recursive: true, mode: 0o700 })
	for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name))
}
