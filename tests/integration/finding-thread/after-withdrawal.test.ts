import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { findPublicFile } from '#app/domain/evidence-file/queries.server.ts'
import { findEvidence, findReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { addReplyFile, answerReply, publishReply } from '#app/domain/reply/commands.server.ts'
import { replyFileAnswer } from '#app/domain/reply/schema.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
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

async function replyWithPhoto() {
	const ctx = as(database, 'officer')
	const { version } = await answerReply(ctx, 'finding-1', { ...SEEN, ...TEXT })
	const {
		id: upload,
		fileSha256,
		previewSha256,
	} = await anUpload(database, { id: 'a'.repeat(32), who: 'officer' })
	const received = await findReceivedFile(ctx, upload)
	const photo = { version, kind: 'PHOTO', title: 'Kantor', altText: 'An open door', upload }
	const answer = replyFileAnswer({ today: '2026-07-15', received, fault: null }).parse(photo)
	const added = await addReplyFile(ctx, 'finding-1', answer)
	await publishReply(ctx, 'finding-1', { ...SEEN, ...TEXT, version: added.version })
	const { id } = await database.db.evidence.findFirstOrThrow()
	return { id, files: [`${String(fileSha256)}.jpg`, `${String(previewSha256)}.webp`] }
}

test('the files of a reply are served while the finding stands, and not once it was withdrawn for safety', async () => {
	const { id, files } = await replyWithPhoto()
	const anyone = as(database, 'poc')
	for (const file of files) await expect(findPublicFile(anyone, file)).resolves.toMatchObject({})
	await findEvidence(anyone, id)
	await withdrawFinding(as(database, 'monitor'), 'finding-1')
	for (const file of files)
		await expect(findPublicFile(anyone, file), file).rejects.toMatchObject({ reason: 'not_found' })
	await expect(findEvidence(anyone, id)).rejects.toMatchObject({ reason: 'not_found' })
})

describe('a finding that follows up another', () => {
	const followUp = async () => {
		await storeFinding(database, { recordId: 'finding-2', followsUpRecordId: 'finding-1' })
	}
	const named = async () =>
		JSON.stringify(
			(await findPlanRecord(as(database, 'poc'), 'plan')).commitments.flatMap((c) =>
				c.milestones.flatMap((m) => m.verifications),
			),
		)

	test('names it while it stands', async () => {
		await followUp()
		expect(await named()).toContain('"followsUp":"finding-1"')
	})

	test('does not name it any more once that was withdrawn for safety', async () => {
		await followUp()
		await withdrawFinding(as(database, 'monitor'), 'finding-1')
		expect(await named()).toContain('finding-2')
		expect(await named()).not.toContain('finding-1')
	})
})

test('a finding on a whole commitment is adverse where its level is below the stated one', async () => {
	await database.db.commitmentLevel.create({
		data: {
			...{
				recordId: 'level-1',
				version: 1,
				commitmentId: 'k1',
				checkpointId: 'b06',
				organizationId: 'agency',
			},
			...{ claimedLevel: 'SUBSTANTIAL', submittedById: 'officer', approvedById: 'lead' },
			...{ actorOrganizationId: 'agency', publishedOn: '2026-07-10' },
			publishedAt: new Date('2026-07-10T02:00:00Z'),
			...{ salt: new Uint8Array(32), privateSalt: new Uint8Array(32) },
		},
	})
	const whole = { milestoneId: null, claimRecordId: 'level-1', claimVersion: 1, outcome: 'CANNOT_VERIFY' }
	await storeFinding(database, { recordId: 'below', ...whole, verifiedLevel: 'LIMITED' })
	await storeFinding(database, { recordId: 'same', ...whole, verifiedLevel: 'SUBSTANTIAL' })
	const { commitments } = await findPlanRecord(as(database, 'poc'), 'plan')
	const found = commitments.flatMap(({ verifications }) => verifications)
	expect(new Map(found.map(({ recordId, thread }) => [recordId, thread?.dueOn]))).toEqual(
		new Map([
			['same', null],
			['below', '2026-08-05'],
		]),
	)
	const answered = answerReply(as(database, 'officer'), 'below', { ...SEEN, ...TEXT })
	await expect(answered).resolves.toMatchObject({ version: 1 })
	await expect(answerReply(as(database, 'officer'), 'same', { ...SEEN, ...TEXT })).rejects.toMatchObject({
		reason: 'finding_not_adverse',
	})
})
