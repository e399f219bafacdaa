import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { findPublicFile } from '#app/domain/evidence-file/queries.server.ts'
import { listLatestActs } from '#app/domain/plan-record/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import {
	confirmRemoval,
	reapplyWithdrawals,
	requestRemoval,
	withdrawFinding,
} from '#app/domain/withdrawal/commands.server.ts'
import { findOwnFinding } from '#app/domain/withdrawal/queries.server.ts'
import { openFiles } from '#app/files.server.ts'
import { openLog } from '#app/log.server.ts'
import { openWithdrawals, startWithdrawals } from '#app/withdrawals.server.ts'
import type { Verification } from '#prisma/generated/client.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { FILE, FILE_SHA256, PREVIEW_SHA256, SAID, publishDangerous } from './dangerous-finding.ts'

let database: Database
let backup: Database
let finding: Verification
beforeEach(async () => {
	;[database, backup] = await Promise.all([freshDatabase(), freshDatabase()])
	for (const each of [database, backup]) {
		await storePlan(each)
		finding = await publishDangerous(each, { ...finding })
	}
})
afterEach(async () => {
	await Promise.all([database.close(), backup.close()])
})

/** The site after its database was put back from before: the list outside it is that of today. */
function restored(who: Parameters<typeof as>[1]): Context {
	return { ...as(backup, who), withdrawals: as(database, 'monitor').withdrawals }
}

test('what was withdrawn after the backup is hidden from the first question on', async () => {
	await withdrawFinding(as(database, 'monitor'), finding.recordId)
	expect(await backup.db.withdrawal.count()).toBe(0)
	const anyone = restored('poc')
	for (const version of [undefined, 1])
		await expect(findRecord(anyone, finding.recordId, version)).rejects.toMatchObject({ reason: 'withdrawn' })
	const record = await findPlanRecord(anyone, 'plan')
	expect(JSON.stringify(record)).not.toContain(SAID.rationaleEn)
	expect(record.commitments[0]?.withdrawals).toMatchObject([{ publishedOn: '2026-07-15', ledgerIndex: -1 }])
	expect(await listLatestActs(anyone, 10)).toEqual([])
	await expect(findPublicFile(anyone, `${FILE_SHA256}.jpg`)).rejects.toMatchObject({ reason: 'not_found' })
})

test('the same files are shown again where nothing was withdrawn, so the test above can fail', async () => {
	const anyone = as(backup, 'poc')
	expect((await findRecord(anyone, finding.recordId)).content.kind).toBe('verification.published')
	expect(await findPublicFile(anyone, `${FILE_SHA256}.jpg`)).toMatchObject({ sha256: FILE_SHA256 })
})

test('its people see that the database lost the withdrawal, and can withdraw once more', async () => {
	await withdrawFinding(as(database, 'monitor'), finding.recordId)
	const own = restored('owner')
	expect(await findOwnFinding(own, finding.recordId)).toMatchObject({
		withdrawal: { on: '2026-07-15', isLost: true },
	})
	await expect(requestRemoval(own, finding.recordId)).rejects.toMatchObject({ reason: 'not_withdrawn' })
	expect(await withdrawFinding(own, finding.recordId)).toEqual({ recordId: finding.recordId, version: 2 })
	expect(await findOwnFinding(own, finding.recordId)).toMatchObject({ withdrawal: { isLost: false } })
})

test('others cannot tell a finding that only the list hides from one that never was', async () => {
	await withdrawFinding(as(database, 'monitor'), finding.recordId)
	await expect(withdrawFinding(restored('otherMonitor'), finding.recordId)).rejects.toMatchObject({
		reason: 'not_found',
	})
})

test('what two people removed is removed again at the start, and nothing else', async () => {
	await publishDangerous(backup, { recordId: 'other', milestoneId: 'm2' })
	await withdrawFinding(as(database, 'monitor'), finding.recordId)
	await requestRemoval(as(database, 'monitor'), finding.recordId)
	await confirmRemoval(as(database, 'owner'), finding.recordId)
	const applied = await reapplyWithdrawals(restored('poc'))
	expect(applied).toEqual({ forgotten: 1, removed: 1, files: [] })
	const { recordId } = finding
	expect(await backup.db.verification.findMany()).toMatchObject([{ recordId: 'other' }])
	expect(await backup.db.evidence.count({ where: { recordId } })).toBe(0)
	expect(await backup.db.evidence.count({ where: { recordId: 'other' } })).toBe(2)
	expect(await backup.db.ledgerEntry.count({ where: { recordId } })).toBe(1)
	await expect(backup.exec('DELETE FROM "Verification"')).rejects.toThrow('acts are append-only')
	await expect(findRecord(restored('poc'), recordId)).rejects.toMatchObject({ reason: 'withdrawn' })
	expect(await reapplyWithdrawals(restored('poc'))).toMatchObject({ removed: 0 })
})

test('stored files that came back and that nothing names are named for their removal', async () => {
	await withdrawFinding(as(database, 'monitor'), finding.recordId)
	await requestRemoval(as(database, 'monitor'), finding.recordId)
	await confirmRemoval(as(database, 'owner'), finding.recordId)
	const { files } = await reapplyWithdrawals(restored('poc'))
	expect([...files].sort()).toEqual([FILE_SHA256, PREVIEW_SHA256].sort())
})

test('a list that was lost learns from the database what is withdrawn and removed', async () => {
	await withdrawFinding(as(database, 'monitor'), finding.recordId)
	await requestRemoval(as(database, 'monitor'), finding.recordId)
	await confirmRemoval(as(database, 'owner'), finding.recordId)
	const { withdrawals } = as(backup, 'poc')
	await reapplyWithdrawals({ db: database.db, withdrawals })
	expect(withdrawals.withdrawn().get(finding.recordId)).toMatchObject({ version: 2, day: '2026-07-15' })
	expect([...withdrawals.removed()]).toEqual([finding.recordId])
})

test('the start of the site does it: from its own list, with its own files', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-restore-'))
	try {
		const files = await openFiles({ dataDir: folder, filesOnS3: null })
		const photo = join(files.incoming, 'photo')
		writeFileSync(photo, FILE)
		await files.put(photo, FILE_SHA256)
		for (const kind of ['withdrawn', 'removed'] as const)
			openWithdrawals(folder).add({ kind, recordId: finding.recordId, version: 2, day: '2026-07-16' })
		const starting = { db: backup.db, files, log: openLog('silent') }
		const withdrawals = await startWithdrawals({ dataDir: folder }, starting)
		expect([...withdrawals.withdrawn().keys()]).toEqual([finding.recordId])
		expect(await backup.db.verification.count()).toBe(0)
		expect(await files.has(FILE_SHA256)).toBe(false)
	} finally {
		rmSync(folder, { recursive: true })
	}
})
