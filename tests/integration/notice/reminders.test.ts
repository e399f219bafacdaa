import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import {
	acknowledgeOverdue,
	chooseLetters,
	endLetters,
	nameSuperior,
	noteLetters,
} from '#app/domain/notice/commands.server.ts'
import { listDueLetters } from '#app/domain/notice/queries.server.ts'
import { letterTextOf } from '#app/http/letter-text.ts'
import { sendDigests, sendReminders } from '#app/jobs/reminders.server.ts'
import { openMail } from '#app/mail.server.ts'
import type { Mail } from '#app/mail.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import type { MailServer } from '#tests/support/mail-server.ts'

let database: Database
let server: MailServer
let mail: Mail
beforeEach(async () => {
	database = await freshDatabase()
	server = await mailServer()
	mail = openMail({ smtpUrl: server.smtpUrl, mailFrom: 'renaksi@contoh.example', dataDir: '/nowhere' })
	await storePlan(database)
	await database.db.ruleSet.updateMany({ data: { cycle: LOCAL_CYCLE } })
})
afterEach(async () => {
	mail.close()
	await server.close()
	await database.close()
})

async function appoint(...names: readonly PersonName[]) {
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
}

const world = (now: string) => ({
	ctx: { ...as(database, 'admin'), now: new Date(now) },
	mail,
	log: { error: () => {} },
	baseUrl: 'https://renaksi.example',
})
const on = (day: string) => sendReminders(world(`${day}T02:00:00Z`))
const received = () =>
	server.letters.map(({ to, source }) => ({ ...letterTextOf(source), to: to.join(), source }))

describe('before a deadline', () => {
	test('those who owe are written to thirty, seven and one days before, once each', async () => {
		await appoint('officer')
		await on('2026-05-31')
		expect(received()).toEqual([])
		for (const day of ['2026-06-01', '2026-06-02', '2026-06-23', '2026-06-24', '2026-06-29', '2026-06-30'])
			await on(day)
		expect(received().map(({ to }) => to)).toEqual(Array(3).fill('officer@example.org'))
		expect(received()[0]?.text).toMatch(
			/Laporan tentang “Tonggak m1”, periode B06\n {2}Rencana\n {2}Jatuh tempo 30 Juni 2026/,
		)
	})

	test('letters that were missed are not sent late beside the next', async () => {
		await appoint('officer')
		await on('2026-06-29')
		expect(received()).toHaveLength(1)
	})

	test('several deadlines of a person are one letter, in the person’s language', async () => {
		await appoint('poc')
		await database.db.person.update({ where: { id: 'poc' }, data: { locale: 'en' } })
		await database.db.checkpoint.updateMany({ where: { code: 'B09' }, data: { dueOn: '2026-06-30' } })
		await on('2026-06-23')
		expect(received()).toHaveLength(1)
		expect(received()[0]).toMatchObject({ subject: '2 deadlines are near' })
		expect(received()[0]?.text).toContain('Publish all reports that the checkpoint asks for: B06')
	})

	test('what was reported is not asked for again', async () => {
		await appoint('officer', 'lead')
		await publishClaim(database, 'SUBSTANTIAL', new Date('2026-06-20T02:00:00Z'))
		await on('2026-06-23')
		expect(received()).toEqual([])
	})

	test('whose appointment is over gets none', async () => {
		await appoint('officer')
		await database.db.appointment.updateMany({ data: { untilOn: '2026-06-22' } })
		await on('2026-06-23')
		expect(received()).toEqual([])
	})

	test('the day is that of the member: in Jayapura a letter goes out two hours before Jakarta’s', async () => {
		await appoint('officer')
		const midnightInJayapura = '2026-06-22T15:00:00Z'
		expect((await listDueLetters({ ...world('2026-06-22T14:59:59Z').ctx }))[0]?.items[0]?.key).toContain(
			'before.30',
		)
		expect((await listDueLetters({ ...world(midnightInJayapura).ctx }))[0]?.items[0]?.key).toContain(
			'before.30',
		)
		await database.db.member.updateMany({ data: { timeZone: 'Asia/Jayapura' } })
		expect((await listDueLetters({ ...world(midnightInJayapura).ctx }))[0]?.items[0]?.key).toContain(
			'before.7',
		)
	})
})

describe('after a deadline', () => {
	beforeEach(async () => {
		await appoint('officer')
		await nameSuperior(as(database, 'officer'), { superior: 'lead' })
	})

	test('the named superior is written to every week', async () => {
		for (const day of ['2026-07-01', '2026-07-02', '2026-07-07', '2026-07-08', '2026-07-15']) await on(day)
		expect(received().map(({ to }) => to)).toEqual(Array(3).fill('lead@example.org'))
	})

	test('until it is acknowledged through the link in the letter, and then no more', async () => {
		await on('2026-07-01')
		const [, token = '', sentOn = ''] =
			/https:\/\/renaksi\.example\/id\/letters\/([0-9a-f]{32})\/acknowledge\/([\d-]+)/.exec(
				received()[0]?.text ?? '',
			) ?? []
		expect(sentOn).toBe('2026-07-01')
		await acknowledgeOverdue(world('2026-07-02T02:00:00Z').ctx, { token, sentOn })
		await acknowledgeOverdue(world('2026-07-02T02:00:00Z').ctx, { token, sentOn })
		for (const day of ['2026-07-08', '2026-07-15']) await on(day)
		expect(received()).toHaveLength(1)
	})

	test('an unknown token acknowledges nothing', async () => {
		await on('2026-07-01')
		await acknowledgeOverdue(world('2026-07-02T02:00:00Z').ctx, {
			token: 'f'.repeat(32),
			sentOn: '2026-07-01',
		})
		await on('2026-07-08')
		expect(received()).toHaveLength(2)
	})

	test('where nobody is named, nobody is written to', async () => {
		await nameSuperior(as(database, 'officer'), { superior: '' })
		await on('2026-07-01')
		expect(received()).toEqual([])
	})

	test.each([
		['somebody of another organization', 'monitor'],
		['oneself', 'officer'],
		['nobody who exists', 'king'],
	])('%s cannot be named', async (_who, superior) => {
		await expect(nameSuperior(as(database, 'officer'), { superior })).rejects.toMatchObject({
			reason: 'not_found',
		})
	})
})

