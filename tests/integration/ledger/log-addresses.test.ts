import { createHash, createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as checkpoint from '#app/routes/log/checkpoint.ts'
import * as consistency from '#app/routes/log/consistency.ts'
import * as key from '#app/routes/log/key.ts'
import * as receipt from '#app/routes/log/receipt.ts'
import * as recordJson from '#app/routes/log/record-json.ts'
import * as tile from '#app/routes/log/tile.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { storePlan } from '#tests/factories/stored-plan.ts'
import { smallSite } from '../http/small-site.ts'
import type { SmallSite } from '../http/small-site.ts'
import { anAct, logActs } from './logged-acts.ts'

let site: SmallSite

beforeAll(async () => {
	site = await smallSite({
		routes: {
			'log/key': key,
			'log/checkpoint': checkpoint,
			'log/tile/*': tile,
			'log/receipt/:recordId': receipt,
			'log/consistency': consistency,
			'records/:file': recordJson,
		},
	})
	await storePlan(site.database)
	// The plan's six acts are the first; `r0` stands at position 6.
	await logActs(site.database, 594, 'r')
})
afterAll(() => site.close())

const text = async (path: string) => (await site.ask(path)).body.toString('utf8')
const sizeOf = (note: string) => Number(note.split('\n')[1])

// A client that knows nothing of this program: only what C2SP and RFC 6962 say.
const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

function rootOver(leaves: readonly Buffer[]): Buffer {
	if (leaves.length <= 1) return leaves[0] ?? sha256()
	let half = 1
	while (half * 2 < leaves.length) half *= 2
	return sha256(Uint8Array.of(1), rootOver(leaves.slice(0, half)), rootOver(leaves.slice(half)))
}

/** Paths of the level 0 tiles, or of the bundles, of a log of this size. */
function pathsOf(what: '0' | 'entries', size: number): readonly string[] {
	return Array.from({ length: Math.ceil(size / 256) }, (_tile, n) => {
		const width = Math.min(256, size - n * 256)
		return `/log/tile/${what}/${String(n).padStart(3, '0')}${width === 256 ? '' : `.p/${width}`}`
	})
}

async function fetched(paths: readonly string[]): Promise<readonly Buffer[]> {
	const answers = await Promise.all(paths.map((path) => site.ask(path)))
	expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200))
	return answers.map(({ body }) => body)
}

function slices(bytes: Buffer, length: number): readonly Buffer[] {
	return Array.from({ length: bytes.length / length }, (_slice, at) =>
		bytes.subarray(at * length, (at + 1) * length),
	)
}

function entriesIn(bundle: Buffer): readonly Buffer[] {
	const entries: Buffer[] = []
	for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at))
		entries.push(bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at)))
	return entries
}

