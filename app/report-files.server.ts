import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.server.ts'
import { onDisk } from './files.server.ts'

/** The files of published reports, under the SHA-256 that their acts seal. What is missing can be drawn again. */
export type ReportFiles = {
	/** Where a whole file lies whose bytes are those of the hash; null where there is none. */
	readonly find: (sha256: string) => Promise<string | null>
	/** Stores the bytes of a file, whole or not at all. Throws where they are not those of the hash. */
	readonly put: (bytes: Uint8Array, sha256: string) => Promise<void>
	readonly remove: (sha256: string) => Promise<void>
	/** Removes what a process that ended had begun to write. Nothing else may be writing. */
	readonly removePartial: () => Promise<void>
}

/** Opens the folder `reports` in the data folder. It is on the disk wherever evidence is kept: it can be made again. */
export async function openReportFiles({ dataDir }: Pick<Config, 'dataDir'>): Promise<ReportFiles> {
	const root = join(dataDir, 'reports')
	await mkdir(root, { recursive: true, mode: 0o700 })
	await chmod(root, 0o700)
	const store = onDisk(root)
	/** Files whose bytes were compared with their hash, and when they had last changed then. */
	const compared = new Map<string, number>()

	return {
		find: async (sha256) => {
			const path = store.pathOf(sha256)
			const found = await stat(path).catch(() => null)
			if (!found) return null
			if (compared.get(sha256) === found.ctimeMs) return path
			if ((await store.hashOf(sha256)) !== sha256) return null
			compared.set(sha256, found.ctimeMs)
			return path
		},
		put: store.putBytes,
		remove: async (sha256) => {
			compared.delete(sha256)
			await store.remove(sha256)
		},
		removePartial: async () => {
			const names = await readdir(root, { recursive: true })
			for (const name of names.filter((one) => one.endsWith('.part')))
				await rm(join(root, name), { force: true })
		},
	}
}
