import { beforeEach, describe, expect, test } from 'vitest'
import {
	acknowledgeOverdue,
	chooseLetters,
	endLetters,
	nameSuperior,
	noteLetters,
} from '#app/domain/notice/commands.server.ts'
import { listDueLetters } from '#app/domain/notice/queries.server.ts'
import { sendReminders } from '#app/jobs/reminders.server.ts'
import type { Mail } from '#app/mail.server.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as } from '#tests/factories/stored-plan.ts'
import { appoint, desk, letterDesk, on, received, world } from './letter-desk.ts'

letterDesk()

describe('before a deadline', () => {
	test('those who owe are written to thirty, seven and one days before, once each', async () => {
		await appoint('officer')
		await on('2026-05-31')
		expect(received()).toEqual([])
		for (const day of ['2026-06-01', '2026-06-02', '2026-06-23', '2026-06-24', '2026-06-29', '2026-06-30'])
			await on(day)
		expect(received().map(({ to }) => to)).toEqual(Array(3).fill('officer@example.org'))
		expect(received()[0]?.text).toMatch(
			/Laporan tentang “Tonggak m1”, titik pelaporan B06\n {2}Rencana\n {2}Jatuh tempo 30 Juni 2026/,
		)
	})

	test('letters that were missed are not sent late beside the next', async () => {
		await appoint('officer')
		await on('2026-06-29')
		expect(received()).toHaveLength(1)
	})

	test('several deadlines of a person are one letter, in the person’s language', async () => {
		await appoint('poc')
		await desk().database.db.person.update({ where: { id: 'poc' }, data: { locale: 'en' } })
		await desk().database.db.checkpoint.updateMany({ where: { code: 'B09' }, data: { dueOn: '2026-06-30' } })
		await on('2026-06-23')
		expect(received()).toHaveLength(1)
		expect(received()[0]).toMatchObject({ subject: '2 deadlines are near' })
		expect(received()[0]?.text).toContain('Publish all reports that the checkpoint asks for: B06')
	})

	test('what was reported is not asked for again', async () => {
		await appoint('officer', 'lead')
		await publishClaim(desk().database, 'SUBSTANTIAL', new Date('2026-06-20T02:00:00Z'))
		await on('2026-06-23')
		expect(received()).toEqual([])
	})

	test('whose appointment is over gets none', async () => {
		await appoint('officer')
		await desk().database.db.appointment.updateMany({ data: { untilOn: '2026-06-22' } })
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
		await desk().database.db.member.updateMany({ data: { timeZone: 'Asia/Jayapura' } })
		expect((await listDueLetters({ ...world(midnightInJayapura).ctx }))[0]?.items[0]?.key).toContain(
			'before.7',
		)
	})
})

describe('after a deadline', () => {
	beforeEach(async () => {
		await appoint('officer')
		await nameSuperior(as(desk().database, 'officer'), { superior: 'lead' })
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
		await nameSuperior(as(desk().database, 'officer'), { superior: '' })
		await on('2026-07-01')
		expect(received()).toEqual([])
	})

	test.each([
		['somebody of another organization', 'monitor'],
		['oneself', 'officer'],
		['nobody who exists', 'king'],
	])('%s cannot be named', async (_who, superior) => {
		await expect(nameSuperior(as(desk().database, 'officer'), { superior })).rejects.toMatchObject({
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
		await endLetters(as(desk().database, 'admin'), { token, kind: 'reminders' })
		await on('2026-06-29')
		expect(received()).toHaveLength(1)
		expect(
			await desk().database.db.noticeChoice.findUnique({ where: { personId: 'officer' } }),
		).toMatchObject({
			hasReminders: false,
			hasDigest: true,
		})
	})

	test('whoever ended them can ask for them again', async () => {
		await appoint('officer')
		await chooseLetters(as(desk().database, 'officer'), { reminders: false, digest: false })
		await on('2026-06-23')
		expect(received()).toEqual([])
		await chooseLetters(as(desk().database, 'officer'), { reminders: true, digest: false })
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
					await desk().mail.send(letter)
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
		desk().server.refuseNext()
		expect(await on('2026-06-23')).toMatchObject({ sent: 1, failed: 1 })
		expect(await on('2026-06-23')).toMatchObject({ sent: 1, failed: 0 })
		expect(
			received()
				.map(({ to }) => to)
				.sort(),
		).toEqual(['colleague@example.org', 'officer@example.org'])
	})
})