describe('somebody who walks the log from outside', () => {
	test('finds it signed with the key it shows', async () => {
		const [name = '', id = '', base64 = ''] = (await text('/log/key'))
			.trimEnd()
			.split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/)
		const note = await text('/log/checkpoint')
		const [body = '', signature = ''] = note.split('\n\n')
		expect(note).toMatch(
			/^localhost:4210\/log\n600\n[A-Za-z0-9+/]{43}=\n\n— localhost:4210\/log [A-Za-z0-9+/=]+\n$/,
		)
		const raw = Buffer.from(base64, 'base64')
		expect(
			sha256(Buffer.from(`${name}\n`), raw)
				.subarray(0, 4)
				.toString('hex'),
		).toBe(id)
		const signed = Buffer.from(signature.trimEnd().split(' ')[2] ?? '', 'base64')
		expect(signed.subarray(0, 4).toString('hex')).toBe(id)
		const publicKey = createPublicKey({
			key: { kty: 'OKP', crv: 'Ed25519', x: raw.subarray(1).toString('base64url') },
			format: 'jwk',
		})
		expect(verify(null, Buffer.from(`${body}\n`), publicKey, signed.subarray(4))).toBe(true)
	})

	test('gets the signed root from the tiles, and the tiles from the entries', async () => {
		const note = await text('/log/checkpoint')
		const size = sizeOf(note)
		const leaves = (await fetched(pathsOf('0', size))).flatMap((bytes) => slices(bytes, 32))
		expect(rootOver(leaves).toString('base64')).toBe(note.split('\n')[2])
		const entries = (await fetched(pathsOf('entries', size))).flatMap(entriesIn)
		expect(entries.map((entry) => sha256(Uint8Array.of(0), entry))).toEqual(leaves)
		const above = (await fetched([`/log/tile/1/000.p/${Math.floor(size / 256)}`]))[0]
		expect(slices(above ?? Buffer.alloc(0), 32)[1]).toEqual(rootOver(leaves.slice(256, 512)))
	})

	test('gets with every receipt the entry, the way to the root, and the checkpoint verbatim', async () => {
		const note = await text('/log/checkpoint')
		const [first, extra = '', index, ...rest] = (await text('/log/receipt/r315')).split('\n')
		expect([first, index]).toEqual(['c2sp.org/tlog-proof@v1', 'index 321'])
		const entry = Buffer.from(extra.replace('extra ', ''), 'base64')
		expect(JSON.parse(entry.toString())).toMatchObject({ recordId: 'r315', version: 1 })
		const end = rest.indexOf('')
		expect(rest.slice(end + 1).join('\n')).toBe(note)
		expect(rest.slice(0, end)).toHaveLength(10)
	})

	test('gets the way from one size to another', async () => {
		const proof = (await text('/log/consistency?from=256&to=600')).trimEnd().split('\n')
		const [hash = ''] = slices((await fetched(['/log/tile/1/000.p/1']))[0] ?? Buffer.alloc(0), 32)
		const right = Buffer.from(proof[0] ?? '', 'base64')
		const [next] = (await fetched(['/log/tile/0/001'])).map((bytes) => rootOver(slices(bytes, 32)))
		expect(proof).toHaveLength(2)
		expect(right).toEqual(next)
		const root = (await text('/log/checkpoint')).split('\n')[2]
		const left = sha256(Uint8Array.of(1), hash as Buffer, right)
		expect(sha256(Uint8Array.of(1), left, Buffer.from(proof[1] ?? '', 'base64')).toString('base64')).toBe(
			root,
		)
		expect(await text('/log/consistency?from=600&to=600')).toBe('')
	})
})

describe('what is asked of the log is answered with these headers', () => {
	const forever = 'public, max-age=31536000, immutable'
	test.each([
		['/log/key', 'text/plain; charset=utf-8', 'public, max-age=3600'],
		['/log/checkpoint', 'text/plain; charset=utf-8', 'no-store'],
		['/log/tile/0/000', 'application/octet-stream', forever],
		['/log/tile/0/001.p/7', 'application/octet-stream', forever],
		['/log/tile/1/000.p/2', 'application/octet-stream', forever],
		['/log/tile/entries/000', 'application/octet-stream', forever],
		['/log/tile/entries/002.p/88', 'application/octet-stream', forever],
		['/log/receipt/r0', 'text/plain; charset=utf-8', 'no-store'],
		['/log/receipt/%720?version=1', 'text/plain; charset=utf-8', 'no-store'],
		['/log/consistency?from=1&to=2', 'text/plain; charset=utf-8', forever],
	])('%s', async (path, type, lasting) => {
		const plain = await site.ask(path)
		const wishes = {
			'accept-encoding': 'br, gzip',
			accept: 'text/html',
			cookie: 'a=b',
			'accept-language': 'id',
		}
		for (const answer of [plain, await site.ask(path, { headers: { ...wishes, 'accept-encoding': '' } })]) {
			expect(answer.status).toBe(200)
			expect(answer.headers).toMatchObject({
				'content-type': type,
				'cache-control': lasting,
				'access-control-allow-origin': '*',
				'cross-origin-resource-policy': 'cross-origin',
				'content-length': String(plain.body.length),
			})
			expect(answer.headers['set-cookie']).toBeUndefined()
			expect(answer.headers['content-encoding']).toBeUndefined()
			expect(answer.body).toEqual(plain.body)
		}
		if (type !== 'application/octet-stream') return
		expect((await site.ask(path, { headers: wishes })).headers['content-encoding']).toBeUndefined()
	})

	test('a receipt is a file with its own ending', async () => {
		const { headers } = await site.ask('/log/receipt/r7')
		expect(headers['content-disposition']).toBe('attachment; filename="r7.tlog-proof"')
	})
})

