import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Alteration, Chance } from './alterations.ts'
import type { World } from './world.ts'

export type FileAlteration = Alteration & { readonly undo: () => Promise<void> }

/** Changes the bytes of a stored evidence file, past the store. */
export async function alterFile(
	world: World,
	chance: Chance,
	how: 'file byte flip' | 'file swap' | 'file delete',
): Promise<FileAlteration | null> {
	const holders = await world.database.sql<{ sha256: string; recordId: string }>(
		`SELECT "fileSha256" AS "sha256", "recordId" FROM "Evidence" WHERE "fileSha256" IS NOT NULL
		 UNION SELECT "previewSha256", "recordId" FROM "Evidence" WHERE "previewSha256" IS NOT NULL ORDER BY 1, 2`,
	)
	const [some, other] = [chance.pick(holders), chance.pick(holders)]
	if (how === 'file swap' && some.sha256 === other.sha256) return null
	const files = how === 'file swap' ? [some, other] : [some]
	const before = files.map(({ sha256 }) => ({
		path: pathOf(world, sha256),
		bytes: readFileSync(pathOf(world, sha256)),
	}))
	for (const { path, bytes } of before) {
		chmodSync(path, 0o640)
		if (how === 'file delete') rmSync(path)
		else if (how === 'file byte flip') writeFileSync(path, flipped(bytes, chance))
		else writeFileSync(path, before.find((one) => one.path !== path)?.bytes ?? bytes)
	}
	return {
		what: `${how} of ${files.map(({ sha256 }) => sha256.slice(0, 8)).join(', ')}`,
		records: files.map(({ recordId }) => recordId),
		undo: async () => {
			for (const { path, bytes } of before) {
				writeFileSync(path, bytes)
				chmodSync(path, 0o440)
			}
		},
	}
}

function pathOf({ dataDir }: World, sha256: string): string {
	return join(dataDir, 'files', sha256.slice(0, 2), sha256)
}

function flipped(bytes: Buffer, { random }: Chance): Buffer {
	const copy = Buffer.from(bytes)
	const at = Math.floor(random() * copy.length)
	copy.writeUInt8(copy.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
	return copy
}
