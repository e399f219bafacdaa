import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findCall } from '#app/domain/application-call/queries.server.ts'
import { addLetter, removeLetter } from '#app/domain/application/commands/add-letter.server.ts'
import { correctStage } from '#app/domain/application/commands/correct-stage.server.ts'
import { moveApplication } from '#app/domain/application/commands/move-application.server.ts'
import { writeText } from '#app/domain/application/commands/write-text.server.ts'
import { findApplication } from '#app/domain/application/queries.server.ts'
import type { ApplicationState } from '#app/domain/application/rules.ts'
import { publishMemberAct } from '#app/domain/desk/commands.server.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { FIELDS_OF_2020, agree, anApplication } from '#tests/factories/application.ts'
import { storeCall, storeCallVersion } from '#tests/factories/application.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const AFTER = new Date('2026-08-14T17:00:00Z')

let database: Database
let applicationId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	applicationId = await anApplication(database, await storeCall(database))
})
afterEach(() => database.close())

type To = Exclude<ApplicationState, 'DRAFT' | 'AGREED'>
type More = { readonly onDay?: string; readonly url?: string; readonly who?: PersonName; readonly now?: Date }

const move = (from: ApplicationState, to: To, { who = 'poc', now, ...more }: More = {}) =>
	moveApplication(as(database, who, now), { applicationId, from, to, ...more })
const letter = (kind: 'HEAD_OF_GOVERNMENT' | 'NON_GOVERNMENT', who: PersonName = 'poc', now?: Date) =>
	addLetter(as(database, who, now), {
		applicationId,
		answer: { letterId: randomUUID(), kind, url: 'https://contoh.example/surat', signedBy: 'Bupati Contoh' },
	})
const view = (now?: Date) => findApplication(as(database, 'monitor', now), applicationId)
const acts = () =>
	database.db.memberAct.findMany({ where: { kind: 'application.published' }, orderBy: { version: 'asc' } })
const agreed = () => agree(database, applicationId, FIELDS_OF_2020)

describe('submission', () => {
	test('is an act with the texts that both sides stand behind, and the texts stay as they are', async () => {
		await agreed()
		expect(await move('AGREED', 'SUBMITTED')).toEqual({ recordId: applicationId })
		const [act, ...others] = await acts()
		expect(others).toEqual([])
		expect(act).toMatchObject({
			...{ recordId: applicationId, version: 1, subjectId: 'open-call', onDay: '2026-07-15' },
			...{ actorOrganizationId: 'secretariat', submittedById: 'poc' },
			said: {
				...{ state: 'SUBMITTED', language: 'id', steppedOn: '2026-07-15', letters: [] },
				confirmedBy: [
					{ side: 'GOVERNMENT', name: 'Si secretariat' },
					{ side: 'CIVIL_SOCIETY', name: 'Si cso' },
				],
			},
		})
		expect(JSON.stringify(act?.said)).toContain('Teks TRACK_RECORD')
		expect(JSON.stringify(act?.said)).not.toContain('monitor')
		expect(await database.db.ledgerEntry.count({ where: { recordId: applicationId } })).toBe(1)
		const answer = { version: 1, text: 'Lain' }
		await expect(writeText(as(database, 'poc'), { applicationId, field: 'REASONS', answer })).rejects.toThrow(
			'draft_already_submitted',
		)
		const { unreadable, of } = await findRegisters(database, 'example')
		expect([unreadable, of['application.published'].length]).toEqual([[], 1])
		const call = await findCall(as(database, 'officer'), 'open-call')
		expect(call.applications).toMatchObject([{ recordId: applicationId, state: 'SUBMITTED' }])
	})

	test('sent twice, or by two at once, is one act', async () => {
		await agreed()
		await Promise.all([move('AGREED', 'SUBMITTED'), move('AGREED', 'SUBMITTED', { who: 'secretariat' })])
		await move('AGREED', 'SUBMITTED')
		expect(await acts()).toHaveLength(1)
	})

	test('waits until both sides agree', async () => {
		await expect(move('DRAFT', 'SUBMITTED')).rejects.toThrow('step_not_open')
		await expect(move('AGREED', 'SUBMITTED')).rejects.toThrow('changed_meanwhile')
		expect(await acts()).toEqual([])
	})

	test.each(['monitor', 'owner'] as const)('is not for the %s', async (who) => {
		await agreed()
		await expect(move('AGREED', 'SUBMITTED', { who })).rejects.toThrow('not_allowed')
	})

	test.each(['officer', 'admin'] as const)('is not even there for the %s', async (who) => {
		await expect(move('AGREED', 'SUBMITTED', { who })).rejects.toThrow('not_found')
	})

	test('is over after the last day, and not begun before the first', async () => {
		await agreed()
		await expect(move('AGREED', 'SUBMITTED', { now: AFTER })).rejects.toThrow('call_closed')
		await storeCallVersion(database, 'open-call', { opensOn: '2026-07-16' })
		await expect(move('AGREED', 'SUBMITTED')).rejects.toThrow('call_ahead')
		expect(await acts()).toEqual([])
	})

	test('waits for the letters that the call wants with it', async () => {
		await agreed()
		const letters = ['HEAD_OF_GOVERNMENT', 'NON_GOVERNMENT'].map((kind) => ({
			kind,
			least: 1,
			by: 'SUBMITTED',
		}))
		await storeCallVersion(database, 'open-call', { letters })
		await letter('HEAD_OF_GOVERNMENT')
		await expect(move('AGREED', 'SUBMITTED')).rejects.toThrow('letter_missing')
		await letter('NON_GOVERNMENT', 'monitor')
		await move('AGREED', 'SUBMITTED')
		expect(await acts()).toMatchObject([{ said: { letters: [{}, { letterKind: 'NON_GOVERNMENT' }] } }])
	})
})

