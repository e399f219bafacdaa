import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import { importCodings } from '#app/domain/coding-import/commands.server.ts'
import { checkAll } from '#app/domain/integrity/queries.server.ts'
import { readMemberNames } from '#app/domain/member-name/queries.server.ts'
import { importProcess } from '#app/domain/process-finding/commands.server.ts'
import { findProcessFinding } from '#app/domain/process-finding/queries.server.ts'
import { listSourceNotes } from '#app/domain/source-note/queries.server.ts'
import { openFiles } from '#app/files.server.ts'
import { readProcessTable } from '#app/import/process-table.ts'
import { openKeys } from '#app/keys.server.ts'
import { openLogFolder } from '#app/ledger/log-folder.server.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { readIrmTable } from '#app/import/irm-table.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const now = new Date('2026-11-22T05:00:00Z')
const host: Actor = {
	personId: null,
	appointments: [{ role: 'INSTANCE_ADMIN', organizationId: 'host', memberId: null }],
}
/** Longest the real table may take. Unit: milliseconds. */
const LONGEST = 30_000

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'reference', now })
})
afterAll(() => database.close())

const contextOf = (actor: Actor) => ({
	db: database.db,
	actor,
	now,
	requestId: 'test',
	withdrawals: withdrawalList([], () => {}),
})
const bytesOf = (file: string) => new Uint8Array(readFileSync(`prisma/seed/data/${file}`))
const names = readMemberNames()
const read = readIrmTable(bytesOf('ogp_commitments_multicountry.csv'), names)
const rows = 'rows' in read ? read.rows : []
const readProcess = readProcessTable(bytesOf('ogp_process_database_2016.csv'), names)
const processRows = 'rows' in readProcess ? readProcess.rows : []
const counts = async () => ({
	leaves: await database.db.ledgerEntry.count(),
	members: await database.db.member.count(),
	plans: await database.db.actionPlan.count(),
	commitments: await database.db.commitment.count(),
	codings: await database.db.irmCoding.count(),
	notes: await database.db.sourceNoteRow.count(),
	findings: await database.db.processFinding.count(),
})

test('somebody without a right for every member imports nothing', async () => {
	const before = await counts()
	const poc: Actor = {
		personId: 'poc',
		appointments: [{ role: 'POC', organizationId: 'secretariat', memberId: 'indonesia' }],
	}
	await expect(importCodings(contextOf(poc), rows)).rejects.toMatchObject({ reason: 'not_allowed' })
	expect(await counts()).toEqual(before)
})

test('a dry run says what would be new and saves nothing', async () => {
	const before = await counts()
	const { added } = await importCodings(contextOf(host), rows, { dryRun: true })
	expect(added['commitment.published']).toBeGreaterThan(1_500)
	expect(await counts()).toEqual(before)
})

test('the real table goes in within its time, row for row, and a second time changes nothing', async () => {
	const before = await counts()
	const began = performance.now()
	const { added, noted, report } = await importCodings(contextOf(host), rows)
	expect(performance.now() - began).toBeLessThan(LONGEST)
	const { new: fresh, here, twice, unmatched } = report.rows
	expect(fresh + here + twice + unmatched).toBe(1766)
	const after = await counts()
	expect(after.commitments - before.commitments).toBe(fresh)
	expect(after.codings - before.codings).toBe(report.codings.new)
	expect(after.notes - before.notes).toBe(noted)
	expect(noted).toBe(1766)
	expect(report.here).toHaveLength(here)
	expect(after.leaves - before.leaves).toBe(Object.values(added).reduce((sum, acts) => sum + acts, 0))

	const again = await importCodings(contextOf(host), rows)
	expect([again.added, again.noted]).toEqual([{}, 0])
	expect(again.report.rows).toEqual({ new: 0, here: 1766 - unmatched, twice: 0, unmatched })
	expect(await counts()).toEqual(after)
})

test("Indonesia's plans get no commitment twice, only what they had not been told", async () => {
	const plan = await findPlanRecord(contextOf(host), 'id-nap3')
	expect(plan.commitments).toHaveLength(19)
	const parliament = plan.commitments.find(({ number }) => number === '14')
	const ends = parliament?.codings.filter(({ indicator }) => indicator === 'COMPLETION_END')
	expect(ends).toMatchObject([{ value: 'SUBSTANTIAL', locator: 'row GID0041', codedOn: '2016' }])
	const codes = parliament?.codings.map(({ indicator }) => indicator) ?? []
	expect(codes.filter((code) => code === 'COMPLETION_MIDTERM')).toHaveLength(1)
})

