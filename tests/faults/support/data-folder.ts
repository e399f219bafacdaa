import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { z } from 'zod'
import { askControl } from '#app/control.server.ts'
import { leafOf, rootOver } from './proofs.ts'
import type { Acknowledged, Witness } from './witness.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Copies a data folder as it lies there, without the claim and the socket of the server that used it. */
export function copyFolder(from: string, to: string): void {
	rmSync(to, { recursive: true, force: true })
	cpSync(from, to, { recursive: true, filter: (path) => !/\.(lock|sock)$/.test(path) })
}

/**
 * What `npm run fsck` says of a data folder, given the newest checkpoint that was seen, unless all is well. `how`:
 * as the command does it, which on a folder in use asks the server; or the server is asked at once, which is quicker.
 */
export async function fsckBreaches(
	folder: string,
	{ witness, how }: { readonly witness: Witness; readonly how: 'command' | 'server' },
): Promise<readonly string[]> {
	const text = witness.newest()?.text
	if (how === 'command') return commandBreaches(folder, text)
	const witnesses = text === undefined ? [] : [{ name: 'seen', text }]
	const asked = { command: 'fsck', witnesses }
	const answer = await askControl(folder, asked)
	if (!answer?.ok) return [`the server does not check: ${answer?.error ?? 'no answer'}`]
	const { findings } = Checked.parse(answer.result)
	return findings.map((finding) => `fsck: ${JSON.stringify(finding)}`)
}

const Checked = z.object({ findings: z.array(z.unknown()) })

async function commandBreaches(folder: string, seen: string | undefined): Promise<readonly string[]> {
	const kept = `${folder}.checkpoint`
	if (seen !== undefined) writeFileSync(kept, seen)
	const given = seen === undefined ? [] : ['--checkpoint', kept]
	const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/fsck.ts', '--json', ...given], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			NODE_ENV: 'production',
			DATA_DIR: folder,
			DATABASE_URL: '',
			BASE_URL: '',
			LOG_LEVEL: 'silent',
		},
	})
	let said = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
	const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
	return status === 0 ? [] : [`fsck ended with ${String(status)}: ${said.slice(0, 2_000)}`]
}

type Act = {
	readonly kind: string
	readonly recordId: string
	readonly version: number
	readonly text: string | null
}
type Entry = { kind: string; recordId: string; version: number; index: number; entry: Uint8Array }
type Piece = {
	recordId: string
	recordVersion: number
	title: string | null
	fileSha256: string | null
	previewSha256: string | null
}
type Upload = { id: string; state: string; fileSha256: string | null; previewSha256: string | null }

type Rows = {
	readonly size: number
	readonly entries: readonly Entry[]
	readonly acts: readonly Act[]
	readonly pieces: readonly Piece[]
	readonly uploads: readonly Upload[]
	readonly drafts: readonly string[]
}

const LOGGED = ['progress-update.published', 'verification.published', 'verification.withdrawn']

async function rowsOf(folder: string): Promise<Rows> {
	const db = await PGlite.create({ dataDir: join(folder, 'database') })
	const all = async <Row>(text: string): Promise<readonly Row[]> => (await db.query<Row>(text)).rows
	try {
		const [head] = await all<{ size: number }>('SELECT "size" FROM "LedgerHead"')
		return {
			size: head?.size ?? -1,
			entries: await all('SELECT * FROM "LedgerEntry" ORDER BY "index"'),
			acts: await all(
				`SELECT '${LOGGED[0] ?? ''}' AS "kind", "recordId", "version", "doneEn" AS "text" FROM "ProgressUpdate"
				 UNION ALL SELECT '${LOGGED[1] ?? ''}', "recordId", "version", "rationaleEn" FROM "Verification"
				 UNION ALL SELECT '${LOGGED[2] ?? ''}', "recordId", "version", NULL FROM "Withdrawal"`,
			),
			pieces: await all('SELECT * FROM "Evidence"'),
			uploads: await all('SELECT * FROM "Upload"'),
			drafts: (
				await all<{ text: string | null }>(
					`SELECT "doneEn" AS "text" FROM "ProgressUpdateDraft" UNION ALL SELECT "rationaleEn" FROM "VerificationDraft"`,
				)
			).flatMap(({ text }) => text ?? []),
		}
	} finally {
		await db.close()
	}
}

/** What is half, lost or not as it was signed in a data folder that no server uses. Reads it without the product's code. */
export async function folderBreaches(folder: string, witness: Witness): Promise<readonly string[]> {
	const rows = await rowsOf(folder)
	return [
		...ledgerBreaches(rows),
		...signedBreaches(folder, rows),
		...witness.acts().flatMap((act) => lost(act, rows)),
		...fileBreaches(folder, rows, witness.files()),
	]
}

