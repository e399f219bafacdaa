import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { FORM } from './file-site.ts'
import type { DoorCase } from './through-the-door.ts'

const MB = 2 ** 20
const FLOOD_BYTES = 300 * MB
const MOST_MEMORY_BYTES = 64 * MB
/** The site reads 20 MB at most; the rest of the time is the machine's. */
const MOST_MS = 10_000
const LOOK_MS = 10

const Poured = z.object({ status: z.number(), ms: z.number(), poured: z.number() })
type Poured = z.infer<typeof Poured>

const FILE_HEAD = [
	'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nKept\r\n',
	'--x\r\nContent-Disposition: form-data; name="file"; filename="film.jpg"\r\n\r\n',
].join('')

type Flood = {
	readonly path: string
	readonly headers: Record<string, string>
	readonly before?: string
	readonly isChunked?: boolean
	readonly method?: string
}

const form = { path: FORM, before: FILE_HEAD, headers: { 'content-type': 'multipart/form-data; boundary=x' } }
const FLOODS: readonly (readonly [what: string, flood: Flood, statuses: readonly number[]])[] = [
	['a form with its file', form, [413]],
	['a form that does not say how long it is', { ...form, isChunked: true }, [413]],
	[
		'a form that is nothing but text',
		{ ...form, before: '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n' },
		[400, 413],
	],
	['a packed form', { ...form, headers: { ...form.headers, 'content-encoding': 'gzip' } }, [415]],
	['a form of somebody who is not signed in', { ...form, headers: { ...form.headers, cookie: '' } }, [302]],
	['a form of another page', { ...form, path: '/en/form' }, [413]],
	[
		'a form of another page that does not say how long it is',
		{ ...form, path: '/en/form', isChunked: true },
		[413],
	],
	[
		'the beginning of a file that comes in pieces',
		{
			path: '/uploads',
			headers: {
				'tus-resumable': '1.0.0',
				'upload-length': '1000',
				'content-type': 'application/offset+octet-stream',
			},
			isChunked: true,
		},
		[413],
	],
	[
		'a piece of a file',
		{
			path: `/uploads/${'a'.repeat(32)}`,
			method: 'PATCH',
			headers: {
				'tus-resumable': '1.0.0',
				'upload-offset': '0',
				'content-type': 'application/offset+octet-stream',
			},
		},
		[413],
	],
]

/** Bodies of 300 MB: answered before they are over, and the site's memory hardly notices. */
export const FLOOD_CASES: readonly DoorCase[] = FLOODS.map(([what, flood, statuses]) => ({
	name: `300 MB as ${what}`,
	run: async (site) => {
		const headers = { cookie: site.cookie, 'sec-fetch-site': 'same-origin', ...flood.headers }
		const { poured, memory } = await measured(() =>
			pour({
				method: 'POST',
				before: '',
				isChunked: false,
				...flood,
				headers,
				port: site.port,
				bytes: FLOOD_BYTES,
			}),
		)
		if (!statuses.includes(poured.status)) return `answered with ${String(poured.status)}`
		if (memory > MOST_MEMORY_BYTES) return `took ${String(Math.round(memory / MB))} MB of memory`
		if (poured.ms > MOST_MS) return `answered after ${String(poured.ms)} ms`
		return poured.poured < FLOOD_BYTES ? null : 'was read to its end'
	},
}))

async function measured(work: () => Promise<Poured>): Promise<{ poured: Poured; memory: number }> {
	await pause(200)
	const before = process.memoryUsage.rss()
	let most = before
	const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), LOOK_MS)
	const poured = await work()
	await pause(700)
	clearInterval(look)
	return { poured, memory: most - before }
}

function pour(given: object): Promise<Poured> {
	const script = join(import.meta.dirname, 'pour.ts')
	const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(given)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	return new Promise((resolve, reject) => {
		let said = ''
		child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
		child.once('error', reject)
		child.once('close', () => {
			try {
				resolve(Poured.parse(JSON.parse(said)))
			} catch (error) {
				reject(error instanceof Error ? error : new Error(said))
			}
		})
	})
}
