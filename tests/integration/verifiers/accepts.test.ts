import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { canonicalOf, miniLog, miniRecord, miniRecords, recordJson } from './mini-log.ts'
import type { MiniLog } from './mini-log.ts'
import { checkAll, pageVerifier } from './page-verifier.ts'
import { pythonVerifier } from './python-verifier.ts'
import { DEMO } from './worked-example.ts'

const page = pageVerifier()
const python = pythonVerifier()
afterAll(() => python.close())

const SIZE = 1_000
const log = miniLog('log.example/mini', Buffer.alloc(32, 7), miniRecords(SIZE))
/** Around powers of two, at the ends, and where the tree is lopsided. */
const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 255, 256, 257, 511, 513, 767, 999, SIZE]

describe('the worked example of the formats', () => {
	test('is in order for the page: receipt, record and checkpoint', async () => {
		const { verdict, findings } = await checkAll(page, {
			key: `${DEMO.vkey}\n`,
			receipt: DEMO.receipt,
			record: DEMO.record,
			'empty log': DEMO.emptyCheckpoint,
		})
		expect(findings.filter(({ status }) => status !== 'ok' && status !== 'note')).toEqual([])
		expect(verdict).toBe('ok')
	})

	test('is in order for the program, and the key may stand in a file', async () => {
		const files = {
			demo: DEMO.receipt,
			'demo.json': DEMO.record,
			empty: DEMO.emptyCheckpoint,
			key: DEMO.vkey,
		}
		const receipt = await python.run(['receipt', 'demo', '--record', 'demo.json', '--key', DEMO.vkey], files)
		expect(receipt).toEqual({
			status: 0,
			said: 'In order: commitment, record c-1, version 2, 2026-02-01: number 1 (from 0) in the log log.example/demo of 2 entries, signed with key 607616de; the record says exactly what was sealed\n',
		})
		const empty = await python.run(['checkpoint', 'empty', '--key', 'key'])
		expect([empty.status, empty.said]).toEqual([0, expect.stringContaining('of 0 entries')])
	})
})

describe('of a log of a thousand entries', () => {
	test('the page accepts every receipt with its record', async () => {
		for (const [index, record] of log.records.entries()) {
			const files = { key: log.vkey, receipt: log.receipt(index, SIZE), record: recordJson(record) }
			expect((await checkAll(page, files)).verdict, `entry ${index}`).toBe('ok')
		}
	})

	test('the page accepts receipts of every odd size of the tree', async () => {
		for (const size of SIZES) {
			for (const index of new Set([0, Math.floor(size / 2), size - 2, size - 1].filter((at) => at >= 0))) {
				const files = { key: log.vkey, receipt: log.receipt(index, size) }
				expect((await checkAll(page, files)).verdict, `entry ${index} of ${size}`).toBe('ok')
			}
		}
	})

	test('the program accepts every receipt with its record, and those of odd sizes', async () => {
		const jobs = [
			...log.records.map((record, index) => [log.receipt(index, SIZE), recordJson(record)]),
			...SIZES.map((size) => [log.receipt(size - 1, size), null]),
		]
		const lines = `
import json, sys, verify
from concurrent.futures import ThreadPoolExecutor
given = json.load(sys.stdin)
key = verify.read_key(given['key'])
check = lambda job: verify.check_receipt(job[0].encode(), key, job[1] and job[1].encode())
with ThreadPoolExecutor(2) as pool: print(len(list(pool.map(check, given['jobs']))))
`
		expect(await python.drive(lines, { key: log.vkey, jobs })).toEqual({
			status: 0,
			said: `${jobs.length}\n`,
		})
	}, 120_000)

	test('the page sees that it only grew, between all sizes up to 40 and some large ones', async () => {
		const small = Array.from({ length: 41 }, (_unused, size) => size)
		const pairs = [...pairsOf(small), ...pairsOf([...SIZES, 700])].filter(([from, to]) => from < to)
		for (const [from, to] of pairs) {
			const lines: Record<string, string> = from === 0 ? {} : { lines: log.consistency(from, to) }
			const files = { key: log.vkey, old: log.checkpoint(from), now: log.checkpoint(to), ...lines }
			expect((await checkAll(page, files)).verdict, `from ${from} to ${to}`).toBe('ok')
		}
	})

	test('the program sees the same', async () => {
		const pairs = pairsOf([0, 1, 2, 3, 5, 8, 255, 256, 999, SIZE]).filter(([from, to]) => from <= to)
		const jobs = pairs.map(([from, to]) => [
			log.checkpoint(from),
			log.checkpoint(to),
			log.consistency(from, to),
		])
		const lines = `
import json, sys, verify
given = json.load(sys.stdin)
key = verify.read_key(given['key'])
for old, new, lines in given['jobs']: verify.check_consistency(old.encode(), new.encode(), key, lines.encode())
print('all')
`
		expect(await python.drive(lines, { key: log.vkey, jobs })).toEqual({ status: 0, said: 'all\n' })
	}, 120_000)
})

