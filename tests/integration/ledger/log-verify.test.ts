import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as checkpoint from '#app/routes/log/checkpoint.ts'
import * as key from '#app/routes/log/key.ts'
import * as tile from '#app/routes/log/tile.ts'
import { configFrom } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import { openDatabase } from '#app/db.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { findingsOf } from '#prisma/log-findings.ts'
import type { FoundLog } from '#prisma/log-findings.ts'
import { logOfDeployment, logOfSite } from '#prisma/log-source.ts'
import type { NoLog } from '#prisma/log-source.ts'
import { smallSite } from '../http/small-site.ts'
import type { SmallSite } from '../http/small-site.ts'
import { behindTheBack, logActs } from './logged-acts.ts'

const run = promisify(execFile)

let site: SmallSite
let place: string
let kept: { readonly checkpoint: string; readonly receipt: string }

beforeAll(async () => {
	site = await smallSite({
		routes: { 'log/key': key, 'log/checkpoint': checkpoint, 'log/tile/*': tile },
	})
	place = mkdtempSync(join(tmpdir(), 'renaksi-verify-'))
	await logActs(site.database, 270)
	const { text } = await site.publicLog.publish()
	kept = { checkpoint: text, receipt: (await site.publicLog.receipt(7)) ?? '' }
	await logActs(site.database, 30, 'later-')
})
afterAll(async () => {
	await site.close()
	rmSync(place, { recursive: true, force: true })
})

const address = () => `http://127.0.0.1:${site.port}`

function fileWith(text: string): string {
	const file = join(place, `${Math.random().toString(36).slice(2)}.txt`)
	writeFileSync(file, text)
	return file
}

/** What a person at a terminal gets. */
async function command(...given: readonly string[]): Promise<{ code: number; said: string }> {
	try {
		const { stdout } = await run(process.execPath, ['--import', 'tsx', 'prisma/log-verify.ts', ...given])
		return { code: 0, said: stdout }
	} catch (error) {
		const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
		return { code, said: stdout + stderr }
	}
}

function found(log: FoundLog | NoLog): FoundLog {
	if ('code' in log) throw new Error(`${log.code} ${JSON.stringify(log.values)}`)
	return log
}

/** Codes of what does not hold. */
function faults(log: FoundLog, given: { checkpoint?: string; receipt?: string } = {}): readonly string[] {
	const files = {
		checkpoint: { name: 'kept', text: given.checkpoint ?? kept.checkpoint },
		receipts: [{ name: 'receipt', text: given.receipt ?? kept.receipt }],
	}
	return findingsOf(log, files).flatMap(({ code, holds }) => (holds ? [] : [code]))
}

describe('the command', () => {
	test('ends with 0 where the log still begins with what was kept', async () => {
		const files = ['--checkpoint', fileWith(kept.checkpoint), '--receipt', fileWith(kept.receipt)]
		const { code, said } = await command(...files, '--url', address())
		expect([code, said.match(/^✓/gm)?.length]).toEqual([0, 3])
		expect(said).toContain('300 entries')
		expect(said).toContain('300 entri,')
	})

	test('ends with 1 where it does not, and says so to programs too', async () => {
		const altered = fileWith(kept.checkpoint.replace('\n270\n', '\n269\n'))
		const { code, said } = await command('--checkpoint', altered, '--url', `${address()}/`, '--json')
		expect(code).toBe(1)
		expect(JSON.parse(said)).toMatchObject({
			outcome: 'does_not_hold',
			findings: [
				{ code: 'log-holds', holds: true },
				{ code: 'checkpoint-not-signed', holds: false },
			],
		})
	})

	test.each([
		[[], 'Usage'],
		[['--checkpoint'], 'Usage'],
		[['--checkpoint', 'nowhere.txt', '--url', 'http://localhost'], 'nowhere.txt'],
		[['--checkpoint', 'package.json', '--url', 'localhost'], 'localhost'],
	])('ends with 2 where it is not understood: %j', async (given, said) => {
		const answer = await command(...given)
		expect([answer.code, answer.said.includes(said)]).toEqual([2, true])
	})
})

describe('of a site', () => {
	test('everything is fetched', async () => {
		const log = found(await logOfSite(address()))
		expect([log.entries.length, log.leaves.length]).toEqual([300, 300 * 32])
		expect(faults(log)).toEqual([])
	})

	test('that does not answer nothing is known', async () => {
		expect(await logOfSite(`${address()}/elsewhere`)).toMatchObject({ code: 'unreachable' })
	})
})

