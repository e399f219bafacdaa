import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isScanning } from '#app/cleaning/clamd.server.ts'
import { openCleaner } from '#app/cleaning/clean-file.server.ts'
import type { Cleaner } from '#app/cleaning/clean-file.server.ts'
import { runCleaning } from '#app/cleaning/cleaning-process.server.ts'
import { manyPages, onePage } from '#tests/uploads/make/pdf-file.ts'

let folder: string
let work: string
let cleaner: Cleaner

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renaksi-cleaner-'))
	work = join(folder, 'work')
	mkdirSync(work)
	cleaner = openCleaner({ folder: work, clamdSocket: null })
})
afterEach(() => {
	cleaner.close()
	rmSync(folder, { recursive: true, force: true })
})

function aFile(bytes: Buffer | string): string {
	const path = join(folder, `file-${String(readdirSync(folder).length)}`)
	writeFileSync(path, bytes)
	return path
}

/** What is made of a file, and its bytes. */
async function made(bytes: Buffer | string) {
	const cleaned = await cleaner.cleanFile(aFile(bytes))
	if ('refusal' in cleaned) throw new Error(cleaned.refusal)
	const file = readFileSync(cleaned.path)
	await cleaned.discard()
	return { ...cleaned, file }
}

describe('cleaning', () => {
	test('leaves the file that was sent, and nothing of its own once it is stored', async () => {
		const path = aFile('Notulen')
		const cleaned = await cleaner.cleanFile(path)
		expect(cleaned).toMatchObject({ mediaType: 'text/plain', bytes: 7, previewSha256: null })
		if (!('refusal' in cleaned)) await cleaned.discard()
		expect([readFileSync(path, 'utf8'), readdirSync(work)]).toEqual(['Notulen', []])
		expect(await cleaner.cleanFile(aFile('GIF89a;'))).toEqual({ refusal: 'OTHER_IMAGE' })
		expect(readdirSync(work)).toEqual([])
	})

	test('makes the same bytes of the same file', async () => {
		for (const bytes of [
			onePage(),
			await sharp({ create: { width: 50, height: 40, channels: 3, background: 'teal' } })
				.png()
				.toBuffer(),
		]) {
			const [first, second] = [await made(bytes), await made(bytes)]
			expect([first.sha256, first.previewSha256]).toEqual([second.sha256, second.previewSha256])
		}
	})

	test('keeps a page’s size, and what stands on it can be seen', async () => {
		const { file, pages } = await made(
			onePage({ box: '[0 0 595 842]', content: '0 0 0 rg 0 421 595 421 re f' }),
		)
		expect([pages, file.toString('latin1')]).toEqual([1, expect.stringContaining('/MediaBox [0 0 595 842]')])
		const picture = file.subarray(file.indexOf(Buffer.from('ffd8ff', 'hex')))
		const { data, info } = await sharp(picture, { failOn: 'none' })
			.greyscale()
			.raw()
			.toBuffer({ resolveWithObject: true })
		expect([data[info.width * 10 + 10], data[info.width * (info.height - 10) + 10]]).toEqual([0, 255])
	})

	test('takes the colour out of what nobody sees', async () => {
		const data = Buffer.alloc(20 * 20 * 4, 200)
		for (let at = 3; at < data.length / 2; at += 4) data[at] = 0
		const { file } = await made(
			await sharp(data, { raw: { width: 20, height: 20, channels: 4 } })
				.png()
				.toBuffer(),
		)
		const pixels = await sharp(file).raw().toBuffer()
		expect([pixels.subarray(0, 4).toString('hex'), pixels.subarray(-4).toString('hex')]).toEqual([
			'00000000',
			'c8c8c8c8',
		])
	})

	test('one file at a time, and whoever comes when too many wait is asked to come later', async () => {
		const path = aFile('Notulen')
		const asked = Array.from({ length: 25 }, () => cleaner.cleanFile(path))
		const late = await Promise.all(asked.slice(20))
		expect(late.every((outcome) => 'refusal' in outcome && outcome.refusal === 'UNAVAILABLE')).toBe(true)
		expect(readdirSync(work).length).toBeLessThanOrEqual(1)
		cleaner.close()
		await Promise.all(asked)
	})

	test('ends when the site ends', async () => {
		const asked = cleaner.cleanFile(aFile(manyPages(200)))
		setTimeout(() => cleaner.close(), 1_000)
		expect(await asked).toEqual({ refusal: 'UNAVAILABLE' })
		expect(readdirSync(work)).toEqual([])
	})
})

describe('the process that cleans', () => {
	const run = (bytes: Buffer | string, limitMs: number) =>
		runCleaning({ source: aFile(bytes), folder: work, limitMs, signal: new AbortController().signal })

	test('is ended when it takes too long', async () => {
		const startedAt = performance.now()
		expect(await run(manyPages(200), 700)).toEqual({ refusal: 'BROKEN' })
		expect(performance.now() - startedAt).toBeLessThan(5_000)
	})

	test('knows nothing of the site’s environment', async () => {
		process.env.FILES_S3_SECRET = 'secret'
		process.env.NODE_OPTIONS = `--require=${join(folder, 'spy.cjs')}`
		writeFileSync(
			join(folder, 'spy.cjs'),
			`require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'spied'))}, JSON.stringify(process.env))`,
		)
		try {
			expect(await run('Notulen', 20_000)).toMatchObject({ mediaType: 'text/plain' })
		} finally {
			delete process.env.FILES_S3_SECRET
			delete process.env.NODE_OPTIONS
		}
		expect(existsSync(join(folder, 'spied'))).toBe(false)
	})
})

describe('a daemon that looks for viruses', () => {
	let daemon: Server
	let said: string
	const socketPath = () => join(folder, 'clamd.sock')

	beforeEach(async () => {
		said = 'stream: OK'
		daemon = createServer((socket) => {
			let heard = Buffer.alloc(0)
			socket.on('error', () => undefined)
			socket.on('data', (bytes: Buffer) => {
				heard = Buffer.concat([heard, bytes])
				if (heard.toString().startsWith('zPING')) socket.end('PONG\0')
				else if (heard.subarray(-4).equals(Buffer.alloc(4)))
					socket.end(`${heard.includes('EVIL') ? 'stream: Evil FOUND' : said}\0`)
			})
		})
		await new Promise<void>((listening) => daemon.listen(socketPath(), listening))
		cleaner = openCleaner({ folder: work, clamdSocket: socketPath() })
	})
	afterEach(() => void daemon.close())

	test.each([
		['finds nothing, lets a file through', 'Notulen', 'stream: OK', { mediaType: 'text/plain' }],
		['finds something, stops it', 'EVIL', 'stream: OK', { refusal: 'INFECTED' }],
		[
			'gives up, stops it for now',
			'Notulen',
			'INSTREAM size limit exceeded. ERROR',
			{ refusal: 'UNAVAILABLE' },
		],
	])('that %s', async (_what, text, answer, outcome) => {
		said = answer
		expect(await cleaner.cleanFile(aFile(text))).toMatchObject(outcome)
	})

	test('is known to answer, and to be gone', async () => {
		expect(await isScanning(socketPath())).toBe(true)
		expect(await isScanning(join(folder, 'nobody.sock'))).toBe(false)
		cleaner = openCleaner({ folder: work, clamdSocket: join(folder, 'nobody.sock') })
		expect(await cleaner.cleanFile(aFile('Notulen'))).toEqual({ refusal: 'UNAVAILABLE' })
	})
})
