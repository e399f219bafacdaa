import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import {
	addReplyFile,
	addReplyLink,
	answerReply,
	publishReply,
	removeReplyEvidence,
	replyToNewest,
} from '#app/domain/reply/commands.server.ts'
import { findReplyDesk } from '#app/domain/reply/queries.server.ts'
import { replyFileAnswer } from '#app/domain/reply/schema.ts'
import { findReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { MORNING, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { anUpload } from '#tests/factories/upload.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeFinding(database)
})
afterEach(() => database.close())

const SEEN = { version: 0, findingVersion: 1, after: 0 }
const TEXT = { textId: 'Pintu dibuka pada hari kerja.', textEn: '' }
const LINK = { kind: 'MINUTES', url: 'https://contoh.example/notulen', title: 'Notulen' } as const

async function reply(who: PersonName = 'officer', now = MORNING) {
	const ctx = as(database, who, now)
	const { version } = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
	return publishReply(ctx, 'finding-1', { ...SEEN, ...TEXT, version })
}

describe('a reply in time', () => {
	test('is published with its evidence and its leaf, in the name of the institution', async () => {
		const ctx = as(database, 'lead')
		const begun = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
		const linked = await addReplyLink(ctx, 'finding-1', { version: begun.version, ...LINK })
		const before = await countsOf(database)
		const published = await publishReply(ctx, 'finding-1', { ...SEEN, ...TEXT, version: linked.version })

		expect(await database.db.reply.findMany()).toMatchObject([
			{
				...published,
				verificationRecordId: 'finding-1',
				verificationVersion: 1,
				organizationId: 'agency',
				textId: TEXT.textId,
				textEn: null,
				dueOn: '2026-08-05',
				isLate: false,
				submittedById: 'lead',
			},
		])
		const after = await countsOf(database)
		expect(after).toEqual({ ...before, evidence: before.evidence + 1, leaves: before.leaves + 1 })
		const record = await findRecord(ctx, published.recordId)
		expect(record).toMatchObject({
			matchesEntry: true,
			entry: { kind: 'reply.published', actorOrganization: 'agency' },
		})
		expect(JSON.stringify(record.content)).not.toMatch(/"lead"|Person of/)
		expect(await database.db.replyDraft.count()).toBe(0)
	})

	test('carries a file that somebody of the institution sent', async () => {
		const ctx = as(database, 'officer')
		const { version } = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
		const { id: upload } = await anUpload(database, { id: 'a'.repeat(32), who: 'officer' })
		const received = await findReceivedFile(ctx, upload)
		const answer = replyFileAnswer({ today: '2026-07-15', received, fault: null }).parse({
			version,
			kind: 'PHOTO',
			title: 'Kantor',
			altText: 'An open door',
			upload,
		})
		const added = await addReplyFile(ctx, 'finding-1', answer)
		await publishReply(ctx, 'finding-1', { ...SEEN, ...TEXT, version: added.version })
		expect(await database.db.evidence.findMany()).toMatchObject([{ kind: 'PHOTO', altText: 'An open door' }])
		expect(await database.db.upload.count()).toBe(0)
	})

	test('sent once more is the reply that was published', async () => {
		const ctx = as(database, 'officer')
		const { version } = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
		const form = { ...SEEN, ...TEXT, version }
		const first = await publishReply(ctx, 'finding-1', form)
		expect(await publishReply(ctx, 'finding-1', form)).toEqual(first)
		expect(await database.db.reply.count()).toBe(1)
	})

	test('is corrected by its next version, which starts from its text and evidence', async () => {
		const ctx = as(database, 'officer')
		const { version } = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
		const linked = await addReplyLink(ctx, 'finding-1', { version, ...LINK })
		const first = await publishReply(ctx, 'finding-1', { ...SEEN, ...TEXT, version: linked.version })
		const better = { ...SEEN, after: 1, textId: 'Pintu dibuka tiap hari.', textEn: '' }
		const draft = await answerReply(ctx, 'finding-1', better)
		expect(draft.evidence).toMatchObject([{ title: 'Notulen' }])
		const second = await publishReply(ctx, 'finding-1', { ...better, version: draft.version })
		expect(second).toEqual({ recordId: first.recordId, version: 2 })
		const { published, thread } = await findReplyDesk(ctx, 'finding-1')
		expect(published).toMatchObject({ version: 2, text: { id: 'Pintu dibuka tiap hari.' } })
		expect(thread.replies).toHaveLength(1)
	})
})

