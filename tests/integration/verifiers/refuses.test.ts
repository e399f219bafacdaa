import { afterAll, describe, expect, test } from 'vitest'
import { canonicalOf, miniLog, miniRecord, miniRecords, recordJson } from './mini-log.ts'
import type { MiniRecord } from './mini-log.ts'
import { checkAll, pageVerifier } from './page-verifier.ts'
import { pythonVerifier } from './python-verifier.ts'
import { DEMO } from './worked-example.ts'

const page = pageVerifier()
const python = pythonVerifier()
afterAll(() => python.close())

const SEED = Buffer.alloc(32, 7)
const records = miniRecords(11)
const log = miniLog('log.example/mini', SEED, records)
const receipt = log.receipt(6, 11)
const record = recordJson(records[6] ?? miniRecord({ recordId: 'none', content: {} }))
const checkpoint = log.checkpoint(11)

/** A receipt of an entry that is in the log, but is none of ours. */
function receiptOf(change: (entry: Record<string, unknown>) => string): string {
	const own = miniRecord({ recordId: 'c-1', content: {} })
	const odd: MiniRecord = { ...own, entryBytes: Buffer.from(change({ ...own.entry })) }
	return miniLog('log.example/mini', SEED, [odd]).receipt(0, 1)
}

const withEntry = (change: Record<string, unknown>) =>
	receiptOf((entry) => canonicalOf({ ...entry, ...change }))

async function bothRefuse(
	kind: 'receipt' | 'record' | 'checkpoint',
	text: string | Uint8Array,
): Promise<void> {
	const files = kind === 'record' ? { receipt, record: text } : { [kind]: text }
	const { verdict, findings } = await checkAll(page, { key: `${log.vkey}\n`, ...files })
	expect(verdict, 'the page').not.toBe('ok')
	for (const finding of findings)
		for (const language of ['en', 'id'] as const)
			expect(page.findingText(language, finding)).not.toMatch(/undefined|\{\w+\}/)
	const asked =
		kind === 'record' ? { check: 'receipt', FILE: 'receipt', record: 'record' } : { check: kind, FILE: kind }
	const said = await python.ask({ ...asked, key: log.vkey }, files)
	expect(said, 'the program').toMatch(/^NOT in order: .+$/)
}

test('what is altered below is in order as it stands', async () => {
	const files = { receipt, record, checkpoint }
	expect((await checkAll(page, { key: log.vkey, ...files })).verdict).toBe('ok')
	const { said } = await python.run(['receipt', 'receipt', '--record', 'record', '--key', log.vkey], files)
	expect(said).toMatch(/^In order/)
	expect((await python.run(['checkpoint', 'checkpoint', '--key', log.vkey])).said).toMatch(/^In order/)
})

describe('both refuse a receipt', () => {
	test.each([
		['with a line more at its end', `${receipt}\n`],
		['without its last newline', receipt.slice(0, -1)],
		['with carriage returns', receipt.replaceAll('\n', '\r\n')],
		['with a byte order mark', `\uFEFF${receipt}`],
		['with a control character', receipt.replace('\nindex', '\u0007\nindex')],
		['that is not UTF-8', Buffer.concat([Buffer.from(receipt), Buffer.from('— x \xff\n', 'latin1')])],
		['of another version of the format', receipt.replace('@v1', '@v2')],
		['without its entry', receipt.replace(/extra .*\n/, '')],
		['whose index is written with a zero before it', receipt.replace('index 6', 'index 06')],
		['whose index is that of the next entry', receipt.replace('index 6', 'index 7')],
		['whose index is the size of the log', receipt.replace('index 6', 'index 11')],
		['with a hash too few', receipt.replace(/(index 6\n).*\n/, '$1')],
		['with a hash too many', receipt.replace(/(index 6\n)(.*\n)/, '$1$2$2')],
		['with two hashes in each other’s place', receipt.replace(/(index 6\n)(.*\n)(.*\n)/, '$1$3$2')],
		['with base64 whose last bits are not zero', receipt.replace(/(index 6\n\S*)(.)=\n/, laterLetter)],
		['with base64 that is not filled up', receipt.replace(/(index 6\n\S*)=\n/, '$1\n')],
		['with a space in base64', receipt.replace(/(index 6\n.)/, '$1 ')],
		['with a second empty line before the checkpoint', receipt.replace('\n\n', '\n\n\n')],
		['with a line of extension in its checkpoint', receipt.replace('\n\n—', '\nmore\n\n—')],
		['whose checkpoint is not signed', receipt.replace(/— .*\n$/, '')],
		[
			'whose checkpoint is signed by another log’s key',
			receipt.replace(/\n\n[^]*$/, `\n\n${DEMO.emptyCheckpoint}`),
		],
		['of an entry that is not canonical', receiptOf((entry) => ` ${canonicalOf(entry)}`)],
		[
			'of an entry with members in another order',
			receiptOf((entry) => JSON.stringify({ version: 1, ...entry })),
		],
		['of an entry with bytes behind it', receiptOf((entry) => `${canonicalOf(entry)}\n`)],
		['of an entry that is no object', receiptOf(() => '[]')],
		[
			'of an entry with a member twice',
			receiptOf((entry) => canonicalOf(entry).replace('{', '{"a":1,"a":1,')),
		],
		['of an entry of nobody', withEntry({ actorOrganization: '' })],
		['of an entry of version 0', withEntry({ version: 0 })],
		['of an entry of half a version', withEntry({ version: 1.5 })],
		['of an entry whose version is text', withEntry({ version: '1' })],
		['of an entry of a day that never was', withEntry({ day: '2026-02-30' })],
		['of an entry whose day is written otherwise', withEntry({ day: '20260228' })],
		['of an entry with a hash in capitals', withEntry({ contentHash: 'A'.repeat(64) })],
		['of an entry whose hash is in a list', withEntry({ contentHash: ['a'.repeat(64)] })],
		['of an entry whose predecessor is no hash', withEntry({ previous: 'none' })],
	])('%s', async (_what, text) => {
		expect(text).not.toEqual(receipt)
		await bothRefuse('receipt', text)
	})
})