function pairsOf(sizes: readonly number[]): [number, number][] {
	return sizes.flatMap((from) => sizes.map((to): [number, number] => [from, to]))
}

describe('the program walks a whole log', () => {
	test.each([0, 1, 255, 256, 257, SIZE])('of %i entries', async (size) => {
		const { status, said } = await walk(log, size)
		expect([status, said]).toEqual([0, expect.stringContaining(`of ${size} entries, signed with key`)])
	})

	test.each([
		['one entry was replaced', 300, miniRecord({ recordId: 'c-300', content: 'another' }), 'add up'],
		[
			'a version came back',
			999,
			miniRecord({ recordId: 'c-5', content: 'again' }),
			'does not follow version 2',
		],
		[
			'a version hides the one before it',
			998,
			miniRecord({ recordId: 'c-990', version: 2, previous: null, content: 'more' }),
			'names another predecessor',
		],
	])('and finds that %s', async (_what, index, record, said) => {
		const records = log.records.map((own, at) => (at === index ? record : own))
		const other = miniLog('log.example/mini', Buffer.alloc(32, 7), records)
		const isReplaced = said === 'add up'
		const found = await walk(isReplaced ? { ...other, checkpoint: log.checkpoint } : other, SIZE)
		expect([found.status, found.said]).toEqual([1, expect.stringContaining(said)])
	})
})

/** Serves checkpoint and bundles of a log as the formats say, and lets the program walk it. */
async function walk({ vkey, checkpoint, bundle }: MiniLog, size: number) {
	let isBusy = true
	const server = createServer((req, res) => {
		isBusy = !isBusy
		if (!isBusy) return res.writeHead(429, { 'Retry-After': '0' }).end()
		if (req.url === '/log/checkpoint') return res.end(checkpoint(size))
		const [, n = '', width] = /^\/log\/tile\/entries\/(\d{3})(?:\.p\/(\d+))?$/.exec(req.url ?? '') ?? []
		return n === '' ? res.writeHead(404).end() : res.end(bundle(Number(n), Number(width ?? 256)))
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	const said = await python.run(['log', `http://127.0.0.1:${port}/log`, '--key', vkey])
	await new Promise((resolve) => server.close(resolve))
	return said
}

test('both write JSON in its one canonical form, as a program nobody here wrote does', async () => {
	const names = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat().map(String), fc.constant('__proto__'))
	const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger())
	const { value } = fc.letrec((tie) => ({
		value: fc.oneof(fc.jsonValue(), number, fc.array(tie('value')), fc.dictionary(names, tie('value'))),
	}))
	const made = fc.sample(value, 2_000).map((one) => JSON.stringify(one))
	// Numbers also as JSON allows them to be written, not only as ECMAScript does.
	const texts = [...made.filter(isHeldExactly), '1e+21', '-0', '0.1E1', '9007199254740992', '1e20', '-0.0e-9']
	const wanted = texts.map((text) => canonicalOf(JSON.parse(text)))
	expect(texts.length).toBeGreaterThan(1_500)
	expect(texts.map((text) => page.canonical(page.parseJson(text)))).toEqual(wanted)
	const lines = `
import json, sys, verify
print(json.dumps([verify.canonical(verify.parse(text)) for text in json.load(sys.stdin)]))
`
	const { said } = await python.drive(lines, texts)
	expect(JSON.parse(said)).toEqual(wanted)
})

/** Whether no integer in it is beyond 2^53: those belong in strings, and both verifiers refuse them. */
function isHeldExactly(text: string): boolean {
	let isHeld = true
	JSON.parse(text, (_name, value: unknown) => {
		const size = typeof value === 'number' && Number.isInteger(value) ? Math.abs(value) : 0
		if (size > 2 ** 53 && size < 1e21) isHeld = false
		return value
	})
	return isHeld
}