describe('the way to the outcome', () => {
	test('is a version of the record for each stage, with its day', async () => {
		await agreed()
		await move('AGREED', 'SUBMITTED')
		const later = new Date('2026-09-10T02:00:00Z')
		const url = 'https://ogp.example/shortlist'
		await move('SUBMITTED', 'SHORTLISTED', { now: later, onDay: '2026-09-01', url })
		await expect(move('SHORTLISTED', 'FULL_APPLICATION', { now: later })).rejects.toThrow('letter_missing')
		await letter('HEAD_OF_GOVERNMENT', 'secretariat', later)
		await move('SHORTLISTED', 'FULL_APPLICATION', { now: later })
		await move('FULL_APPLICATION', 'ACCEPTED', { now: new Date('2026-10-02T02:00:00Z') })
		expect((await acts()).map(({ version, onDay, said }) => [version, onDay, said])).toMatchObject([
			[1, '2026-07-15', { state: 'SUBMITTED' }],
			[2, '2026-09-01', { state: 'SHORTLISTED', url }],
			[3, '2026-09-10', { state: 'FULL_APPLICATION', letters: [{ letterKind: 'HEAD_OF_GOVERNMENT' }] }],
			[4, '2026-10-02', { state: 'ACCEPTED' }],
		])
		expect(await database.db.ledgerEntry.count({ where: { recordId: applicationId } })).toBe(4)
		await expect(move('ACCEPTED', 'WITHDRAWN')).rejects.toThrow('step_not_open')
	})

	test.each([
		['2026-07-14', 'before the day of the stage before'],
		['2026-07-16', 'after today'],
	])('is not recorded on %s, %s', async (onDay) => {
		await agreed()
		await move('AGREED', 'SUBMITTED')
		await expect(move('SUBMITTED', 'REJECTED', { onDay })).rejects.toThrow('step_day_wrong')
	})

	test('skips no stage', async () => {
		await agreed()
		await move('AGREED', 'SUBMITTED')
		await expect(move('SUBMITTED', 'ACCEPTED')).rejects.toThrow('step_not_open')
		await expect(move('SUBMITTED', 'FULL_APPLICATION')).rejects.toThrow('step_not_open')
	})

	test('ends in private for a draft that is withdrawn, and in public for what was sent', async () => {
		expect(await move('DRAFT', 'WITHDRAWN')).toEqual({ recordId: null })
		expect(await acts()).toEqual([])
		expect((await view()).state).toBe('WITHDRAWN')
		applicationId = await anApplication(database, await storeCall(database, { id: 'another-call' }))
		await agreed()
		await move('AGREED', 'SUBMITTED')
		expect(await move('SUBMITTED', 'WITHDRAWN')).toEqual({ recordId: applicationId })
		expect((await acts()).at(-1)?.said).toMatchObject({ state: 'WITHDRAWN' })
	})
})

describe('a letter', () => {
	test('can be taken out, and the history keeps it', async () => {
		await letter('NON_GOVERNMENT', 'monitor')
		const [first] = (await view()).letters
		await removeLetter(as(database, 'poc'), { applicationId, letterId: first?.id ?? '' })
		expect((await view()).letters).toEqual([])
		expect(await database.db.applicationLetter.findFirst()).toMatchObject({
			...{ organizationId: 'cso', removedBy: 'secretariat', removedRole: 'POC' },
		})
	})

	test('is not taken after the last day', async () => {
		await expect(letter('NON_GOVERNMENT', 'monitor', AFTER)).rejects.toThrow('call_closed')
	})
})

describe('the months left', () => {
	const administration = (startsOn: string, endsOn?: string) =>
		publishMemberAct(as(database, 'poc'), {
			kind: 'administration.published',
			memberId: 'example',
			said: { titleId: 'Pemerintahan', headName: 'Bupati', startsOn, ...(endsOn ? { endsOn } : {}) },
			envelope: { recordId: randomUUID(), seen: 0 },
		})

	test('are not recorded where no administration is', async () => {
		expect((await view()).term).toMatchObject({ monthsLeft: null, verdict: 'NOT_RECORDED', endsOn: null })
	})

	test('are those of the administration in office on the day of the application', async () => {
		await administration('2021-02-01', '2026-02-01')
		await administration('2026-02-01', '2027-10-14')
		await administration('2027-10-15', '2032-10-14')
		expect((await view()).term).toMatchObject({
			monthsLeft: 14,
			verdict: 'BELOW_MINIMUM',
			asOfOn: '2026-07-15',
		})
		await agreed()
		await move('AGREED', 'SUBMITTED')
		expect((await view(new Date('2027-01-01T02:00:00Z'))).term).toMatchObject({ monthsLeft: 14 })
		expect(await acts()).toMatchObject([{ said: { monthsLeft: 14, termEndsOn: '2027-10-14' } }])
	})

	test('are not recorded where the end of the term is not', async () => {
		await administration('2026-02-01')
		expect((await view()).term).toMatchObject({ monthsLeft: null, verdict: 'NOT_RECORDED' })
	})
})