describe('a reply after the clock', () => {
	test.each([
		['2026-08-05T16:59:00Z', false, 'the last day in Jakarta has not ended'],
		['2026-08-05T17:00:00Z', true, 'in Jakarta the day after has begun'],
	])('at %s it is late: %s, because %s', async (at, isLate) => {
		await reply('officer', new Date(at))
		expect(await database.db.reply.findMany()).toMatchObject([{ isLate, dueOn: '2026-08-05' }])
	})
})

describe('two people of an institution at once', () => {
	test('the second writer of a draft is told, and what the first wrote stays', async () => {
		await answerReply(as(database, 'officer'), 'finding-1', { ...SEEN, ...TEXT })
		const second = answerReply(as(database, 'colleague'), 'finding-1', { ...SEEN, textEn: 'Other words.' })
		await expect(second).rejects.toMatchObject({ reason: 'changed_meanwhile' })
		expect(await database.db.replyDraft.findMany()).toMatchObject([TEXT.textId].map((textId) => ({ textId })))
	})

	test('who begins to write before a colleague publishes is told, and may publish a correction', async () => {
		await reply('officer')
		const ctx = as(database, 'colleague')
		const mine = { ...SEEN, textEn: 'The door was open on Tuesday.' }
		await expect(answerReply(ctx, 'finding-1', mine)).rejects.toMatchObject({ reason: 'reply_published' })
		expect(await answerReply(ctx, 'finding-1', { ...mine, after: 1 })).toMatchObject({
			text: { en: mine.textEn, id: null },
		})
	})

	test('who confirms other words than a colleague published is told, and nothing is published twice', async () => {
		const { version } = await answerReply(as(database, 'officer'), 'finding-1', { ...SEEN, ...TEXT })
		const changed = { ...SEEN, version, textId: 'Lain.', textEn: '' }
		const later = await answerReply(as(database, 'colleague'), 'finding-1', changed)
		await publishReply(as(database, 'colleague'), 'finding-1', { ...changed, version: later.version })
		const stale = publishReply(as(database, 'officer'), 'finding-1', { ...SEEN, ...TEXT, version })
		await expect(stale).rejects.toMatchObject({ reason: 'reply_published' })
		expect(await database.db.reply.count()).toBe(1)
	})
})

describe('a finding that moved on', () => {
	test('of a newer version the draft is shown beside it, and goes to it once somebody says so', async () => {
		const ctx = as(database, 'officer')
		const { version } = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
		await storeFinding(database, { version: 2 })
		const stale = publishReply(ctx, 'finding-1', { ...SEEN, ...TEXT, version })
		await expect(stale).rejects.toMatchObject({ reason: 'finding_changed' })
		const moved = await replyToNewest(ctx, 'finding-1', { version })
		expect(moved).toMatchObject({ findingVersion: 2, text: { id: TEXT.textId } })
		await publishReply(ctx, 'finding-1', { ...SEEN, ...TEXT, findingVersion: 2, version: moved.version })
		expect(await database.db.reply.findMany()).toMatchObject([{ verificationVersion: 2 }])
	})

	test('one that is no longer adverse asks for no reply', async () => {
		await storeFinding(database, { version: 2, outcome: 'CONFIRMED' })
		const late = answerReply(as(database, 'officer'), 'finding-1', { ...SEEN, ...TEXT })
		await expect(late).rejects.toMatchObject({ reason: 'finding_not_adverse' })
	})

	test('one that was withdrawn for safety is gone, with its draft', async () => {
		await withdrawFinding(as(database, 'monitor'), 'finding-1')
		await expect(findReplyDesk(as(database, 'officer'), 'finding-1')).rejects.toMatchObject({
			reason: 'withdrawn',
		})
	})
})

test.each(['otherOfficer', 'otherLead', 'poc', 'monitor', 'admin'] as const)(
	'for %s there is no such finding to reply to',
	async (who) => {
		const before = await countsOf(database)
		await expect(answerReply(as(database, who), 'finding-1', { ...SEEN, ...TEXT })).rejects.toMatchObject({
			reason: 'not_found',
		})
		expect(await countsOf(database)).toEqual(before)
	},
)

test('a piece of evidence is taken out again by its place', async () => {
	const ctx = as(database, 'officer')
	const { version } = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
	const linked = await addReplyLink(ctx, 'finding-1', { version, ...LINK })
	const without = await removeReplyEvidence(ctx, 'finding-1', { version: linked.version, position: 0 })
	expect(without.evidence).toEqual([])
})