describe('what is not in the log, or not written as an address of it, is not found, and nobody keeps that', () => {
	test.each([
		'/log/tile/0/000.p/0',
		'/log/tile/0/000.p/256',
		'/log/tile/0/000.p/01',
		'/log/tile/0/002',
		'/log/tile/0/002.p/89',
		'/log/tile/0/003.p/1',
		'/log/tile/1/000',
		'/log/tile/1/000.p/3',
		'/log/tile/2/000.p/1',
		'/log/tile/63/000.p/1',
		'/log/tile/64/000.p/1',
		'/log/tile/00/000',
		'/log/tile/0/0',
		'/log/tile/0/x000/000',
		'/log/tile/0/00%30',
		'/log/tile/0/000/',
		'/log/tile/0//000',
		'/log/tile/8/0/000',
		'/log/tile/data/000',
		'/log/tile/entries/002',
		'/log/tile/entries/002.p/89',
		'/log/tile/ENTRIES/000',
		'/log/tile/',
		'/log/tile',
		'/log/',
		'/log/checkpoint/',
		'/log/Checkpoint',
		'/LOG/checkpoint',
		'/log/%63heckpoint',
		'/log/key/',
		'/log/receipt/nothing',
		'/log/receipt/r0/',
		'/log/receipt/r0/r1',
		'/log/receipt/R0',
		'/log/receipt/r0?version=2',
		'/log/receipt/r0?version=01',
		'/log/receipt/..%2Fkey',
		'/log/consistency',
		'/log/consistency?from=2&to=1',
		'/log/consistency?from=1&to=601',
		'/log/consistency?from=01&to=2',
		'/log/consistency?from=1&from=2&to=3',
		'/log/consistency?from=-1&to=2',
	])('%s', async (path) => {
		const { status, headers } = await site.ask(path)
		expect([status, headers['cache-control'], headers['set-cookie']]).toEqual([404, 'no-store', undefined])
	})
})

describe('a record', () => {
	test('is given with the newest version a checkpoint covers, which the question itself brings up to date', async () => {
		const record = JSON.parse(await text('/records/k1.json')) as {
			entry: { recordId: string }
			content: object
		}
		expect(record.entry.recordId).toBe('k1')
		const { headers } = await site.ask('/records/k1.json')
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			'cache-control': 'no-store',
			'access-control-allow-origin': '*',
			'cross-origin-resource-policy': 'cross-origin',
		})
		expect((await site.ask('/records/k1.json?version=1')).status).toBe(200)
		expect((await site.ask('/records/k1.json?version=2')).status).toBe(404)
	})

	test('that was logged a moment ago has a receipt, and everything of the new size can be fetched', async () => {
		await site.database.db.$transaction((tx) => appendAct(tx, anAct({ recordId: 'new-one' })))
		const note = (await text('/log/receipt/new-one')).split('\n\n').slice(1).join('\n\n')
		const size = sizeOf(note)
		expect(note).toBe(await text('/log/checkpoint'))
		await fetched([...pathsOf('0', size), ...pathsOf('entries', size)])
		const old = await fetched(pathsOf('0', 600))
		expect(old.at(-1)).toHaveLength(88 * 32)
	})
})
