import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { answerReply, publishReply } from '#app/domain/reply/commands.server.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { sendFindingLetters } from '#app/jobs/finding-letters.server.ts'
import { sendReminders } from '#app/jobs/reminders.server.ts'
import type { Letter } from '#app/mail.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
let letters: Letter[]
beforeEach(async () => {
	database = await freshDatabase()
	letters = []
	await storePlan(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
	const names: readonly PersonName[] = ['officer', 'lead', 'otherOfficer', 'poc', 'monitor']
	await database.db.appointment.createMany({
		data: names.map((personId) => ({
			id: personId,
			personId,
			organizationId: PEOPLE[personId][1],
			memberId: 'example',
			role: PEOPLE[personId][0],
			fromOn: '2026-01-01',
		})),
	})
	await storeFinding(database)
})
afterEach(() => database.close())

const world = (day: string) => ({
	ctx: { ...as(database, 'admin'), now: new Date(`${day}T02:00:00Z`) },
	mail: { send: async (letter: Letter) => void letters.push(letter) },
	log: { error: () => {} },
	baseUrl: 'https://renaksi.example',
})
const told = () => letters.map(({ to }) => to).sort()

test('the people of the institution are told once, with the last day, and with nothing of what the finding says', async () => {
	await database.db.person.update({ where: { id: 'lead' }, data: { locale: 'en' } })
	await sendFindingLetters(world('2026-07-15'))
	await sendFindingLetters(world('2026-07-16'))
	expect(told()).toEqual(['lead@example.org', 'officer@example.org'])
	const text = letters.map((letter) => letter.text).join('\n')
	expect(text).toContain('sampai 5 Agustus 2026')
	expect(text).toContain('A reply is in time until 5 August 2026')
	expect(text).toContain('https://renaksi.example/id/findings/finding-1/reply')
	expect(text).not.toMatch(/door|Si cso|The cso|NOT_CONFIRMED/)
})

test('a new version is told anew; one that is not adverse, or came too long ago, is not told', async () => {
	await sendFindingLetters(world('2026-07-15'))
	await storeFinding(database, { version: 2, publishedAt: new Date('2026-07-20T02:00:00Z') })
	await sendFindingLetters(world('2026-07-20'))
	expect(letters).toHaveLength(4)
	await storeFinding(database, { recordId: 'finding-2', outcome: 'CANNOT_VERIFY', verifiedLevel: null })
	await storeFinding(database, { recordId: 'finding-3', publishedAt: new Date('2026-05-01T02:00:00Z') })
	await sendFindingLetters(world('2026-07-21'))
	expect(letters).toHaveLength(4)
})

test('of a finding that was withdrawn for safety nobody is told', async () => {
	await withdrawFinding(as(database, 'monitor'), 'finding-1')
	await sendFindingLetters(world('2026-07-16'))
	expect(letters).toEqual([])
})

test('before the clock ends they are reminded, and not once they replied', async () => {
	const about = () =>
		letters.filter(({ text }) => text.includes('Tanggapan atas temuan tentang “Tonggak m1”'))
	await sendReminders(world('2026-07-16'))
	expect(about()).toEqual([])
	await sendReminders(world('2026-07-29'))
	expect(
		about()
			.map(({ to }) => to)
			.sort(),
	).toEqual(['lead@example.org', 'officer@example.org'])
	const ctx = as(database, 'officer')
	const words = { findingVersion: 1, after: 0, textId: 'Pintu dibuka.' }
	const { version } = await answerReply(ctx, 'finding-1', { ...words, version: 0 })
	await publishReply(ctx, 'finding-1', { ...words, version })
	await sendReminders(world('2026-08-04'))
	expect(about()).toHaveLength(2)
})
