import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { confirmRemoval, requestRemoval, withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { findOwnFinding } from '#app/domain/withdrawal/queries.server.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { FILE_SHA256, PREVIEW_SHA256, publishDangerous } from './dangerous-finding.ts'

const OWN: readonly PersonName[] = ['monitor', 'owner']
const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => !OWN.includes(who))
const REFUSED = 'acts are append-only'

let database: Database
let recordId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	recordId = (await publishDangerous(database)).recordId
})
afterEach(() => database.close())

const monitor = () => as(database, 'monitor')
const owner = () => as(database, 'owner')
const counts = async () => ({
	verifications: await database.db.verification.count({ where: { recordId } }),
	evidence: await database.db.evidence.count({ where: { recordId } }),
	readers: await database.db.evidenceReader.count(),
	leaves: await database.db.ledgerEntry.count({ where: { recordId } }),
})

async function askedFor(): Promise<void> {
	await withdrawFinding(monitor(), recordId)
	await requestRemoval(monitor(), recordId)
}

describe('two people of one organization', () => {
	test('remove what was withdrawn: every version, its salts, its evidence and its readers, and no leaf', async () => {
		await publishDangerous(database, { recordId, version: 2 })
		await askedFor()
		expect(await findOwnFinding(owner(), recordId)).toMatchObject({
			withdrawal: { removal: { state: 'REQUESTED', byName: 'Person of cso', isOwn: false } },
		})
		const { files } = await confirmRemoval(owner(), recordId)
		expect([...files].sort()).toEqual([FILE_SHA256, PREVIEW_SHA256].sort())
		expect(await counts()).toEqual({ verifications: 0, evidence: 0, readers: 0, leaves: 3 })
		expect([...owner().withdrawals.removed()]).toEqual([recordId])
		expect(await findOwnFinding(monitor(), recordId)).toMatchObject({
			published: null,
			withdrawal: { removal: { state: 'REMOVED', on: '2026-07-15' } },
		})
	})

	test('keep their receipts, and the record still says that it was withdrawn', async () => {
		await askedFor()
		await confirmRemoval(owner(), recordId)
		expect(await findReceipt(owner(), recordId, 1)).toMatchObject({ kind: 'verification.published' })
		expect(await findRecord(as(database, 'poc'), recordId)).toMatchObject({ matchesEntry: true })
		await expect(findRecord(as(database, 'poc'), recordId, 1)).rejects.toMatchObject({ reason: 'withdrawn' })
	})

	test('leave a file alone that another piece of evidence names', async () => {
		await publishDangerous(database, { recordId: 'other', organizationId: 'other-cso', milestoneId: 'm2' })
		await askedFor()
		expect(await confirmRemoval(owner(), recordId)).toEqual({ files: [] })
		expect(await database.db.evidence.count({ where: { recordId: 'other' } })).toBe(2)
	})

	test('may ask and confirm twice: nothing more happens', async () => {
		await askedFor()
		await requestRemoval(owner(), recordId)
		expect(await database.db.removal.findMany()).toMatchObject([{ requestedById: 'monitor' }])
		await confirmRemoval(owner(), recordId)
		expect(await confirmRemoval(owner(), recordId)).toEqual({ files: [] })
	})
})

describe('is refused', () => {
	test('to the person who asked for it', async () => {
		await askedFor()
		await expect(confirmRemoval(monitor(), recordId)).rejects.toMatchObject({ reason: 'same_person' })
		expect(await counts()).toMatchObject({ verifications: 1, evidence: 2, readers: 1 })
		expect(monitor().withdrawals.removed().size).toBe(0)
	})

	test('to everyone outside the organization, at every step', async () => {
		await askedFor()
		for (const who of OTHERS) {
			const ctx = as(database, who)
			for (const attempt of [requestRemoval, confirmRemoval])
				await expect(attempt(ctx, recordId), who).rejects.toMatchObject({ reason: 'not_found' })
		}
		expect(await counts()).toMatchObject({ verifications: 1, evidence: 2, readers: 1 })
	})

	test('before it was withdrawn, and before it was asked for', async () => {
		await expect(requestRemoval(monitor(), recordId)).rejects.toMatchObject({ reason: 'not_withdrawn' })
		await expect(confirmRemoval(owner(), recordId)).rejects.toMatchObject({ reason: 'not_withdrawn' })
		await withdrawFinding(monitor(), recordId)
		await expect(confirmRemoval(owner(), recordId)).rejects.toMatchObject({ reason: 'removal_not_requested' })
	})
})

describe('the database itself', () => {
	const removal = (confirmedById: string | null) => ({
		recordId,
		organizationId: 'cso',
		requestedById: 'monitor',
		requestedAt: new Date(),
		confirmedById,
		confirmedAt: confirmedById === null ? null : new Date(),
	})
	const attempts = () => [
		`DELETE FROM "Verification" WHERE "recordId" = '${recordId}'`,
		`DELETE FROM "Evidence" WHERE "recordId" = '${recordId}' AND "position" = 0`,
	]

	test('takes no removal that one person asked for and confirmed', async () => {
		await withdrawFinding(monitor(), recordId)
		await expect(database.db.removal.create({ data: removal('monitor') })).rejects.toThrow()
		await requestRemoval(monitor(), recordId)
		const confirm = database.db.removal.updateMany({ data: { confirmedById: 'monitor' } })
		await expect(confirm).rejects.toThrow()
	})

	test('deletes nothing of a finding that is only withdrawn, or whose removal nobody confirmed', async () => {
		for (const statement of attempts()) await expect(database.exec(statement)).rejects.toThrow(REFUSED)
		await withdrawFinding(monitor(), recordId)
		for (const statement of attempts()) await expect(database.exec(statement)).rejects.toThrow(REFUSED)
		await requestRemoval(monitor(), recordId)
		for (const statement of attempts()) await expect(database.exec(statement)).rejects.toThrow(REFUSED)
	})

	test('deletes nothing of a finding whose removal was confirmed, but that was never withdrawn', async () => {
		await database.db.removal.create({ data: removal('owner') })
		for (const statement of attempts()) await expect(database.exec(statement)).rejects.toThrow(REFUSED)
	})

	test('deletes nothing else when a removal is confirmed', async () => {
		await publishDangerous(database, { recordId: 'other', milestoneId: 'm2' })
		await askedFor()
		await confirmRemoval(owner(), recordId)
		for (const statement of [
			`DELETE FROM "Verification"`,
			`DELETE FROM "Evidence" WHERE "recordId" = 'other'`,
			`UPDATE "Verification" SET "rationaleEn" = ''`,
			`TRUNCATE "Verification" CASCADE`,
			`DELETE FROM "Withdrawal"`,
			`UPDATE "Withdrawal" SET "organizationId" = 'agency'`,
			`DELETE FROM "LedgerEntry" WHERE "recordId" = '${recordId}'`,
		])
			await expect(database.exec(statement), statement).rejects.toThrow(REFUSED)
	})
})
