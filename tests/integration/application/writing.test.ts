import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { beginApplication } from '#app/domain/application/commands/begin-application.server.ts'
import { confirmText, writeText } from '#app/domain/application/commands/write-text.server.ts'
import { findApplication, listApplicationDesks } from '#app/domain/application/queries.server.ts'
import { listApplicationEvents } from '#app/domain/application-history/queries.server.ts'
import {
	FIELDS_OF_2020,
	agree,
	anApplication,
	storeCall,
	storeCallVersion,
} from '#tests/factories/application.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const AFTER = new Date('2026-08-14T17:00:00Z')
const OUTSIDERS = ['officer', 'lead', 'monitoringBody', 'irm', 'admin'] as const

let database: Database
let applicationId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	applicationId = await anApplication(database, await storeCall(database))
})
afterEach(() => database.close())

const write = (who: PersonName, text: string, version = 0, now?: Date) =>
	writeText(as(database, who, now), { applicationId, field: 'REASONS', answer: { version, text } })
const confirm = (who: PersonName, version: number, now?: Date) =>
	confirmText(as(database, who, now), { applicationId, field: 'REASONS', version })
const view = (who: PersonName = 'poc', now?: Date) => findApplication(as(database, who, now), applicationId)
const reasons = async () => (await view()).fields.find(({ code }) => code === 'REASONS')
const texts = () => database.db.applicationText.findMany({ orderBy: { version: 'asc' } })

describe('an application', () => {
	test('is one for a member and a call, whoever begins it and however often', async () => {
		const begun = { memberId: 'example', callId: 'open-call', language: 'en' as const }
		const again = await Promise.all(
			(['poc', 'monitor', 'secretariat'] as const).map((who) => beginApplication(as(database, who), begun)),
		)
		expect(new Set(again.map((one) => one.applicationId))).toEqual(new Set([applicationId]))
		expect((await view()).steps.map(({ state, onDay }) => [state, onDay])).toEqual([['DRAFT', '2026-07-15']])
	})

	test.each(OUTSIDERS)('is not there for the %s', async (who) => {
		await expect(view(who)).rejects.toThrow('not_found')
		await expect(write(who, 'Teks')).rejects.toThrow('not_found')
		await expect(confirm(who, 1)).rejects.toThrow('not_found')
		expect(await texts()).toEqual([])
	})

	test.each(['poc', 'monitor'] as const)('of another member is not there for the %s', async (who) => {
		await database.db.member.create({
			data: {
				...{ id: 'elsewhere', level: 'LOCAL', countryCode: 'ID', timeZone: 'Asia/Jakarta' },
				...{ nameEn: 'Elsewhere', nameId: 'Tempat lain', notes: [], source: 'test' },
			},
		})
		const begun = { memberId: 'elsewhere', callId: 'open-call', language: 'id' as const }
		await expect(beginApplication(as(database, who), begun)).rejects.toThrow('not_found')
		await database.db.application.create({
			data: {
				...{ id: 'foreign', callId: 'open-call', memberId: 'elsewhere', fieldSetId: 'ogp-local-2020.1' },
				...{ language: 'id', organizationId: 'host', createdById: 'x', createdAt: new Date() },
			},
		})
		await expect(findApplication(as(database, who), 'foreign')).rejects.toThrow('not_found')
		const place = { applicationId: 'foreign', field: 'REASONS', answer: { version: 0, text: 'a' } }
		await expect(writeText(as(database, who), place)).rejects.toThrow('not_found')
	})

	test('is not begun after the last day of the call, nor for a national member', async () => {
		const of2020 = { memberId: 'example', callId: 'ogp-local-2020', language: 'id' as const }
		await expect(beginApplication(as(database, 'poc'), of2020)).rejects.toThrow('call_closed')
		await database.db.member.update({ where: { id: 'example' }, data: { level: 'NATIONAL' } })
		const open = { ...of2020, callId: 'open-call' }
		await expect(beginApplication(as(database, 'poc'), open)).rejects.toThrow('not_found')
		expect(await listApplicationDesks(as(database, 'poc'))).toEqual([])
	})
})

