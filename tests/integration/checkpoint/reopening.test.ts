import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { reopenCheckpoint } from '#app/domain/checkpoint/commands.server.ts'
import { listCheckpoints, listOwnCheckpoints } from '#app/domain/checkpoint/queries.server.ts'
import { answerLevel } from '#app/domain/progress-update/commands.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const LOCKED = { planId: 'plan', code: 'B03' }
const ANSWER = { untilOn: '2026-07-20', reasonEn: 'The flood closed the office.' }
const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'poc' && who !== 'secretariat')

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

test('a locked checkpoint that is opened again takes reports until its last day', async () => {
	const key = { milestoneId: 'm1', checkpointCode: 'B03' }
	const officerOn = (day: string) => as(database, 'officer', new Date(`${day}T05:00:00Z`))
	await expect(
		answerLevel(officerOn('2026-07-15'), key, { version: 0, level: 'LIMITED' }),
	).rejects.toMatchObject({
		reason: 'checkpoint_locked',
	})
	await reopenCheckpoint(as(database, 'poc'), LOCKED, ANSWER)
	const draft = await answerLevel(officerOn('2026-07-20'), key, { version: 0, level: 'LIMITED' })
	await expect(
		answerLevel(officerOn('2026-07-21'), key, { version: draft.version, level: 'COMPLETE' }),
	).rejects.toMatchObject({ reason: 'checkpoint_locked' })
})

test('everyone reads that it was opened again, why, and until when, and the log seals it', async () => {
	const poc = as(database, 'poc')
	const { recordId } = await reopenCheckpoint(poc, LOCKED, ANSWER)
	const { checkpoints } = await listCheckpoints(as(database, 'monitor'), 'plan')
	expect(checkpoints).toMatchObject([
		{
			code: 'B03',
			state: 'REOPENED',
			reopenings: [{ recordId, untilOn: '2026-07-20', reason: { en: ANSWER.reasonEn, id: null } }],
		},
		{ code: 'B06', state: 'LATE', reopenings: [] },
		{ code: 'B09', state: 'AHEAD', reopenings: [] },
	])
	expect(await findRecord(poc, recordId)).toMatchObject({
		matchesEntry: true,
		entry: { kind: 'checkpoint.reopened', actorOrganization: 'secretariat' },
	})
	expect(await findReceipt(poc, recordId)).toMatchObject({ kind: 'checkpoint.reopened' })
})

test('one that is open again is given more time by another act', async () => {
	const poc = as(database, 'poc')
	await reopenCheckpoint(poc, LOCKED, ANSWER)
	await reopenCheckpoint(poc, LOCKED, { ...ANSWER, untilOn: '2026-08-01' })
	expect(await database.db.checkpoint.findUnique({ where: { id: 'b03' } })).toMatchObject({
		reopenedUntilOn: '2026-08-01',
	})
	expect(await database.db.checkpointReopening.count()).toBe(2)
})

test('the same form sent five times at once is one act with one receipt', async () => {
	const sent = Array.from({ length: 5 }, () => reopenCheckpoint(as(database, 'poc'), LOCKED, ANSWER))
	expect(new Set((await Promise.all(sent)).map(({ recordId }) => recordId)).size).toBe(1)
	expect(await database.db.checkpointReopening.count()).toBe(1)
})

test.each(['B06', 'B09'])('%s, which is not locked, is not opened again', async (code) => {
	await expect(
		reopenCheckpoint(as(database, 'secretariat'), { planId: 'plan', code }, ANSWER),
	).rejects.toMatchObject({ reason: 'checkpoint_not_locked' })
})

test('nobody else can open it again', async () => {
	for (const who of OTHERS) {
		const ctx = as(database, who)
		const attempts = await Promise.allSettled([
			reopenCheckpoint(ctx, LOCKED, ANSWER),
			listOwnCheckpoints(ctx, 'plan'),
		])
		expect(attempts, who).toMatchObject(attempts.map(() => ({ reason: { reason: 'not_found' } })))
	}
	expect(await database.db.checkpointReopening.count()).toBe(0)
})