test('a value names its row and year in the act, and the log seals it', async () => {
	const record = await findRecord(contextOf(host), 'al-nap1-22-irm-completion-midterm')
	expect(record).toMatchObject({
		matchesEntry: true,
		content: {
			value: 'LIMITED',
			valueAsPublished: 'b. Limited',
			codedOn: '2014',
			locator: 'row V0004',
			importedBy: 'host',
		},
	})
})

test('two sources that differ are both kept, and no scale is converted into another', async () => {
	const plan = await findPlanRecord(contextOf(host), 'gh-nap1')
	const words = plan.commitments
		.find(({ id }) => id === 'gh-nap1-1')
		?.codings.filter(({ indicator }) => indicator === 'DIOG')
		.map(({ value, valueAsPublished }) => `${valueAsPublished}: ${value ?? 'no code'}`)
	expect(words?.sort()).toEqual(['Did Not Change: DID_NOT_CHANGE', 'b. None: no code'])
})

test('what a row leaves open stands beside the commitment, in the words of the source', async () => {
	const notes = await listSourceNotes(contextOf(host), 'al-nap1-22')
	expect(notes).toMatchObject([{ rowId: 'V0004', source: 'Vizzuality/ogp ogpirm_live_data.csv' }])
	expect(notes[0]?.notes).toContainEqual({
		code: 'NO_VALUE',
		text: 'Not Specified',
		columns: ['end_date_raw'],
	})
	await expect(database.exec(`DELETE FROM "SourceNoteRow"`)).rejects.toThrow('append-only')
})

test('the process database adds its findings to plans that are here, and plans that only it knows', async () => {
	const before = await counts()
	expect(await importProcess(contextOf(host), processRows, { dryRun: true })).toMatchObject({
		rows: { new: 87, same: 0 },
	})
	expect(await counts()).toEqual(before)
	const report = await importProcess(contextOf(host), processRows)
	expect(report).toMatchObject({ rows: { new: 87, same: 0 }, newMembers: [], differing: [] })
	expect(report.newPlans).toHaveLength(9)
	expect(report.years).toContainEqual({ planId: 'mx-nap1', before: '2011', given: '2012' })
	const after = await counts()
	expect(after).toEqual({
		...before,
		plans: before.plans + 9,
		leaves: before.leaves + 9,
		findings: before.findings + 87,
	})
	const again = await importProcess(contextOf(host), processRows)
	expect(again.rows).toEqual({ new: 0, same: 87 })
	expect(await counts()).toEqual(after)
})

test('a row of the process database that says something else than before stops the whole file', async () => {
	const before = await counts()
	const [first, ...others] = processRows
	const changed = first
		? [{ ...first, answers: { ...first.answers, REPORT_PUBLISHED: 'No' } }, ...others]
		: []
	const { differing } = await importProcess(contextOf(host), changed)
	expect(differing).toEqual([{ row: 2, planId: 'al-nap1' }])
	expect(await counts()).toEqual(before)
})

test('a plan shows what the process database says of it, and no rule of today reads that', async () => {
	const finding = await findProcessFinding(contextOf(host), 'id-nap1')
	expect(finding).toMatchObject({ source: 'OGP process database, July 2016', yearSubmitted: '2012' })
	expect(await findProcessFinding(contextOf(host), 'id-nap7')).toBeNull()
})

test('somebody without a right for every member imports no finding', async () => {
	const poc: Actor = {
		personId: 'poc',
		appointments: [{ role: 'POC', organizationId: 'secretariat', memberId: 'indonesia' }],
	}
	await expect(importProcess(contextOf(poc), processRows)).rejects.toMatchObject({ reason: 'not_allowed' })
})

test('afterwards database and log agree', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-tables-'))
	try {
		const key = openKeys(folder).ledgerKey
		const own = { sql: database.sql, folder: join(folder, 'log'), origin: 'site.example/log', key }
		const log = await openPublicLog(own)
		const files = await openFiles({ dataDir: folder, filesOnS3: null })
		const check = await checkAll(
			{ ...contextOf(host), log, files },
			{ kept: await openLogFolder(own.folder) },
		)
		expect(check.findings).toEqual([])
		expect(check.entries).toBe((await counts()).leaves)
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}, 120_000)

test('the list of plans still answers at once', async () => {
	const began = performance.now()
	const plans = await listPlans(contextOf(host))
	expect(plans.length).toBeGreaterThan(180)
	expect(performance.now() - began).toBeLessThan(5_000)
})
