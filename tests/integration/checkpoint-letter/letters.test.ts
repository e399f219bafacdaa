import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { askForCheckpointLetter, endCheckpointLetter } from '#app/domain/checkpoint-letter/commands.server.ts'
import { findCheckpointLetter } from '#app/domain/checkpoint-letter/queries.server.ts'
import { sendCheckpointLetters } from '#app/jobs/checkpoint-letters.server.ts'
import type { Letter } from '#app/mail.server.ts'
import { LOG_KEY, SIGNED_CHECKPOINT } from '#tests/factories/signed-checkpoint.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await database.db.appointment.create({
		data: {
			id: 'appointment',
			personId: 'monitor',
			organizationId: 'cso',
			memberId: null,
			role: 'CSO_MONITOR',
			fromOn: '2026-01-01',
			untilOn: '2026-08-31',
		},
	})
})
afterEach(() => database.close())

/** The letters that go out at an instant. */
async function lettersAt(now: string): Promise<readonly Letter[]> {
	const letters: Letter[] = []
	await sendCheckpointLetters({
		ctx: { db: database.db, now: new Date(now) },
		publicLog: {
			vkey: LOG_KEY,
			publish: () => Promise.resolve({ size: 0, root: '', text: SIGNED_CHECKPOINT }),
		},
		mail: { send: (letter) => Promise.resolve(void letters.push(letter)) },
		baseUrl: 'https://renaksi.example',
	})
	return letters
}

test('who asked gets the checkpoint once a week, whole, and nobody else gets any', async () => {
	await askForCheckpointLetter(as(database, 'monitor'))
	await askForCheckpointLetter(as(database, 'monitor'))
	const [letter, ...others] = await lettersAt('2026-07-16T05:00:00Z')
	expect(others).toEqual([])
	expect(letter?.text).toContain(SIGNED_CHECKPOINT.trimEnd())
	expect(letter?.text).toContain(LOG_KEY)
	expect(letter?.text).toContain('https://renaksi.example/')
	expect(await lettersAt('2026-07-22T23:00:00Z')).toEqual([])
	expect(await lettersAt('2026-07-23T05:00:00Z')).toHaveLength(1)
	expect(await findCheckpointLetter(as(database, 'monitor'))).toEqual({
		isWanted: true,
		lastSentOn: '2026-07-23',
	})
})

test('whose appointment is over gets no more', async () => {
	await askForCheckpointLetter(as(database, 'monitor'))
	expect(await lettersAt('2026-08-31T23:00:00Z')).toHaveLength(1)
	expect(await lettersAt('2026-09-08T05:00:00Z')).toEqual([])
})

test('who ended it gets no more', async () => {
	await askForCheckpointLetter(as(database, 'monitor'))
	await endCheckpointLetter(as(database, 'monitor'))
	expect(await lettersAt('2026-07-16T05:00:00Z')).toEqual([])
})

test('government does not get the letters of civil society', async () => {
	await expect(askForCheckpointLetter(as(database, 'poc'))).rejects.toMatchObject({ reason: 'not_allowed' })
})
