import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readMigrations } from '../apply-migrations.ts'
import { MANIFEST, Manifest, SUMS, tablePart } from './manifest.ts'
import type { Part } from './manifest.ts'

/** Why an archive is not put back. */
export const ARCHIVE_FAULTS = [
	'no_archive',
	'other_format',
	'part_missing',
	'part_differs',
	'part_unknown',
	'newer_version',
	'changed_migration',
] as const

export class ArchiveRefused extends Error {
	override readonly name = 'ArchiveRefused'
	constructor(
		readonly fault: (typeof ARCHIVE_FAULTS)[number],
		/** Which part, or which migration. */
		readonly which: string,
	) {
		super(`${fault}: ${which}`)
	}
}

/**
 * Reads an archive whole and compares every byte of it with its sums, before anything is done with it.
 *
 * Throws  ArchiveRefused where a part is missing, differs or is too many, or this version does not know how to read it.
 */
export async function readArchive(archive: string): Promise<Manifest> {
	const manifest = await manifestOf(archive)
	const named = new Map(manifest.parts.map((part) => [part.path, part]))
	for (const { name } of manifest.tables)
		if (!named.has(tablePart(name))) throw new ArchiveRefused('part_missing', tablePart(name))
	for (const part of named.values()) {
		const found = await partIn(archive, part.path).catch(() => null)
		if (!found) throw new ArchiveRefused('part_missing', part.path)
		if (found.sha256 !== part.sha256) throw new ArchiveRefused('part_differs', part.path)
	}
	for (const path of await pathsIn(archive))
		if (!named.has(path) && path !== MANIFEST && path !== SUMS) throw new ArchiveRefused('part_unknown', path)
	refuseOtherMigrations(manifest)
	return manifest
}

async function manifestOf(archive: string): Promise<Manifest> {
	const sums = await readFile(join(archive, SUMS), 'utf8').catch(() => null)
	const text = await readFile(join(archive, MANIFEST), 'utf8').catch(() => null)
	if (sums === null || text === null) throw new ArchiveRefused('no_archive', archive)
	const sum = createHash('sha256').update(text).digest('hex')
	if (!sums.startsWith(`${sum}  ${MANIFEST}\n`)) throw new ArchiveRefused('part_differs', MANIFEST)
	const manifest = Manifest.safeParse(JSON.parse(text))
	if (!manifest.success) throw new ArchiveRefused('other_format', MANIFEST)
	const rest = manifest.data.parts.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
	if (sums !== `${sum}  ${MANIFEST}\n${rest}`) throw new ArchiveRefused('part_differs', SUMS)
	return manifest.data
}

function refuseOtherMigrations({ migrations }: Manifest): void {
	const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]))
	for (const { name, checksum } of migrations) {
		if (!known.has(name)) throw new ArchiveRefused('newer_version', name)
		if (known.get(name) !== checksum) throw new ArchiveRefused('changed_migration', name)
	}
}

/** A part as it lies on the disk now. */
export async function partIn(archive: string, path: string): Promise<Part> {
	const sum = createHash('sha256')
	let bytes = 0
	for await (const chunk of createReadStream(join(archive, path))) {
		if (!Buffer.isBuffer(chunk)) throw new Error('a file is read as bytes')
		sum.update(chunk)
		bytes += chunk.length
	}
	return { path, bytes, sha256: sum.digest('hex') }
}

async function pathsIn(archive: string): Promise<readonly string[]> {
	const entries = await readdir(archive, { recursive: true, withFileTypes: true })
	return entries
		.filter((entry) => !entry.isDirectory())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(archive, '/').length))
}