describe('what was altered is named', () => {
	const altered = async (change: (log: FoundLog) => Partial<FoundLog>) => {
		const log = found(await logOfSite(address()))
		return { ...log, ...change(log) }
	}

	test('an entry, with its place and its record', async () => {
		const log = await altered(({ entries }) => ({
			entries: entries.map((entry, at) =>
				at === 11 ? Buffer.from(Buffer.from(entry).toString().replace('2026', '2025')) : entry,
			),
		}))
		expect(faults(log)).toEqual([
			'entries-differ',
			'entry-differs',
			'checkpoint-differs',
			'receipt-tree-differs',
		])
		const [, named] = findingsOf(log, { checkpoint: { name: 'kept', text: kept.checkpoint }, receipts: [] })
		expect(named?.values).toEqual({ index: 11, record: 'k11' })
	})

	test('two entries that changed places', async () => {
		const log = await altered(({ entries: [first, second, ...rest] }) => ({
			entries: [second ?? Buffer.alloc(0), first ?? Buffer.alloc(0), ...rest],
		}))
		expect(faults(log).filter((code) => code === 'entry-differs')).toHaveLength(2)
	})

	test('entries that are gone', async () => {
		expect(faults(await altered(({ entries }) => ({ entries: entries.slice(0, 299) })))).toEqual([
			'entries-missing',
		])
		expect(faults(await altered(({ entries }) => ({ entries: entries.slice(0, 200) })))).toContain(
			'checkpoint-differs',
		)
	})

	test('a whole log that was rewritten and signed anew with the real key', async () => {
		const other = await smallSite({
			routes: { 'log/key': key, 'log/checkpoint': checkpoint, 'log/tile/*': tile },
		})
		await logActs(other.database, 300, 'invented-')
		const invented = found(await logOfSite(`http://127.0.0.1:${other.port}`))
		await other.close()
		expect(faults(invented)).toEqual(['checkpoint-not-signed', 'receipt-not-signed'])
		const { openKeys: keysOf } = await import('#app/keys.server.ts')
		const { signerOf, checkpointText } = await import('#app/ledger/checkpoint.ts')
		const { merkleTree } = await import('#app/ledger/merkle.ts')
		const { leafHash } = await import('#app/ledger/leaf.ts')
		const signer = signerOf('localhost/log', keysOf(join(place, 'own')).ledgerKey)
		const note = (entries: readonly Uint8Array[]) => {
			const tree = merkleTree()
			for (const entry of entries) tree.append(leafHash(entry))
			const root = tree.rootAt(entries.length) ?? new Uint8Array()
			return signer.sign(checkpointText({ origin: 'localhost/log', size: entries.length, root }))
		}
		const real = found(await logOfSite(address()))
		const rewritten = { ...invented, vkey: signer.vkey, checkpoint: note(invented.entries) }
		expect(faults(rewritten, { checkpoint: note(real.entries.slice(0, 270)) })).toContain(
			'checkpoint-differs',
		)
		expect(faults(rewritten, { checkpoint: note([...invented.entries, ...real.entries]) })).toContain(
			'checkpoint-larger',
		)
	})

	test.each([
		['no checkpoint', { checkpoint: 'Dear reader,\n' }, 'checkpoint-malformed'],
		['no receipt', { receipt: 'Dear reader,\n' }, 'receipt-malformed'],
	])('a file that is %s', async (_what, given, code) => {
		expect(faults(await altered(() => ({})), given)).toEqual([code])
	})

	test('a checkpoint that the log shows and did not sign', async () => {
		const log = await altered(({ checkpoint: note }) => ({ checkpoint: note.replace('\n300\n', '\n301\n') }))
		expect(faults(log)).toEqual(['not-signed'])
	})
})

test('of this deployment: its own database is read, or the server that holds it is asked', async () => {
	const dataDir = join(place, 'data')
	const config = configFrom({ DATA_DIR: dataDir, PORT: String(site.port) })
	const never = () => expect.unreachable('no server runs on this folder')
	expect(await logOfDeployment(config, never)).toMatchObject({ code: 'no-log' })

	mkdirSync(dataDir)
	const opened = {
		kind: 'embedded',
		folder: join(dataDir, 'database'),
		template: await packedEmptyDatabase(),
	} as const
	const database = await openDatabase(opened)
	await logActs(database, 9)
	const { ledgerKey } = openKeys(dataDir)
	const log = await openPublicLog({
		sql: database.sql,
		folder: join(dataDir, 'log'),
		origin: 'contoh.id/log',
		key: ledgerKey,
	})
	const own = { checkpoint: log.published().text, receipt: (await log.receipt(3)) ?? '' }
	await behindTheBack(
		database,
		`UPDATE "LedgerEntry" SET "entry" = convert_to('{"recordId":"else"}', 'UTF8') WHERE "index" = 2`,
	)
	await database.close()
	expect(faults(found(await logOfDeployment(config, never)), own)).toEqual([
		'entries-differ',
		'entry-differs',
		'checkpoint-differs',
		'receipt-tree-differs',
	])

	const lock = lockDataFolder(dataDir)
	const asked: string[] = []
	const served = found(await logOfDeployment(config, (at) => asked.push(at)))
	lock.release()
	expect([asked, served.entries.length]).toEqual([[address()], 300])
})
