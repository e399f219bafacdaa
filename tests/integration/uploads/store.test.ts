import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFiles } from '#app/files.server.ts'
import type { FileStore } from '#app/files.server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const PHOTO = sha256('a photo')
const LATER = new Date(Date.now() + 3_600_000)

let folder: string
let service: Server
let kept: Map<string, Buffer>
let store: FileStore

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renaksi-files-'))
	writeFileSync(join(folder, 'photo'), 'a photo')
	kept = new Map()
	service = createServer((req, res) => {
		const [path = '', query = ''] = (req.url ?? '').split('?')
		const key = path.replace(/^\/bucket\/?/, '')
		const chunks: Buffer[] = []
		req.on('data', (chunk: Buffer) => chunks.push(chunk))
		req.on('end', () => {
			if (query.includes('list-type=2')) {
				const entry = (name: string, bytes: Buffer) =>
					`<Contents><Key>${name}</Key><Size>${String(bytes.length)}</Size><LastModified>${new Date().toISOString()}</LastModified></Contents>`
				res.end(
					`<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${[...kept].map(([name, bytes]) => entry(name, bytes)).join('')}</ListBucketResult>`,
				)
				return
			}
			const found = kept.get(key)
			if (req.method === 'PUT') kept.set(key, Buffer.concat(chunks))
			if (req.method === 'DELETE') kept.delete(key)
			const isMissing = !found && (req.method === 'GET' || req.method === 'HEAD')
			res.statusCode = isMissing ? 404 : req.method === 'DELETE' ? 204 : 200
			if (found && (req.method === 'GET' || req.method === 'HEAD'))
				res.setHeader('Last-Modified', new Date().toUTCString()).setHeader('Content-Length', found.length)
			res.end(found && req.method === 'GET' ? found : undefined)
		})
	})
	service.listen(0)
})
afterEach(() => {
	service.close()
	rmSync(folder, { recursive: true, force: true })
})

const onDisk = () => openFiles({ dataDir: folder, filesOnS3: null })
const onService = () => {
	const endpoint = `http://127.0.0.1:${String((service.address() as AddressInfo).port)}`
	return openFiles({
		dataDir: folder,
		filesOnS3: { endpoint, region: 'auto', bucket: 'bucket', keyId: 'k', secret: 's' },
	})
}

async function textOf(files: FileStore, key: string): Promise<string | null> {
	const stream = await files.open(key)
	return stream && Buffer.concat(await stream.toArray()).toString()
}

async function listed(files: FileStore): Promise<readonly string[]> {
	const found = []
	for await (const file of files.list()) found.push(`${file.sha256} ${String(file.bytes)}`)
	return found
}

describe.each([
	['the disk', onDisk],
	['a service', onService],
])('on %s', (_where, open) => {
	beforeEach(async () => {
		store = await open()
	})

	test('a file is found under its hash, read, listed and removed', async () => {
		expect([await store.has(PHOTO), await store.open(PHOTO), await store.hashOf(PHOTO)]).toEqual([
			false,
			null,
			null,
		])
		await store.put(join(folder, 'photo'), PHOTO)
		await store.put(join(folder, 'photo'), PHOTO)
		expect([await store.has(PHOTO), await textOf(store, PHOTO), await store.hashOf(PHOTO)]).toEqual([
			true,
			'a photo',
			PHOTO,
		])
		expect(await listed(store)).toEqual([`${PHOTO} 7`])
		await store.remove(PHOTO)
		expect([await store.has(PHOTO), await listed(store)]).toEqual([false, []])
		await store.remove(PHOTO)
	})

	test('bytes that are not those of the hash are not stored', async () => {
		await expect(store.put(join(folder, 'photo'), sha256('another'))).rejects.toThrow(
			'not what its hash says',
		)
		expect(await listed(store)).toEqual([])
	})

	test('what was put after an instant is not removed as older', async () => {
		await store.put(join(folder, 'photo'), PHOTO)
		await store.remove(PHOTO, new Date(Date.now() - 3_600_000))
		expect(await store.has(PHOTO)).toBe(true)
		await store.remove(PHOTO, LATER)
		expect(await store.has(PHOTO)).toBe(false)
	})

	test.each(['', '../../etc/passwd', PHOTO.toUpperCase(), `${PHOTO}/x`])(
		'%j is no name of a file',
		async (name) => {
			await expect(store.open(name)).rejects.toThrow('no SHA-256')
		},
	)
})

describe('on the disk', () => {
	beforeEach(async () => {
		store = await onDisk()
	})
	const placeOf = (key: string) => join(folder, 'files', key.slice(0, 2), key)

	test('a file can be read by the site only, changed by nobody, and tells no time', async () => {
		await store.put(join(folder, 'photo'), PHOTO)
		const { mode, mtime } = statSync(placeOf(PHOTO))
		expect([(mode & 0o777).toString(8), mtime.toISOString()]).toEqual(['440', '2000-01-01T00:00:00.000Z'])
		expect((statSync(join(folder, 'files')).mode & 0o777).toString(8)).toBe('700')
		expect((statSync(store.incoming).mode & 0o777).toString(8)).toBe('700')
	})

	test('a file that was damaged is found out, and mended when it is put once more', async () => {
		await store.put(join(folder, 'photo'), PHOTO)
		chmodSync(placeOf(PHOTO), 0o600)
		writeFileSync(placeOf(PHOTO), 'a fhoto')
		expect(await store.hashOf(PHOTO)).toBe(sha256('a fhoto'))
		await store.put(join(folder, 'photo'), PHOTO)
		expect(await store.hashOf(PHOTO)).toBe(PHOTO)
	})

	test('what was half written, or half sent, is no file, and goes', async () => {
		await store.put(join(folder, 'photo'), PHOTO)
		writeFileSync(`${placeOf(PHOTO)}.abcdef.part`, 'a pho')
		writeFileSync(join(store.incoming, 'x'), 'a pho')
		mkdirSync(join(store.incoming, 'cleaning-x'))
		expect(await listed(store)).toEqual([`${PHOTO} 7`])
		expect(await store.removePartial(new Date(Date.now() - 3_600_000))).toBe(0)
		expect(await store.removePartial(LATER)).toBe(3)
		expect([readdirSync(store.incoming), existsSync(`${placeOf(PHOTO)}.abcdef.part`)]).toEqual([[], false])
		expect(readFileSync(placeOf(PHOTO), 'utf8')).toBe('a photo')
	})
})
