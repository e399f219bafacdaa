import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { endCalendarAddress, makeCalendarAddress } from '#app/domain/calendar-address/commands.server.ts'
import {
	findCalendarAddress,
	listInstitutionDeadlines,
	listOwnDeadlines,
} from '#app/domain/calendar-address/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

// Calendars of what somebody owes: an institution's for everyone, a person's under an address that nobody can guess.

let database: Database
const now = new Date('2026-11-20T02:00:00Z')

beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now })
}, 120_000)
afterAll(() => database.close())

const context = (personId: string | null): Context => ({
	db: database.db,
	actor: { ...PUBLIC_ACTOR, personId },
	now,
	requestId: 'test',
	withdrawals: withdrawalList([], () => undefined),
})

async function holderOf(role: string) {
	return database.db.appointment.findFirstOrThrow({ where: { role, untilOn: null }, orderBy: { id: 'asc' } })
}

test('a person who runs plans finds what the member owes under their own address, and nobody else does', async () => {
	const { personId } = await holderOf('POC')
	const token = await makeCalendarAddress(context(personId))
	expect(token).toMatch(/^[0-9a-f]{32}$/)
	const own = await listOwnDeadlines(context(null), token)
	expect(own.length).toBeGreaterThan(0)
	expect(own.every(({ about }) => about.kind === 'OBLIGATION')).toBe(true)
	expect(own.map(({ dueOn }) => dueOn)).toEqual(own.map(({ dueOn }) => dueOn).toSorted())
	await expect(listOwnDeadlines(context(null), '0'.repeat(32))).rejects.toMatchObject({ reason: 'not_found' })
}, 60_000)

test('of an address only a hash is kept', async () => {
	const { personId } = await holderOf('IMPLEMENTER')
	const token = await makeCalendarAddress(context(personId))
	const rows = await database.db.calendarAddress.findMany()
	expect(JSON.stringify(rows)).not.toContain(token)
})

test('another address ends the one before; ended, it is like one that never was', async () => {
	const { personId } = await holderOf('IMPLEMENTER')
	const first = await makeCalendarAddress(context(personId))
	const second = await makeCalendarAddress(context(personId))
	await expect(listOwnDeadlines(context(null), first)).rejects.toMatchObject({ reason: 'not_found' })
	expect(Array.isArray(await listOwnDeadlines(context(null), second))).toBe(true)
	expect(await findCalendarAddress(context(personId))).toBe('2026-11-20')
	await endCalendarAddress(context(personId))
	await endCalendarAddress(context(personId))
	expect(await findCalendarAddress(context(personId))).toBeNull()
	await expect(listOwnDeadlines(context(null), second)).rejects.toMatchObject({ reason: 'not_found' })
}, 60_000)

test('an institution has what it is to report and to answer, and nothing of another', async () => {
	const leads = await database.db.commitmentInstitution.findMany({ where: { isLead: true } })
	const ids = [...new Set(leads.map(({ organizationId }) => organizationId))]
	const all = await Promise.all(ids.map((id) => listInstitutionDeadlines(context(null), id)))
	expect(all.flat().length).toBeGreaterThan(0)
	expect(all.flat().every(({ about }) => about.kind !== 'OBLIGATION')).toBe(true)
	await expect(listInstitutionDeadlines(context(null), 'nobody')).rejects.toMatchObject({
		reason: 'not_found',
	})
}, 60_000)
