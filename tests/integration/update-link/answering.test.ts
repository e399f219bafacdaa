import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import { answerDone, answerLevel } from '#app/domain/progress-update/commands.server.ts'
import { findApproval } from '#app/domain/progress-update/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { answerByLink, giveUpdateLink, revokeUpdateLink } from '#app/domain/update-link/commands.server.ts'
import { findLinkTask, listUpdateLinks } from '#app/domain/update-link/queries.server.ts'
import { KEY } from '#tests/factories/published-claim.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const OFFER = { officerName: 'Officer of the village office', officerEmail: 'village@example.org' }
const ANSWER = {
	level: 'SUBSTANTIAL',
	doneId: 'Portal dibuka.',
	nextStepEn: 'Ten more villages.',
	url: 'https://contoh.example/portal',
	kind: 'WEBPAGE',
	title: 'Portal',
} as const

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

function nobody(now: Date = MORNING): Context {
	return { ...as(database, 'officer', now), actor: PUBLIC_ACTOR }
}

describe('one report through one link', () => {
	test('is answered without an account, approved by the lead, and is an act like any other', async () => {
		const { token } = await giveUpdateLink(as(database, 'officer'), KEY, OFFER)
		expect(await findLinkTask(nobody(), token)).toMatchObject({ officerName: OFFER.officerName })
		const sent = await answerByLink(nobody(), { token, ...ANSWER })
		expect(sent.state).toBe('SUBMITTED')
		expect(await findApproval(as(database, 'lead'), sent.id)).toMatchObject({
			submittedBy: OFFER.officerName,
			mayApprove: true,
		})
		const { recordId } = await approveProgressUpdate(as(database, 'lead'), sent.id, { version: sent.version })
		const record = await findRecord(as(database, 'lead'), recordId)
		expect(record).toMatchObject({ matchesEntry: true, content: { claimedLevel: 'SUBSTANTIAL' } })
		expect(JSON.stringify(record.content)).not.toMatch(/village office|village@|update-link/)
	})

	test('is not approved by the lead who gave the link', async () => {
		const { token } = await giveUpdateLink(as(database, 'lead'), KEY, OFFER)
		const sent = await answerByLink(nobody(), { token, ...ANSWER })
		expect(await findApproval(as(database, 'lead'), sent.id)).toMatchObject({ mayApprove: false })
		await expect(
			approveProgressUpdate(as(database, 'lead'), sent.id, { version: sent.version }),
		).rejects.toMatchObject({ reason: 'same_person' })
	})

	test('is not approved by the lead to whose own address it was sent', async () => {
		const offer = { ...OFFER, officerEmail: 'LEAD@example.org' }
		const { token } = await giveUpdateLink(as(database, 'officer'), KEY, offer)
		const sent = await answerByLink(nobody(), { token, ...ANSWER })
		await expect(
			approveProgressUpdate(as(database, 'lead'), sent.id, { version: sent.version }),
		).rejects.toMatchObject({ reason: 'same_person' })
	})

	test('drops nothing that a colleague drafted', async () => {
		const officer = as(database, 'officer')
		const { version } = await answerLevel(officer, KEY, { version: 0, level: 'LIMITED' })
		await answerDone(officer, KEY, { version, doneId: 'Rapat diadakan.', startedOn: '2026-02-03' })
		const { token } = await giveUpdateLink(officer, KEY, OFFER)
		const sent = await answerByLink(nobody(), { token, ...ANSWER })
		expect(sent).toMatchObject({
			level: 'SUBSTANTIAL',
			done: { id: 'Rapat diadakan.\n\nPortal dibuka.' },
			further: { startedOn: '2026-02-03' },
		})
	})

	test('stores nothing by which the link could be made again', async () => {
		const { token } = await giveUpdateLink(as(database, 'officer'), KEY, OFFER)
		const stored = JSON.stringify(await database.db.updateLink.findMany())
		expect(stored).not.toContain(token)
		expect(await listUpdateLinks(as(database, 'lead'), KEY)).toMatchObject({ links: [{ state: 'OPEN' }] })
	})
})

describe('a link that does not open', () => {
	test('is not used up by looking at it, and is by answering once', async () => {
		const { token } = await giveUpdateLink(as(database, 'officer'), KEY, OFFER)
		await findLinkTask(nobody(), token)
		await findLinkTask(nobody(), token)
		const answers = await Promise.allSettled([
			answerByLink(nobody(), { token, ...ANSWER }),
			answerByLink(nobody(), { token, ...ANSWER }),
		])
		expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
		await expect(findLinkTask(nobody(), token)).rejects.toMatchObject({ reason: 'not_found' })
		expect(await database.db.progressUpdateDraft.count()).toBe(1)
	})

	test('is refused alike where it is wrong, too old or taken back', async () => {
		const { token, link } = await giveUpdateLink(as(database, 'officer'), KEY, OFFER)
		const late = nobody(new Date('2026-07-18T02:00:00Z'))
		await expect(answerByLink(late, { token, ...ANSWER })).rejects.toMatchObject({ reason: 'not_found' })
		await expect(findLinkTask(nobody(), 'a'.repeat(43))).rejects.toMatchObject({ reason: 'not_found' })
		await revokeUpdateLink(as(database, 'lead'), link.id)
		await expect(answerByLink(nobody(), { token, ...ANSWER })).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('stays unused where the report cannot be taken', async () => {
		const given = new Date('2026-08-31T02:00:00Z')
		const { token } = await giveUpdateLink(as(database, 'officer', given), KEY, OFFER)
		await expect(
			answerByLink(nobody(new Date('2026-09-01T02:00:00Z')), { token, ...ANSWER }),
		).rejects.toMatchObject({ reason: 'checkpoint_locked' })
		expect(await database.db.updateLink.findMany()).toMatchObject([{ usedAt: null }])
	})

	test.each<PersonName>(['otherOfficer', 'otherLead', 'poc', 'monitor'])(
		'%s neither gives, sees nor takes back one of this institution',
		async (who) => {
			const { link } = await giveUpdateLink(as(database, 'officer'), KEY, OFFER)
			const other = as(database, who)
			const refused = { reason: 'not_found' }
			await expect(giveUpdateLink(other, KEY, OFFER)).rejects.toMatchObject(refused)
			await expect(listUpdateLinks(other, KEY)).rejects.toMatchObject(refused)
			await expect(revokeUpdateLink(other, link.id)).rejects.toMatchObject(refused)
		},
	)
})
