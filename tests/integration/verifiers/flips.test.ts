import { afterAll, describe, expect, test } from 'vitest'
import { miniLog, miniRecord, miniRecords, recordJson } from './mini-log.ts'
import { checkAll, pageVerifier } from './page-verifier.ts'
import { pythonVerifier } from './python-verifier.ts'
import { miniReport } from './reports.ts'

// Of a receipt, the canonical form of its record, and a checkpoint, every single bit is turned over, one at a time.
// Each time the verdict must change: there is no bit that may be altered unseen.

const page = pageVerifier()
const python = pythonVerifier()
afterAll(() => python.close())

const records = miniRecords(1_000)
const log = miniLog('log.example/mini', Buffer.alloc(32, 7), records)
const own = records[300] ?? miniRecord({ recordId: 'none', content: {} })
const given = {
	receipt: Buffer.from(log.receipt(300, 1_000)),
	record: Buffer.from(recordJson(own)),
	checkpoint: Buffer.from(log.checkpoint(1_000)),
}
const report = await miniReport()
const reported = {
	pdf: report.files.en,
	record: Buffer.from(report.record),
	receipt: Buffer.from(report.receipt),
}

/** Bits of the PDF that are tried: spread over the whole file, 601 of them. */
const PDF_BITS = Array.from({ length: 601 }, (_unused, at) =>
	Math.floor((at * reported.pdf.length * 8) / 601),
)
const bitsOf = (bytes: Uint8Array) => Array.from({ length: bytes.length * 8 }, (_unused, bit) => bit)

const TRIED = [
	['receipt', bitsOf(given.receipt)],
	['record', bitsOf(given.record)],
	['checkpoint', bitsOf(given.checkpoint)],
] as const

test('more than ten thousand bits are turned over', () => {
	const count = TRIED.reduce((sum, [, bits]) => sum + bits.length, 0)
	expect(count).toBeGreaterThan(10_000)
})

function turned(bytes: Uint8Array, bit: number): Uint8Array {
	const copy = Uint8Array.from(bytes)
	copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
	return copy
}

describe('the page refuses every bit turned over', { timeout: 180_000 }, () => {
	test.each(TRIED)('in the %s', async (name, bits) => {
		const files = name === 'checkpoint' ? { checkpoint: given.checkpoint } : given
		expect((await checkAll(page, { key: log.vkey, ...files })).verdict).toBe('ok')
		const unseen: number[] = []
		for (const bit of bits) {
			const { verdict } = await checkAll(page, { key: log.vkey, ...files, [name]: turned(given[name], bit) })
			if (verdict === 'ok') unseen.push(bit)
		}
		expect(unseen).toEqual([])
	})

	test('in the PDF of a report', async () => {
		expect((await checkAll(page, { key: report.key, ...reported })).verdict).toBe('ok')
		const unseen: number[] = []
		for (const bit of PDF_BITS) {
			const pdf = turned(reported.pdf, bit)
			if ((await checkAll(page, { key: report.key, ...reported, pdf })).verdict === 'ok') unseen.push(bit)
		}
		expect(unseen).toEqual([])
	})
})

/** Runs all flips in one process. What is refused before a signature has to be checked costs next to nothing. */
const FLIPS = `
import base64, json, sys, verify
from concurrent.futures import ThreadPoolExecutor
given = json.load(sys.stdin)
files = {name: base64.b64decode(text) for name, text in given['files'].items()}
key = verify.read_key(given['key'])
checks = {
    'receipt': lambda files: verify.check_receipt(files['receipt'], key, files['record']),
    'checkpoint': lambda files: verify.read_checkpoint(files['checkpoint'], key)[2](),
    'report': lambda files: verify.check_report(files['pdf'], files['record'], files['receipt'], key),
}
check = checks[given['check']]
check(files)
def is_unseen(bit):
    turned = bytearray(files[given['turned']])
    turned[bit >> 3] ^= 1 << (bit & 7)
    try: check({**files, given['turned']: bytes(turned)})
    except verify.Wrong: return False
    return True
with ThreadPoolExecutor(2) as pool: unseen = list(pool.map(is_unseen, given['bits']))
print(json.dumps([len(unseen), [bit for bit, is_so in zip(given['bits'], unseen) if is_so]]))
`

describe('the program refuses every bit turned over', { timeout: 180_000 }, () => {
	test.each([
		...TRIED.map(([name, bits]) => ({
			name,
			bits,
			check: name === 'checkpoint' ? name : 'receipt',
			files: given,
			key: log.vkey,
		})),
		{ name: 'pdf', bits: PDF_BITS, check: 'report', files: reported, key: report.key },
	])('in the $name', async ({ name, bits, check, files, key }) => {
		const texts = Object.entries(files).map(([file, bytes]) => [file, Buffer.from(bytes).toString('base64')])
		const job = { key, check, files: Object.fromEntries(texts) as unknown, turned: name, bits }
		expect(await python.drive(FLIPS, job)).toEqual({ status: 0, said: `[${bits.length}, []]\n` })
	})
})