describe('a field', () => {
	test('is kept in every version, with the organization and role, and the person in private', async () => {
		await write('poc', '  Pertama \r\nbaris dua ')
		await write('monitor', 'Kedua', 1)
		expect(await texts()).toMatchObject([
			{
				version: 1,
				text: 'Pertama \nbaris dua',
				organizationId: 'secretariat',
				role: 'POC',
				authorId: 'poc',
			},
			{ version: 2, text: 'Kedua', organizationId: 'cso', role: 'CSO_MONITOR', authorId: 'monitor' },
		])
		const events = await listApplicationEvents(as(database, 'poc'), applicationId)
		const written = events.filter(({ kind }) => kind === 'TEXT')
		expect(written.map((one) => [one.organizationId, one.role, 'text' in one && one.text])).toEqual(
			expect.arrayContaining([
				['cso', 'CSO_MONITOR', 'Kedua'],
				['secretariat', 'POC', 'Pertama \nbaris dua'],
			]),
		)
		expect(JSON.stringify(events)).not.toContain('authorId')
	})

	test('written by two at once is written by one; the other sees both texts', async () => {
		const outcomes = await Promise.allSettled([write('poc', 'Dari pemerintah'), write('monitor', 'Dari OMS')])
		const refused = outcomes.filter((one) => one.status === 'rejected')
		expect(refused.map((one) => String(one.reason))).toEqual(['Refusal: changed_meanwhile'])
		const stored = (await reasons())?.newest?.text
		expect(['Dari pemerintah', 'Dari OMS']).toContain(stored)
		const other = stored === 'Dari OMS' ? 'Dari pemerintah' : 'Dari OMS'
		await write('poc', other, 1)
		expect((await texts()).map(({ text }) => text)).toEqual([stored, other])
	})

	test('sent twice is one version, and saved as it was is none', async () => {
		await Promise.all([write('poc', 'Sama'), write('poc', 'Sama')])
		await write('monitor', 'Sama', 1)
		expect(await texts()).toHaveLength(1)
	})

	test('of 2,000 characters is kept and a 2,001st is refused, an emoji being one', async () => {
		await write('poc', `${'a'.repeat(1999)}🙂`)
		await expect(write('poc', `${'a'.repeat(2000)}🙂`, 1)).rejects.toThrow('text_too_long')
		expect(await texts()).toHaveLength(1)
	})

	test('that the form does not have is not there', async () => {
		const answer = { version: 0, text: 'a' }
		const place = { applicationId, field: 'CONTRIBUTION', answer }
		await expect(writeText(as(database, 'poc'), place)).rejects.toThrow('not_found')
		await expect(
			confirmText(as(database, 'poc'), { applicationId, field: 'CONTRIBUTION', version: 0 }),
		).rejects.toThrow('not_found')
	})
})

describe('agreement', () => {
	test('is that both sides stand behind the same version, and editing voids it', async () => {
		await write('poc', 'Satu')
		await confirm('poc', 1)
		expect((await reasons())?.state).toBe('ONE_SIDE')
		await confirm('monitor', 1)
		expect((await reasons())?.state).toBe('AGREED')
		await write('monitor', 'Dua', 1)
		expect(await reasons()).toMatchObject({
			state: 'UNCONFIRMED',
			newest: { version: 2 },
			confirmations: { GOVERNMENT: { version: 1 }, CIVIL_SOCIETY: { version: 1 } },
		})
	})

	test('is not reached with two confirmations of different versions', async () => {
		await write('poc', 'Satu')
		await confirm('poc', 1)
		await write('monitor', 'Dua', 1)
		await expect(confirm('poc', 1)).rejects.toThrow('text_changed')
		await confirm('monitor', 2)
		await expect(confirm('poc', 1)).rejects.toThrow('text_changed')
		await expect(confirm('poc', 3)).rejects.toThrow('text_changed')
		expect((await reasons())?.state).toBe('ONE_SIDE')
	})

	test('is not reached by one side alone, however many of its people confirm', async () => {
		await write('poc', 'Satu')
		for (const who of ['poc', 'secretariat', 'poc'] as const) await confirm(who, 1)
		expect((await reasons())?.state).toBe('ONE_SIDE')
		expect(await database.db.applicationConfirmation.count()).toBe(1)
	})

	test('is not about nothing', async () => {
		await expect(confirm('poc', 0)).rejects.toThrow('draft_incomplete')
		await write('poc', 'Satu')
		await write('poc', '', 1)
		await expect(confirm('poc', 2)).rejects.toThrow('draft_incomplete')
	})

	test('on every field is a stage with its day, and a later edit leads back', async () => {
		await agree(database, applicationId, FIELDS_OF_2020)
		expect((await view()).state).toBe('AGREED')
		await write('monitor', 'Lain', 1)
		expect((await view()).state).toBe('DRAFT')
		expect((await view()).steps.map(({ state }) => state)).toEqual(['DRAFT', 'AGREED', 'DRAFT'])
		await confirm('poc', 2)
		await confirm('monitor', 2)
		expect((await view()).state).toBe('AGREED')
	})

	test('of somebody who works for the government too is none of civil society', async () => {
		await write('poc', 'Satu')
		const ctx = as(database, 'monitor')
		const [appointment] = ctx.actor.appointments
		const both = {
			...ctx.actor,
			appointments: [
				...(appointment ? [appointment] : []),
				{ role: 'IMPLEMENTER' as const, organizationId: 'agency', memberId: 'example' },
			],
		}
		await expect(
			confirmText({ ...ctx, actor: both }, { applicationId, field: 'REASONS', version: 1 }),
		).rejects.toThrow('not_allowed')
	})
})

test('after the last day everything is read-only, and can still be read', async () => {
	await write('poc', 'Satu')
	await expect(write('poc', 'Dua', 1, AFTER)).rejects.toThrow('call_closed')
	await expect(confirm('poc', 1, AFTER)).rejects.toThrow('call_closed')
	const late = await view('monitor', AFTER)
	expect(late).toMatchObject({
		isWritable: false,
		takesLetters: false,
		standing: 'CLOSED',
		side: 'CIVIL_SOCIETY',
	})
	expect(late.fields[0]?.newest?.text).toBe('Satu')
	await storeCallVersion(database, 'open-call', { extendedTo: '2026-08-20' })
	await write('poc', 'Dua', 1, AFTER)
})
