import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openControl } from '#app/control.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import { openDatabase } from '#app/db.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import { openLog } from '#app/log.server.ts'
import { aboutLog } from '#app/domain/integrity/rules.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { storePlan } from '#tests/factories/stored-plan.ts'

const root = join(import.meta.dirname, '..', '..', '..')
let place: string
let dataDir: string
let receipt: string

beforeAll(async () => {
	place = mkdtempSync(join(tmpdir(), 'renaksi-fsck-'))
	dataDir = join(place, 'data')
	mkdirSync(dataDir)
	const folder = join(dataDir, 'database')
	const database = await openDatabase({ kind: 'embedded', folder, template: await packedEmptyDatabase() })
	await storePlan(database)
	const log = await openPublicLog({
		sql: database.sql,
		folder: join(dataDir, 'log'),
		origin: 'localhost:3000/log',
		key: openKeys(dataDir).ledgerKey,
	})
	receipt = join(place, 'k1.tlog-proof')
	// As a mail program may have left it.
	writeFileSync(receipt, ((await log.receipt(1)) ?? '').replaceAll('\n', '\r\n'))
	await database.exec(
		`BEGIN; SET LOCAL session_replication_role = replica; UPDATE "MilestoneVersion" SET "endsOn" = '2027-12-31' WHERE "milestoneId" = 'm3'; COMMIT`,
	)
	await database.close()
}, 120_000)
afterAll(() => {
	rmSync(place, { recursive: true, force: true })
})

async function fsck(...args: readonly string[]) {
	const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/fsck.ts', ...args], {
		cwd: root,
		env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', BASE_URL: 'https://site.example' },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let said = ''
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
	child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
	const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
	return { status, said }
}

const LONG_MS = 120_000

test(
	'the command names the record that differs, with its page, in both languages, and ends with 1',
	async () => {
		const { status, said } = await fsck('--receipt', receipt)
		expect(status).toBe(1)
		expect(said).toContain('Text of a milestone, record m3, version 1 (position 5): What is stored is not')
		expect(said).toContain('Teks tonggak, catatan m3, versi 1 (letak 5): Isi yang tersimpan bukan')
		expect(said).toContain('https://site.example/en/records/m3?version=1')
		expect(said).toContain('Records that differ: 1. Compared: 6 entries, 0 files.')
	},
	LONG_MS,
)

test(
	'a server that runs on the folder is asked, and gives what it finds',
	async () => {
		const lock = lockDataFolder(dataDir)
		try {
			expect(await fsck()).toMatchObject({ status: 2 })
			const asked: unknown[] = []
			const check = {
				findings: [aboutLog('file_missing', { recordId: 'r', version: 2, kind: 'verification.published' })],
				...{ entries: 9, files: 3, orphans: ['a'], signed: 9 },
			}
			const answer = (given: unknown) => Promise.resolve(asked.push(given) && check)
			const control = await openControl(dataDir, { fsck: answer }, openLog('silent'))
			const { status, said } = await fsck('--json', '--checkpoint', receipt)
			await control.close()
			expect(status).toBe(1)
			expect(JSON.parse(said)).toMatchObject({
				outcome: 'differs',
				entries: 9,
				findings: [{ recordId: 'r', pages: { id: 'https://site.example/id/records/r?version=2' } }],
			})
			expect(asked).toMatchObject([{ command: 'fsck', witnesses: [{ name: 'k1.tlog-proof' }] }])
		} finally {
			lock.release()
		}
	},
	LONG_MS,
)

test.each([
	['an option it does not know', ['--repair'], 'Use it like this'],
	['a file that is not there', ['--checkpoint', 'no.txt'], 'The file no.txt cannot be read'],
])(
	'with %s it says so and ends with 2',
	async (_what, args, words) => {
		const { status, said } = await fsck(...args)
		expect([status, said.includes(words)]).toEqual([2, true])
	},
	LONG_MS,
)