test('the calls of 2020 and 2023 are there with what their sources give and nothing else', async () => {
	const of2020 = await findCall(as(database, 'officer'), 'ogp-local-2020')
	expect(
		of2020.fieldSet.fields.map(({ code, maxCharacters, warnsFrom }) => [code, maxCharacters, warnsFrom]),
	).toEqual(FIELDS_OF_2020.map((code) => [code, 2000, 1900]))
	expect(of2020.call).toMatchObject({
		lastDay: '2020-08-14',
		closesOn: '2020-07-17',
		hasFullApplication: true,
	})
	expect(of2020.call.criteria).toHaveLength(5)
	const of2023 = await findCall(as(database, 'officer'), 'ogp-local-2023')
	expect(of2023.call).toMatchObject({ opensOn: null, lastDay: '2024-01-12', hasFullApplication: false })
	expect(of2023.fieldSet.fields.every(({ maxCharacters }) => maxCharacters === null)).toBe(true)
})

describe('an outcome that was recorded by mistake', () => {
	const later = new Date('2026-09-10T02:00:00Z')
	const reason = 'The letter was of another regency.'
	const correct = (step: number, to: ApplicationState, onDay?: string, who: PersonName = 'poc') =>
		correctStage(as(database, who, later), { applicationId, answer: { step, to, onDay, reason } })
	const rejected = async () => {
		await agreed()
		await move('AGREED', 'SUBMITTED')
		await move('SUBMITTED', 'SHORTLISTED', { now: later, onDay: '2026-09-01' })
		await move('SHORTLISTED', 'REJECTED', { now: later, onDay: '2026-09-09' })
		return (await view()).steps.length
	}

	test('is taken back by a version with why, and the stage before is the stage again', async () => {
		const step = await rejected()
		expect(await correct(step, 'SHORTLISTED')).toEqual({ recordId: applicationId })
		expect(await correct(step, 'SHORTLISTED')).toEqual({ recordId: applicationId })
		expect((await acts()).map(({ version, said, ...act }) => [version, act.reason, said])).toMatchObject([
			[1, null, { state: 'SUBMITTED' }],
			[2, null, { state: 'SHORTLISTED', steppedOn: '2026-09-01' }],
			[3, null, { state: 'REJECTED' }],
			[4, reason, { state: 'SHORTLISTED', steppedOn: '2026-09-01' }],
		])
		expect(await view()).toMatchObject({ state: 'SHORTLISTED', takesLetters: true })
		await letter('HEAD_OF_GOVERNMENT', 'poc', later)
		await move('SHORTLISTED', 'FULL_APPLICATION', { now: later })
		expect((await view()).state).toBe('FULL_APPLICATION')
		expect(await database.db.ledgerEntry.count({ where: { recordId: applicationId } })).toBe(5)
	})

	test('is followed by the right one, with its own day; then that can be corrected too', async () => {
		const step = await rejected()
		await expect(correct(step, 'REJECTED', '2026-08-31')).rejects.toThrow('step_day_wrong')
		await correct(step, 'REJECTED', '2026-09-08')
		expect((await acts()).at(-1)).toMatchObject({ onDay: '2026-09-08', reason })
		await correct(step + 1, 'SHORTLISTED')
		expect((await view()).state).toBe('SHORTLISTED')
		await correct(step + 2, 'SUBMITTED')
		expect((await view()).state).toBe('SUBMITTED')
	})

	test('cannot become a stage that the call does not know there, nor be what was sent', async () => {
		const step = await rejected()
		await expect(correct(step, 'ACCEPTED', '2026-09-09')).rejects.toThrow('step_not_open')
		await correct(step, 'SHORTLISTED')
		await correct(step + 1, 'SUBMITTED')
		await expect(correct(step + 2, 'AGREED')).rejects.toThrow('step_not_open')
	})

	test('is not corrected by civil society, nor where something newer was recorded', async () => {
		const step = await rejected()
		await expect(correct(step, 'SHORTLISTED', undefined, 'monitor')).rejects.toThrow('not_allowed')
		await expect(correct(step - 1, 'SHORTLISTED')).rejects.toThrow('changed_meanwhile')
	})

	test('that was only a draft withdrawn is a draft again, and nothing is published', async () => {
		await move('DRAFT', 'WITHDRAWN')
		expect(await correct(2, 'DRAFT')).toEqual({ recordId: null })
		expect([(await view()).state, await acts()]).toEqual(['DRAFT', []])
	})
})
