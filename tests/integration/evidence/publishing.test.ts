import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import {
	addEvidenceFile,
	answerLevel,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { evidenceFileAnswer } from '#app/domain/progress-update/schema.ts'
import type { DraftView } from '#app/domain/progress-update/view.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { publishVerification, removeFindingEvidence } from '#app/domain/verification/commands.server.ts'
import { addLink, addPhoto } from '#tests/factories/evidence-answer.ts'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { KEY, aCompleteReport, publishClaim } from '#tests/factories/published-claim.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { anUpload, sha256Of } from '#tests/factories/upload.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const UPLOAD = 'a'.repeat(32)

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

describe('a finding with a file', () => {
	test('is published with what is known of the file, and what brought the file is gone', async () => {
		const ctx = as(database, 'monitor')
		const { recordId: claimId } = await publishClaim(database)
		await anUpload(database, { id: UPLOAD, who: 'monitor' })
		const { id, version } = await addPhoto(ctx, await aCompleteFinding(database, claimId), { upload: UPLOAD })
		await publishVerification(ctx, id, { version })

		const [link, photo] = await database.db.evidence.findMany({
			where: { recordId: id },
			orderBy: { position: 'asc' },
		})
		expect(link).toMatchObject({ fileSha256: null, visibility: 'PUBLIC', partSalt: null })
		expect(photo).toMatchObject({
			kind: 'PHOTO',
			title: 'Kantor yang tutup',
			url: `/files/evidence/${sha256Of(`file ${UPLOAD}`)}.jpg`,
			altText: 'A closed door with a notice',
			fileSha256: sha256Of(`file ${UPLOAD}`),
			previewSha256: sha256Of(`preview ${UPLOAD}`),
			originalSeal: sha256Of(`original ${UPLOAD}`),
			removed: 'CAMERA LOCATION',
		})
		expect(photo?.originalSalt).toHaveLength(32)
		expect(await database.db.upload.count()).toBe(0)
		const record = await findRecord(ctx, id)
		expect(record.matchesEntry).toBe(true)
		const salt = Buffer.from(photo?.originalSalt ?? [])
		expect(JSON.stringify(record)).not.toContain(salt.toString('base64'))
		expect(JSON.stringify(record)).not.toContain(salt.toString('hex'))
	})

	test('takes a form that is sent twice for one', async () => {
		const ctx = as(database, 'monitor')
		const { recordId: claimId } = await publishClaim(database)
		await anUpload(database, { id: UPLOAD, who: 'monitor' })
		const draft = await aCompleteFinding(database, claimId)
		const once = await addPhoto(ctx, draft, { upload: UPLOAD })
		expect(await addPhoto(ctx, draft, { upload: UPLOAD })).toEqual(once)
		expect(once.evidence).toHaveLength(2)
	})

	test.each([
		['of a colleague', 'owner', 'CLEAN'],
		['of another organisation', 'otherMonitor', 'CLEAN'],
		['of the government', 'officer', 'CLEAN'],
		['that has not arrived whole', 'monitor', 'RECEIVING'],
	] as const)('cannot take a file %s', async (_whose, who, state) => {
		const ctx = as(database, 'monitor')
		const { recordId: claimId } = await publishClaim(database)
		await anUpload(database, { id: UPLOAD, who })
		await database.db.upload.update({ where: { id: UPLOAD }, data: { state } })
		const draft = await aCompleteFinding(database, claimId)
		expect(await findReceivedFile(ctx, UPLOAD)).toBeNull()
		await expect(addPhoto(ctx, draft, { upload: UPLOAD })).rejects.toThrow('upload')
	})

	test('whose file is gone is not published, and stays as it was', async () => {
		const ctx = as(database, 'monitor')
		const { recordId: claimId } = await publishClaim(database)
		await anUpload(database, { id: UPLOAD, who: 'monitor' })
		const draft = await addPhoto(ctx, await aCompleteFinding(database, claimId), { upload: UPLOAD })
		await database.db.upload.delete({ where: { id: UPLOAD } })
		await expect(publishVerification(ctx, draft.id, draft)).rejects.toMatchObject({ reason: 'file_missing' })
		expect(await database.db.verificationDraft.count()).toBe(1)
		const without = await removeFindingEvidence(ctx, draft.id, { version: draft.version, position: 1 })
		await publishVerification(ctx, without.id, without)
	})

	test('whose file was exchanged behind its back is not published', async () => {
		const ctx = as(database, 'monitor')
		const { recordId: claimId } = await publishClaim(database)
		await anUpload(database, { id: UPLOAD, who: 'monitor' })
		const draft = await addPhoto(ctx, await aCompleteFinding(database, claimId), { upload: UPLOAD })
		await database.db.upload.update({ where: { id: UPLOAD }, data: { fileSha256: sha256Of('another') } })
		await expect(publishVerification(ctx, draft.id, draft)).rejects.toMatchObject({ reason: 'file_missing' })
	})
})

test('a copy in an archive is published beside the address', async () => {
	const ctx = as(database, 'monitor')
	const { recordId: claimId } = await publishClaim(database)
	const archiveUrl = 'https://web.archive.org/web/2026/https://pemantau.example/lagi'
	const draft = await addLink(ctx, await aCompleteFinding(database, claimId), { archiveUrl })
	await publishVerification(ctx, draft.id, draft)
	const record = await findRecord(ctx, draft.id)
	expect(record).toMatchObject({ matchesEntry: true, content: { evidence: [{}, { archiveUrl }] } })
})

describe('a report with a file', () => {
	async function addPhotoToReport(draft: Pick<DraftView, 'version'>): Promise<DraftView> {
		const officer = as(database, 'officer')
		await anUpload(database, { id: UPLOAD, who: 'officer' })
		const received = await findReceivedFile(officer, UPLOAD)
		const typed = {
			version: draft.version,
			kind: 'PHOTO',
			title: 'Portal',
			altText: 'The portal',
			upload: UPLOAD,
		}
		const answer = evidenceFileAnswer({ today: '2026-07-15', received, fault: null }).parse(typed)
		return addEvidenceFile(officer, KEY, answer)
	}

	async function publish({ version }: DraftView): Promise<string> {
		const sent = await submitProgressUpdate(as(database, 'officer'), KEY, { version })
		return (await approveProgressUpdate(as(database, 'lead'), sent.id, sent)).recordId
	}

	test('is approved by a second person, and its correction takes the file over with its seal', async () => {
		const recordId = await publish(await addPhotoToReport(await aCompleteReport(database)))
		const task = await findTask(as(database, 'officer'), KEY)
		expect(task.answers.evidence).toMatchObject([{}, { carriedFrom: `${recordId}.1.1` }])

		await publish(await answerLevel(as(database, 'officer'), KEY, { version: 0, level: 'SUBSTANTIAL' }))
		const rows = await database.db.evidence.findMany({
			where: { recordId, position: 1 },
			orderBy: { recordVersion: 'asc' },
		})
		expect(rows.map((row) => row.recordVersion)).toEqual([1, 2])
		const { id: _first, recordVersion: _one, ...first } = rows[0] ?? {}
		expect(rows[1]).toMatchObject(first)
		for (const version of [1, 2])
			expect(await findRecord(as(database, 'officer'), recordId, version)).toMatchObject({
				matchesEntry: true,
			})
	})

	test('that says at last that nothing happened leaves its file to be swept', async () => {
		const { version } = await addPhotoToReport(await aCompleteReport(database))
		await publish(await answerLevel(as(database, 'officer'), KEY, { version, level: 'NIL' }))
		expect(await database.db.evidence.count()).toBe(0)
		expect(await database.db.upload.count()).toBe(1)
	})
})