/** No leaf without its act, no act without its leaf, none twice, no gap. */
function ledgerBreaches({ size, entries, acts }: Rows): readonly string[] {
	const found: string[] = []
	if (size !== entries.length)
		found.push(`the head says ${String(size)} leaves, there are ${String(entries.length)}`)
	const gap = entries.findIndex(({ index }, at) => index !== at)
	if (gap >= 0) found.push(`the log has a gap at ${String(gap)}`)
	const nameOf = ({ kind, recordId, version }: Act | Entry) => `${kind} ${recordId} ${String(version)}`
	const logged = new Set(entries.filter(({ kind }) => LOGGED.includes(kind)).map(nameOf))
	const written = new Set(acts.map(nameOf))
	for (const name of written) if (!logged.has(name)) found.push(`an act without its leaf: ${name}`)
	for (const name of logged) if (!written.has(name)) found.push(`a leaf without its act: ${name}`)
	return found
}

/** The stored checkpoint and the kept leaves are those of the database's entries. */
function signedBreaches(folder: string, { entries }: Rows): readonly string[] {
	const note = join(folder, 'log', 'checkpoint')
	if (!existsSync(note)) return ['there is no signed checkpoint']
	const [, said, signed] = readFileSync(note, 'utf8').split('\n')
	const size = Number(said)
	if (!Number.isInteger(size) || size > entries.length)
		return [`a checkpoint of ${said ?? ''} leaves is signed, there are ${String(entries.length)}`]
	const leaves = entries.slice(0, size).map(({ entry }) => leafOf(entry))
	const kept = readFileSync(join(folder, 'log', 'leaves'))
	const areKept = kept.subarray(0, size * 32).equals(Buffer.concat(leaves))
	return [
		...(rootOver(leaves).toString('base64') === signed ? [] : ['the signed root is not that of the entries']),
		...(areKept ? [] : ['the kept leaves are not those of the entries']),
	]
}

/** An acknowledged act is there once, with all of its evidence, and no draft of it is left. */
function lost({ kind, marker, recordId, pieces, withdrawn }: Acknowledged, rows: Rows): readonly string[] {
	const isIt = (text: string | null) => text !== null && (text === marker || text.startsWith(`${marker}:`))
	const there = rows.acts.filter((act) => act.recordId === recordId && isIt(act.text))
	const [act] = there
	const found: string[] = []
	if (there.length !== 1 || !act) return [`the ${kind} ${marker} is there ${String(there.length)} times`]
	const own = rows.pieces.filter(
		(piece) => piece.recordId === recordId && piece.recordVersion === act.version,
	)
	if (own.length !== pieces)
		found.push(`${marker} has ${String(own.length)} pieces of evidence instead of ${String(pieces)}`)
	if (!own.some(({ title }) => title === marker)) found.push(`${marker} has lost its own evidence`)
	if (rows.drafts.some(isIt)) found.push(`${marker} is published, and its draft is still there`)
	const isHidden = rows.acts.some((one) => one.recordId === recordId && one.kind === LOGGED[2])
	if (withdrawn === 'yes' && !isHidden) found.push(`the withdrawal of ${marker} is lost`)
	return found
}

/** What rows name is stored, and is what its name says; so is whatever else is stored. */
function fileBreaches(folder: string, { uploads, pieces }: Rows, told: readonly string[]): readonly string[] {
	const stored = storedFiles(join(folder, 'files'))
	const found = [...stored].flatMap(([name, hash]) =>
		name === hash ? [] : [`the stored file ${name} is not what its name says`],
	)
	const named = (row: Pick<Piece, 'fileSha256' | 'previewSha256'>) =>
		[row.fileSha256 ?? [], row.previewSha256 ?? []].flat()
	for (const piece of pieces)
		for (const name of named(piece))
			if (!stored.has(name)) found.push(`evidence of ${piece.recordId} without its file ${name}`)
	for (const upload of uploads) {
		if (upload.state === 'CLEAN' && upload.fileSha256 === null)
			found.push(`upload ${upload.id} is clean and has no file`)
		for (const name of named(upload))
			if (!stored.has(name)) found.push(`upload ${upload.id} without its file ${name}`)
	}
	for (const id of told) {
		const upload = uploads.find((row) => row.id === id)
		if (upload?.state !== 'CLEAN')
			found.push(`the file of upload ${id} was taken, and is ${upload?.state ?? 'gone'}`)
	}
	return found
}

/** Name and SHA-256 of each whole file in the store. */
function storedFiles(folder: string): ReadonlyMap<string, string> {
	if (!existsSync(folder)) return new Map()
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
		/(^|\/)[0-9a-f]{64}$/.test(path),
	)
	return new Map(
		paths.map((path) => [
			path.slice(-64),
			createHash('sha256')
				.update(readFileSync(join(folder, path)))
				.digest('hex'),
		]),
	)
}