describe('ending letters', () => {
	test('each letter ends its kind with one click, without signing in', async () => {
		await appoint('officer')
		await on('2026-06-23')
		const source = received()[0]?.source ?? ''
		expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
		const [, token = ''] =
			/^List-Unsubscribe:\s+<https:\/\/renaksi\.example\/id\/letters\/([0-9a-f]{32})\/end\/reminders>\r?$/m.exec(
				source,
			) ?? []
		expect(received()[0]?.text).toContain(`/letters/${token}/end/reminders`)
		await endLetters(as(database, 'admin'), { token, kind: 'reminders' })
		await on('2026-06-29')
		expect(received()).toHaveLength(1)
		expect(await database.db.noticeChoice.findUnique({ where: { personId: 'officer' } })).toMatchObject({
			hasReminders: false,
			hasDigest: true,
		})
	})

	test('whoever ended them can ask for them again', async () => {
		await appoint('officer')
		await chooseLetters(as(database, 'officer'), { reminders: false, digest: false })
		await on('2026-06-23')
		expect(received()).toEqual([])
		await chooseLetters(as(database, 'officer'), { reminders: true, digest: false })
		await on('2026-06-23')
		expect(received()).toHaveLength(1)
	})
})

describe('no letter goes out twice', () => {
	test('a run that broke off between the note and the sending leaves its letter out; the next of the row goes out', async () => {
		await appoint('officer')
		const [due] = await listDueLetters(world('2026-06-23T02:00:00Z').ctx)
		if (!due) throw new Error('nothing is due')
		await noteLetters(
			world('2026-06-23T02:00:00Z').ctx,
			'officer',
			due.items.map(({ key }) => key),
		)
		await on('2026-06-23')
		expect(received()).toEqual([])
		await on('2026-06-29')
		expect(received()).toHaveLength(1)
	})

	test('a run that broke off after the sending sends nothing again', async () => {
		await appoint('officer')
		const broken = {
			...world('2026-06-23T02:00:00Z'),
			mail: {
				send: async (letter: Parameters<Mail['send']>[0]) => {
					await mail.send(letter)
					throw new Error('the line broke')
				},
			},
		}
		expect(await sendReminders(broken)).toMatchObject({ sent: 0, failed: 1 })
		await on('2026-06-23')
		expect(received()).toHaveLength(1)
	})

	test('two runs at once send one letter', async () => {
		await appoint('officer')
		await Promise.all([on('2026-06-23'), on('2026-06-23')])
		expect(received()).toHaveLength(1)
	})

	test('what the mail server refused is tried again, and does not keep others waiting', async () => {
		await appoint('colleague', 'officer')
		server.refuseNext()
		expect(await on('2026-06-23')).toMatchObject({ sent: 1, failed: 1 })
		expect(await on('2026-06-23')).toMatchObject({ sent: 1, failed: 0 })
		expect(
			received()
				.map(({ to }) => to)
				.sort(),
		).toEqual(['colleague@example.org', 'officer@example.org'])
	})
})

describe('the weekly digest', () => {
	beforeEach(async () => {
		await appoint('poc')
		await publishClaim(database, 'SUBSTANTIAL', new Date('2026-07-15T02:00:00Z'))
	})
	const digests = (now: string) => sendDigests(world(now))

	test('says by commitment what was published in the week before, once', async () => {
		await digests('2026-07-19T02:00:00Z')
		expect(received()).toEqual([])
		await digests('2026-07-20T02:00:00Z')
		await digests('2026-07-22T02:00:00Z')
		await digests('2026-07-27T02:00:00Z')
		expect(received()).toHaveLength(1)
		expect(received()[0]?.text).toContain(
			'Komitmen k1\n- 15 Juli 2026: Si agency melaporkan: Substansial\nhttps://renaksi.example/id/commitments/k1',
		)
		expect(received()[0]?.text).toContain('/end/digest')
	})

	test('says nothing of evidence, nor of what was withdrawn', async () => {
		await digests('2026-07-20T02:00:00Z')
		expect(received()[0]?.text).not.toMatch(/contoh\.example\/portal|Portal/)
	})

	test('whoever does not want it gets none', async () => {
		await chooseLetters(as(database, 'poc'), { reminders: true, digest: false })
		await digests('2026-07-20T02:00:00Z')
		expect(received()).toEqual([])
	})
})
