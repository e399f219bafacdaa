import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findConsultationLine, listConsultations } from '#app/domain/consultation/queries.server.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import {
	checkContribution,
	hideContribution,
	publishContribution,
} from '#app/domain/public-contribution/commands.server.ts'
import {
	findContributionReceipt,
	listContributions,
	listHostedContributions,
} from '#app/domain/public-contribution/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { aContribution, consult, contribute } from '#tests/factories/consultation.ts'
import { aTicket, anyone } from '#tests/factories/observation.ts'
import { MORNING, PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'admin')
const HIDING = { reason: 'PERSONAL_DATA', noteEn: 'It names a neighbour.' } as const

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

const givenTo = async (id: string) => (await listContributions(anyone(database), id)).contributions

describe('anyone, without an account', () => {
	test('gives to an open consultation, is read by everyone at once, and has a place in the log', async () => {
		const id = await consult(database)
		const given = await contribute(database, id, { name: 'Kelompok tani', sector: 'COMMUNITY' })
		expect(await givenTo(id)).toMatchObject([
			{
				recordId: given,
				hidden: null,
				answer: null,
				said: { text: aContribution().text, name: 'Kelompok tani', sector: 'COMMUNITY', channel: 'FORM' },
			},
		])
		const record = await findRecord(anyone(database), given)
		expect(record.matchesEntry).toBe(true)
		expect(record.entry).toMatchObject({
			kind: 'public-contribution.published',
			actorOrganization: 'public',
		})
		expect(await findContributionReceipt(anyone(database), given)).toMatchObject({
			position: record.index,
			isHidden: false,
		})
		expect((await findConsultationLine(anyone(database), id)).counts).toMatchObject({
			contributions: 1,
			answered: 0,
		})
	})

	test('who sends the same form twice, or twice at the same moment, has given once', async () => {
		const id = await consult(database)
		const sent = await Promise.all([contribute(database, id), contribute(database, id)])
		expect(new Set([...sent, await contribute(database, id)]).size).toBe(1)
		expect(await givenTo(id)).toHaveLength(1)
	})

	test('leaves nothing of themselves behind but what they wrote', async () => {
		const recordId = await contribute(database, await consult(database))
		const [row] = await database.db.memberAct.findMany({ where: { recordId } })
		expect(row).toMatchObject({ submittedById: null, actorOrganizationId: 'public' })
		expect(Object.keys(row?.said as object).sort()).toEqual(
			['channel', 'consultationId', 'locale', 'receivedOn', 'text'].sort(),
		)
	})

	test.each([
		['before it opens', { opensOn: '2026-07-16' }, 'consultation_ahead'],
		['after it closed', { closesOn: '2026-07-14' }, 'consultation_closed'],
		['where it takes no forms', { takesForms: false }, 'consultation_elsewhere'],
	])('%s is told so', async (_when, over, reason) => {
		const id = await consult(database, over)
		await expect(contribute(database, id)).rejects.toMatchObject({ reason })
		await expect(checkContribution(anyone(database), id)).rejects.toMatchObject({ reason })
		expect(await givenTo(id)).toEqual([])
	})

	test('has until midnight where the member is', async () => {
		const id = await consult(database, { closesOn: '2026-07-15' })
		const send = (at: string) => {
			const now = new Date(at)
			return publishContribution(anyone(database, now), id, aContribution({ ticket: aTicket(now) }))
		}
		await send('2026-07-15T16:59:00Z')
		await expect(send('2026-07-15T17:01:00Z')).rejects.toMatchObject({ reason: 'consultation_closed' })
	})

	test('a form that comes back at once is one of a program, and what is no consultation is not there', async () => {
		const id = await consult(database)
		const ticket = aTicket(new Date(MORNING.getTime() + 59_000))
		await expect(contribute(database, id, { ticket })).rejects.toMatchObject({ reason: 'sent_too_fast' })
		await expect(contribute(database, 'nowhere')).rejects.toMatchObject({ reason: 'not_found' })
		const given = await contribute(database, id)
		await expect(contribute(database, given)).rejects.toMatchObject({ reason: 'not_found' })
	})
})

test('consultations are listed as they stand, with counts that the registers give too', async () => {
	const closed = await consult(database, { closesOn: '2026-07-14' })
	const ahead = await consult(database, { opensOn: '2026-07-16' })
	const open = await consult(database)
	await contribute(database, open)
	const { lines } = await listConsultations(anyone(database))
	expect(lines.map(({ consultation }) => [consultation.recordId, consultation.state])).toEqual([
		[open, 'OPEN'],
		[ahead, 'AHEAD'],
		[closed, 'CLOSED'],
	])
	const registers = await findRegisters(anyone(database), 'example')
	expect(lines[0]?.counts).toEqual(registers.counts.get(open))
})

describe('hiding for law and safety', () => {
	test('is for the host alone', async () => {
		const given = await contribute(database, await consult(database))
		for (const who of OTHERS) {
			const hiding = hideContribution(as(database, who), given, HIDING)
			await expect(hiding).rejects.toMatchObject({ reason: 'not_allowed' })
			await expect(listHostedContributions(as(database, who))).rejects.toMatchObject({
				reason: 'not_allowed',
			})
		}
		expect(
			(await givenTo((await listConsultations(anyone(database))).lines[0]?.consultation.recordId ?? ''))[0]
				?.hidden,
		).toBeNull()
	})

	test('takes the text from everywhere; that, when and why stay, and the leaf too', async () => {
		const id = await consult(database)
		const given = await contribute(database, id, { name: 'Tetangga saya' })
		const leaf = await database.db.ledgerEntry.findFirstOrThrow({ where: { recordId: given } })
		const hiding = await hideContribution(as(database, 'admin'), given, HIDING)
		await expect(findRecord(anyone(database), given)).rejects.toMatchObject({ reason: 'contribution_hidden' })
		const [shown] = await givenTo(id)
		expect(shown).toMatchObject({
			said: null,
			hidden: { recordId: hiding.recordId, reason: 'PERSONAL_DATA', note: { en: HIDING.noteEn, id: null } },
		})
		expect(JSON.stringify(shown)).not.toMatch(/anggaran desa|Tetangga/)
		expect(await database.db.ledgerEntry.findFirst({ where: { recordId: given } })).toEqual(leaf)
		expect(await findContributionReceipt(anyone(database), given)).toMatchObject({ isHidden: true })
		expect((await findConsultationLine(anyone(database), id)).counts).toMatchObject({
			contributions: 1,
			hidden: 1,
		})
	})

	test('happens once, for the first reason, also when two do it at the same moment', async () => {
		const given = await contribute(database, await consult(database))
		const admin = as(database, 'admin')
		const [first, second] = await Promise.all([
			hideContribution(admin, given, HIDING),
			hideContribution(admin, given, { ...HIDING, reason: 'THREAT' }),
		])
		expect(second).toEqual(first)
		expect(await database.db.memberAct.count({ where: { kind: 'public-contribution.hidden' } })).toBe(1)
		const what = hideContribution(admin, 'nowhere', HIDING)
		await expect(what).rejects.toMatchObject({ reason: 'not_found' })
	})
})
