import { afterEach, beforeEach } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { letterTextOf } from '#app/http/letter-text.ts'
import { sendReminders } from '#app/jobs/reminders.server.ts'
import { openMail } from '#app/mail.server.ts'
import type { Mail } from '#app/mail.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import type { MailServer } from '#tests/support/mail-server.ts'

let opened: { readonly database: Database; readonly server: MailServer; readonly mail: Mail } | null = null

/** A stored plan, a mail server and the site's mail, anew for each test of the file that asks for them. */
export function letterDesk() {
	beforeEach(async () => {
		const database = await freshDatabase()
		const server = await mailServer()
		const settings = { mailFrom: 'renaksi@contoh.example', dataDir: '/nowhere' }
		opened = { database, server, mail: openMail({ smtpUrl: server.smtpUrl, ...settings }) }
		await storePlan(database)
		await withRules(database, { cycle: LOCAL_CYCLE })
	})
	afterEach(async () => {
		opened?.mail.close()
		await opened?.server.close()
		await opened?.database.close()
	})
}

/** What the test of the moment has. */
export function desk() {
	if (!opened) throw new Error('no desk was asked for')
	return opened
}

/** Appoints people from the first day of the plan on. */
export async function appoint(...names: readonly PersonName[]) {
	await desk().database.db.appointment.createMany({
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

/** The world of the jobs at an instant. */
export const world = (now: string) => ({
	ctx: { ...as(desk().database, 'admin'), now: new Date(now) },
	mail: desk().mail,
	log: { error: () => {} },
	baseUrl: 'https://renaksi.example',
})

export const on = (day: string) => sendReminders(world(`${day}T02:00:00Z`))

/** The letters that arrived, in their order. */
export const received = () =>
	desk().server.letters.map(({ to, source }) => ({ ...letterTextOf(source), to: to.join(), source }))
