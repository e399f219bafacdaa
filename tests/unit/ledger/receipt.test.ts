import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkpointText, signerOf } from '#app/ledger/checkpoint.ts'
import { contentHash, leafHash } from '#app/ledger/leaf.ts'
import { merkleTree } from '#app/ledger/merkle.ts'
import { parseReceipt, receiptText, verifyReceipt } from '#app/ledger/receipt.ts'
import { bundleBytes } from '#app/ledger/tiles.ts'
import { CHECKPOINT, CONTENTS, ENTRIES, KEY, LEAF_HASHES, ORIGIN, RECEIPT, VKEY } from './worked-example.ts'

// Example of C2SP/C2SP, tlog-proof.md; the signatures are shortened there.
const FANCYLOG = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJw[...]1roloI=
`

const entries = ENTRIES.map((entry) => Buffer.from(entry, 'utf8'))
const signer = signerOf(ORIGIN, KEY)

/** The receipt of a leaf in a log of the given entries. */
function receiptIn(log: readonly Uint8Array[], index: number): string {
	const tree = merkleTree()
	for (const entry of log) tree.append(leafHash(entry))
	const [entry, proof, root] = [log[index], tree.inclusion(index, log.length), tree.rootAt(log.length)]
	if (!entry || !proof || !root) throw new Error('no such leaf')
	const checkpoint = signer.sign(checkpointText({ origin: ORIGIN, size: log.length, root }))
	return receiptText({ entry, index, proof, checkpoint })
}

test('the example of tlog-proof is read as it is meant', () => {
	const receipt = parseReceipt(FANCYLOG)
	expect(receipt).toMatchObject({ index: 73_894 })
	expect(Buffer.from(receipt?.entry ?? []).toString('latin1')).toContain('age-v1.2.1-darwin-arm64.tar.gz')
	expect(receipt?.proof).toHaveLength(5)
	expect(receipt?.checkpoint).toMatch(/^example\.com\/fancylog\n109482\n/)
	expect(verifyReceipt(FANCYLOG, VKEY)).toBe('not_signed')
})

describe('the worked example', () => {
	test('has these leaf hashes, and bundles of entries behind their length', () => {
		expect(entries.map((entry) => Buffer.from(leafHash(entry)).toString('hex'))).toEqual(LEAF_HASHES)
		const bundle = Buffer.from(bundleBytes(entries))
		expect(bundle.subarray(0, 4).toString('hex')).toBe('00be7b22')
		expect(bundle).toHaveLength(2 * 192)
	})

	test.each(CONTENTS)(
		'seals $canonical with its salt',
		({ firstSaltByte, canonical, contentHash: sealed }) => {
			const salt = Uint8Array.from({ length: 32 }, (_byte, at) => firstSaltByte + at)
			expect(contentHash(salt, JSON.parse(canonical) as Record<string, number>)).toBe(sealed)
		},
	)

	test('gives this receipt to the byte', () => {
		expect(receiptIn(entries, 1)).toBe(RECEIPT)
		expect(RECEIPT.endsWith(CHECKPOINT)).toBe(true)
	})

	test('proves its entry', () => {
		expect(verifyReceipt(RECEIPT, VKEY)).toMatchObject({ index: 1, checkpoint: { size: 2 } })
	})

	test('with any one bit changed proves nothing', () => {
		const bytes = Buffer.from(RECEIPT, 'utf8')
		fc.assert(
			fc.property(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), (bit) => {
				const changed = Buffer.from(bytes)
				const at = bit >> 3
				changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7))
				expect(verifyReceipt(changed.toString('utf8'), VKEY)).toBeTypeOf('string')
			}),
			{ numRuns: 3_000, seed: 32 },
		)
	})
})

test('in a log of one leaf the line of the index is followed by the empty line', () => {
	const receipt = receiptIn(entries.slice(0, 1), 0)
	expect(receipt).toContain('\nindex 0\n\nlog.example/demo\n1\n')
	expect(verifyReceipt(receipt, VKEY)).toMatchObject({ index: 0 })
})

test('every receipt of a log of any length proves its own entry', () => {
	const log = Array.from({ length: 300 }, (_entry, at) => Buffer.from(`{"at":${at}}`))
	const place = fc
		.integer({ min: 1, max: log.length })
		.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })))
	fc.assert(
		fc.property(place, ([size, index]) => {
			const proven = verifyReceipt(receiptIn(log.slice(0, size), index), VKEY)
			expect(proven).toMatchObject({ index, entry: new Uint8Array(log[index] ?? []) })
		}),
		{ numRuns: 60, seed: 3 },
	)
})

describe('a receipt is no proof', () => {
	const [extra = '', index = '', hash = ''] = RECEIPT.split('\n').slice(1)
	test.each([
		['without its first line', RECEIPT.slice(RECEIPT.indexOf('\n') + 1), 'malformed'],
		['of another version of the format', RECEIPT.replace('@v1', '@v2'), 'malformed'],
		['without the entry', RECEIPT.replace(`${extra}\n`, ''), 'without_entry'],
		['with two entries', RECEIPT.replace(extra, `${extra}\n${extra}`), 'malformed'],
		['without its place', RECEIPT.replace(`${index}\n`, ''), 'malformed'],
		[
			'with its place before the entry',
			RECEIPT.replace(`${extra}\n${index}`, `${index}\n${extra}`),
			'malformed',
		],
		['with a place that begins with zero', RECEIPT.replace('index 1', 'index 01'), 'malformed'],
		['with a hash of 31 bytes', RECEIPT.replace(hash, `${'A'.repeat(40)}AA==`), 'malformed'],
		['with other line ends', RECEIPT.replaceAll('\n', '\r\n'), 'malformed'],
		['without the empty line', RECEIPT.replace('\n\n', '\n'), 'malformed'],
		['with a hash too many', RECEIPT.replace(hash, `${hash}\n${hash}`), 'not_included'],
		['with a hash too few', RECEIPT.replace(`${hash}\n`, ''), 'not_included'],
		['of another place', RECEIPT.replace('index 1', 'index 0'), 'not_included'],
		['of a place beyond the log', RECEIPT.replace('index 1', 'index 3'), 'not_included'],
		['for a checkpoint that nobody signed', RECEIPT.replace('\n2\n', '\n3\n'), 'not_signed'],
		['without its last newline', RECEIPT.slice(0, -1), 'not_signed'],
		['that is empty', '', 'malformed'],
	])('%s', (_what, receipt, fault) => {
		expect(verifyReceipt(receipt, VKEY)).toBe(fault)
	})
})