/** The next letter of base64 instead of the last, whose lowest two bits are beyond the 32 bytes. */
function laterLetter(_whole: string, before: string, last: string): string {
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
	return `${before}${letters[letters.indexOf(last) + 1] ?? ''}=\n`
}

describe('both refuse a record', () => {
	test.each([
		['of another act', recordJson(records[5] ?? miniRecord({ recordId: 'none', content: {} }))],
		['whose content is another', record.replace('budget 6', 'budget 7')],
		['whose content has a member more', record.replace('"content":{', '"content":{"a":1,')],
		['whose salt is another', record.replace(/"salt":"./, otherFirstLetter)],
		['whose salt is short', record.replace(/"salt":"[^"]*"/, '"salt":"AAAA"')],
		['without salt and content', canonicalOf({ entry: records[6]?.entry })],
		['without content', record.replace('"content":', '"contents":')],
		['whose content is text', record.replace('"content":{', '"content":"{}","more":{')],
		['with a member twice', record.replace('"content":', '"content":{},"content":')],
		[
			'with a member twice that is written otherwise',
			record.replace('"content":{', '"content":{"\\u006bind":1,'),
		],
		['with half a character', record.replace('"content":{', '"content":{"a":"\\ud83d",')],
		[
			'with an integer that is not held exactly',
			record.replace('"content":{', '"content":{"a":9007199254740993,'),
		],
		['with digits that no double holds', record.replace('"share":0.', '"share":0.00000000000000001')],
		['with a number beyond all numbers', record.replace('"content":{', '"content":{"a":1e400,')],
		['with a word that is not JSON', record.replace('"content":{', '"content":{"a":NaN,')],
		[
			'nested a thousand times',
			record.replace('"content":{', `"content":{"a":${'['.repeat(1e3)}${']'.repeat(1e3)},`),
		],
		['nested a hundred thousand times', '{"a":'.repeat(1e5) + '1' + '}'.repeat(1e5)],
		['with something behind it', `${record}{}`],
		['with a byte order mark', `\uFEFF${record}`],
		['that is not UTF-8', Buffer.from(record.replace('élan', 'lan'), 'latin1')],
		['that is a list', '[]'],
		['that is empty', ''],
	])('%s', async (_what, text) => {
		expect(text).not.toEqual(record)
		await bothRefuse('record', text)
	})
})

function otherFirstLetter(whole: string): string {
	return `"salt":"${whole.endsWith('A') ? 'B' : 'A'}`
}

describe('both refuse a checkpoint', () => {
	const other = miniLog('log.example/mini', Buffer.alloc(32, 8), records)
	const otherName = miniLog('log.example/other', SEED, records)
	test.each([
		['that another key of the same name signed', other.checkpoint(11)],
		['of another log of the same key', otherName.checkpoint(11)],
		['with the number of the key and another signature', signedBy(other.checkpoint(11))],
		['whose size is written with a zero before it', checkpoint.replace('\n11\n', '\n011\n')],
		['of a size beyond 2^53', checkpoint.replace('\n11\n', '\n9007199254740993\n')],
		['of no size, with the root of a log', checkpoint.replace('\n11\n', '\n0\n')],
		['with an empty line more', checkpoint.replace('\n\n', '\n\n\n')],
		['with a line that is no signature behind it', `${checkpoint}\n`],
		['with another dash', checkpoint.replace('—', '-')],
		[
			'with a signature twice, once wrong',
			checkpoint + (signedBy(other.checkpoint(11)).split('\n').at(-2) ?? '') + '\n',
		],
		['with a byte more in the signature', checkpoint.replace(/==?\n$/, 'AA=\n')],
	])('%s', async (_what, text) => {
		expect(text).not.toEqual(checkpoint)
		await bothRefuse('checkpoint', text)
	})

	/** The signature of another key under the number of ours. */
	function signedBy(text: string): string {
		const signature = Buffer.from(/(\S+)\n$/.exec(text)?.[1] ?? '', 'base64')
		const own = Buffer.from(/(\S+)\n$/.exec(checkpoint)?.[1] ?? '', 'base64')
		const mixed = Buffer.concat([own.subarray(0, 4), signature.subarray(4)]).toString('base64')
		return checkpoint.replace(/\S+\n$/, `${mixed}\n`)
	}
})

test('signatures of others beside the log’s own are left alone', async () => {
	const witness = `— witness.example ${Buffer.alloc(76, 3).toString('base64')}\n`
	const own = checkpoint
	const cosigned = checkpoint + witness
	expect((await checkAll(page, { key: log.vkey, own, cosigned })).verdict).toBe('ok')
	const { status } = await python.run(['checkpoint', 'cosigned', '--key', log.vkey], { cosigned })
	expect(status).toBe(0)
})

test.each([
	['has the number of another key', log.vkey.replace(/\+.{8}\+/, '+00000000+')],
	['is of another kind', log.vkey.replace(/\+A/, '+B')],
	['has no name', log.vkey.replace(/^[^+]+/, '')],
	['is cut off', log.vkey.slice(0, -4)],
	['has something behind it', `${log.vkey}\n\n`],
])('both refuse a key that %s', async (_what, key) => {
	expect((await checkAll(page, { key, checkpoint })).verdict).toBe('bad')
	const { status, said } = await python.run(['checkpoint', 'checkpoint', '--key', key], { checkpoint })
	expect([status, said]).toEqual([1, expect.stringMatching(/^NOT in order: /)])
})

describe('both refuse lines of consistency', () => {
	const lines = log.consistency(6, 11)
	test.each([
		['between other sizes', log.consistency(5, 11)],
		['with one too few', lines.replace(/^.*\n/, '')],
		['with one too many', lines + lines.slice(0, 45)],
		['without the last newline', lines.slice(0, -1)],
		['of a log that was rewritten', miniLog('log.example/mini', SEED, miniRecords(11)).consistency(6, 11)],
	])('%s', async (_what, text) => {
		const files = { key: log.vkey, old: log.checkpoint(6), now: checkpoint, lines: text }
		expect((await checkAll(page, files)).verdict).toBe('bad')
		const { status } = await python.run(
			['consistency', 'old', 'now', '--proof', 'lines', '--key', log.vkey],
			files,
		)
		expect(status).toBe(1)
	})

	test('and two faces of a log of one size are named as such', async () => {
		const other = miniLog('log.example/mini', SEED, miniRecords(11))
		const files = { key: log.vkey, one: checkpoint, two: other.checkpoint(11), lines: '' }
		const { findings } = await checkAll(page, { key: log.vkey, one: checkpoint, two: other.checkpoint(11) })
		expect(findings.map(({ code }) => code)).toContain('growth.fork')
		const { status } = await python.run(
			['consistency', 'one', 'two', '--proof', 'lines', '--key', log.vkey],
			files,
		)
		expect(status).toBe(1)
	})
})

test.each([
	['a receipt without the key', { receipt }, 'key.none'],
	['a record without its receipt', { key: log.vkey, record }, 'record.alone'],
	[
		'two checkpoints without the lines between them',
		{ key: log.vkey, a: log.checkpoint(6), checkpoint },
		'growth.missing',
	],
	[
		'lines without checkpoints',
		{ key: log.vkey, checkpoint, lines: log.consistency(6, 11) },
		'growth.unused',
	],
	['a key alone', { key: log.vkey }, 'key.is'],
])('the page says that %s proves nothing yet, and what is missing', async (_what, files, code) => {
	const { verdict, findings } = await checkAll(page, files)
	expect(verdict).toBe('open')
	expect(findings.map((finding) => finding.code)).toContain(code)
})
