import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import {
	answerDone,
	answerLevel,
	keepTypedAnswer,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { KEY, aCompleteReport } from '#tests/factories/published-claim.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

async function published(answer: object): Promise<string> {
	const officer = as(database, 'officer')
	const { version } = await aCompleteReport(database)
	const draft = await answerDone(officer, KEY, { version, doneId: 'Portal dibuka.', ...answer })
	const sent = await submitProgressUpdate(officer, KEY, { version: draft.version })
	return (await approveProgressUpdate(as(database, 'lead'), sent.id, { version: sent.version })).recordId
}

describe('what a report says further', () => {
	test('stands in the act, in its seal and on the public page', async () => {
		const further = { nextStepEn: 'Open it in ten more villages.', startedOn: '2026-02-03' }
		const recordId = await published({ ...further, doneEn: 'The portal is open.', translation: 'EN_MACHINE' })

		const record = await findRecord(as(database, 'lead'), recordId)
		expect(record).toMatchObject({
			matchesEntry: true,
			content: { ...further, textStates: { doneEn: 'MACHINE', nextStepEn: 'MACHINE' } },
		})
		const plan = await findPlanRecord(as(database, 'monitor'), 'plan')
		expect(plan.commitments[0]?.milestones[0]?.claims[0]).toMatchObject({
			nextStep: { en: 'Open it in ten more villages.', id: null },
			startedOn: '2026-02-03',
			textStates: { doneEn: 'MACHINE' },
		})
	})

	test('is not mentioned where it was not said', async () => {
		const recordId = await published({})
		const { content } = await findRecord(as(database, 'lead'), recordId)
		expect(content).not.toHaveProperty('startedOn')
		expect(content).not.toHaveProperty('textStates')
		const plan = await findPlanRecord(as(database, 'monitor'), 'plan')
		const claim = plan.commitments[0]?.milestones[0]?.claims[0]
		expect(Object.keys(claim ?? {})).not.toContain('nextStep')
	})

	test('is where a correction starts, and the language that was left behind is out of date', async () => {
		await published({ doneEn: 'The portal is open.', nextStepId: 'Membuka di desa lain.' })
		const officer = as(database, 'officer')
		const first = await answerLevel(officer, KEY, { version: 0, level: 'SUBSTANTIAL' })
		expect(first.further).toMatchObject({ nextStep: { id: 'Membuka di desa lain.' } })
		const second = await answerDone(officer, KEY, {
			version: first.version,
			doneId: 'Portal ditutup lagi.',
			doneEn: 'The portal is open.',
		})
		expect(second.further.textStates).toEqual({ doneEn: 'STALE' })
	})

	test.each([
		['LIMITED', { startedOn: '2026-02-03', finishedOn: null }, 'what goes on has no last day'],
		['NOT_STARTED', { startedOn: null, finishedOn: null }, 'what has not begun has no day at all'],
		['COMPLETE', { startedOn: '2026-02-03', finishedOn: '2026-05-04' }, 'what is complete keeps both'],
	] as const)('loses the days that %s does not have: %j, because %s', async (level, days, _why) => {
		const officer = as(database, 'officer')
		const begun = await answerLevel(officer, KEY, { version: 0, level: 'COMPLETE' })
		const done = await answerDone(officer, KEY, {
			version: begun.version,
			doneEn: 'x',
			startedOn: '2026-02-03',
			finishedOn: '2026-05-04',
		})
		const draft = await answerLevel(officer, KEY, { version: done.version, level })
		expect(draft.further).toMatchObject(days)
	})
})

describe('what is typed', () => {
	test('is kept as it is typed, and puts no language out of date until the form is sent', async () => {
		const officer = as(database, 'officer')
		const { version } = await answerLevel(officer, KEY, { version: 0, level: 'SUBSTANTIAL' })
		const first = await keepTypedAnswer(officer, KEY, { version, doneId: 'Por', doneEn: 'The' })
		const second = await keepTypedAnswer(officer, KEY, {
			version: first.version,
			doneId: 'Portal',
			doneEn: 'The',
		})
		expect(second).toMatchObject({ done: { id: 'Portal', en: 'The' }, further: { textStates: {} } })
		expect(await findTask(officer, KEY)).toMatchObject({ answers: { done: { id: 'Portal' } } })
	})

	test('is no new version where it is the same', async () => {
		const officer = as(database, 'officer')
		const { version } = await answerLevel(officer, KEY, { version: 0, level: 'SUBSTANTIAL' })
		const first = await keepTypedAnswer(officer, KEY, { version, doneId: 'Portal' })
		expect(await keepTypedAnswer(officer, KEY, { version: first.version, doneId: 'Portal' })).toEqual(first)
	})

	test('never goes over what somebody else saved', async () => {
		const { version } = await answerLevel(as(database, 'officer'), KEY, { version: 0, level: 'SUBSTANTIAL' })
		await keepTypedAnswer(as(database, 'colleague'), KEY, { version, doneId: 'theirs' })
		await expect(
			keepTypedAnswer(as(database, 'officer'), KEY, { version, doneId: 'mine' }),
		).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	})

	test.each([
		['MINE', 'mine'],
		['STORED', 'theirs'],
		['BOTH', 'theirs\n\nmine'],
	] as const)('after two wrote at once %s is kept: %j', async (keep, kept) => {
		const { version } = await answerLevel(as(database, 'officer'), KEY, { version: 0, level: 'SUBSTANTIAL' })
		const theirs = await answerDone(as(database, 'colleague'), KEY, { version, doneEn: 'theirs' })
		const settled = await answerDone(as(database, 'officer'), KEY, {
			version: theirs.version,
			doneEn: 'mine',
			keep,
		})
		expect(settled.done.en).toBe(kept)
	})
})
