import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { findProtectedFile, findPublicFile } from '#app/domain/evidence-file/queries.server.ts'
import { findEvidence, findOwnEvidence, findProtectedEvidence } from '#app/domain/evidence/queries.server.ts'
import { findActInPlan } from '#app/domain/plan-record/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { snapshotText } from '#app/domain/report/rules.ts'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { findReportToday } from '#app/domain/report/queries.server.ts'
import { publishVerification } from '#app/domain/verification/commands.server.ts'
import { contentHash } from '#app/ledger/leaf.ts'
import { layoutProgressReport } from '#reports/progress-report/layout.ts'
import { progressReport } from '#reports/progress-report/model.ts'
import { wordsIn } from '#reports/document/words.ts'
import { addProtectedPhoto } from '#tests/factories/evidence-answer.ts'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import { sha256Of } from '#tests/factories/upload.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const FILE = sha256Of(`file ${'f'.repeat(32)}`)
const NAME = `${FILE}.jpg`
const LAST_HOUR = new Date('2026-09-30T23:59:59Z')
const MIDNIGHT = new Date('2026-10-01T00:00:00Z')
/** All that nobody may learn of the piece. */
const SECRETS = new RegExp(`Kantor|closed door|${FILE}|${sha256Of(`original ${'f'.repeat(32)}`)}|@example`)

let database: Database
let recordId: string
let evidenceId: string

/** A finding whose second piece of evidence is for one officer and one point of contact, until 1 October. */
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeReportRules(database)
	const claim = await publishClaim(database)
	const draft = await addProtectedPhoto(database, as(database, 'monitor'), {
		draft: await aCompleteFinding(database, claim.recordId),
		readers: 'OFFICER@example.org\npoc@example.org',
		embargoUntil: '2026-10-01',
	})
	const published = await publishVerification(as(database, 'monitor'), draft.id, draft)
	recordId = published.recordId
	evidenceId = `${recordId}.1.1`
})
afterEach(() => database.close())

describe('until its embargo ends', () => {
	test('nothing public says more than that it is there, its kind, its day and its commitment', async () => {
		const ctx = as(database, 'admin', LAST_HOUR)
		const record = await findRecord(ctx, recordId)
		const plan = await findPlanRecord(ctx, 'plan')
		const model = await findReportToday(ctx, { planId: 'plan' }, {})
		const everything = [
			record,
			plan,
			await findActInPlan(ctx, record),
			await findEvidence(ctx, evidenceId),
			snapshotText(model),
			layoutProgressReport(progressReport(model, 'snapshot'), wordsIn('en')),
		]
		expect(record.matchesEntry).toBe(true)
		expect(JSON.stringify(everything)).not.toMatch(SECRETS)
		expect(await findEvidence(ctx, evidenceId)).toMatchObject({
			evidence: { visibility: 'PROTECTED', kind: 'PHOTO', embargoUntil: '2026-10-01' },
			act: null,
			commitment: { id: 'k1' },
		})
		await expect(findPublicFile(ctx, NAME)).rejects.toMatchObject({ reason: 'not_found' })
	})

	test.each([
		['its author', 'monitor', true],
		['a colleague of its author', 'owner', true],
		['an officer who was named', 'officer', true],
		['a point of contact who was named', 'poc', true],
		['a colleague of the officer who was named', 'colleague', false],
		['the host', 'admin', false],
		['another organisation that monitors', 'otherMonitor', false],
		['the lead of the institution that is judged', 'lead', false],
	] as const)('%s sees it: %s', async (_who, who, sees) => {
		const ctx = as(database, who, LAST_HOUR)
		const asked = [
			findProtectedEvidence(ctx, evidenceId),
			findProtectedFile(ctx, evidenceId, 'file'),
			findProtectedFile(ctx, evidenceId, 'preview'),
		]
		const answers = await Promise.allSettled(asked)
		expect(answers.map((answer) => answer.status)).toEqual(Array(3).fill(sees ? 'fulfilled' : 'rejected'))
		if (sees) {
			expect(await asked[0]).toMatchObject({
				evidence: { title: 'Kantor yang tutup', file: { sha256: FILE } },
			})
			return
		}
		for (const refused of asked) await expect(refused).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('the salt of the original is told to the organisation that sent it, and to nobody who was named', async () => {
		const own = await findProtectedEvidence(as(database, 'owner'), evidenceId)
		expect(own.originalSalt).toBe('07'.repeat(32))
		expect((await findProtectedEvidence(as(database, 'officer'), evidenceId)).originalSalt).toBeNull()
		expect((await findOwnEvidence(as(database, 'owner'), evidenceId)).originalSalt).toBe('07'.repeat(32))
		await expect(findOwnEvidence(as(database, 'officer'), evidenceId)).rejects.toMatchObject({
			reason: 'not_found',
		})
	})
})

describe('from the day its embargo ends', () => {
	test('it is public by itself: in the record, on its page and as a file', async () => {
		const ctx = as(database, 'admin', MIDNIGHT)
		const plan = await findPlanRecord(ctx, 'plan')
		expect(JSON.stringify(plan)).toContain('Kantor yang tutup')
		expect(await findEvidence(ctx, evidenceId)).toMatchObject({
			evidence: { visibility: 'PUBLIC', title: 'Kantor yang tutup', protectedUntil: '2026-10-01' },
			act: { recordId },
		})
		expect(await findPublicFile(ctx, NAME)).toEqual({ sha256: FILE, mediaType: 'image/jpeg' })
	})

	test('what the log sealed is the same as before', async () => {
		const before = await findRecord(as(database, 'admin', LAST_HOUR), recordId)
		const after = await findRecord(as(database, 'admin', MIDNIGHT), recordId)
		expect(after.content).toEqual(before.content)
		expect(after.matchesEntry).toBe(true)
	})

	test('a report keeps what was public when it was compiled', async () => {
		const compiled = await findReportToday(as(database, 'poc', LAST_HOUR), { planId: 'plan' }, {})
		const read = readSnapshot(JSON.parse(snapshotText(compiled)))
		expect('model' in read && snapshotText(read.model)).toBe(snapshotText(compiled))
		expect(JSON.stringify(read)).not.toMatch(SECRETS)
		const later = await findReportToday(as(database, 'poc', MIDNIGHT), { planId: 'plan' }, {})
		expect(JSON.stringify(layoutProgressReport(progressReport(later, 'snapshot'), wordsIn('id')))).toContain(
			FILE,
		)
		expect(readSnapshot(JSON.parse(snapshotText(later)))).toHaveProperty('model')
	})
})

test('the seal of a protected piece is that of the piece with its salt', async () => {
	const row = await database.db.evidence.findUniqueOrThrow({ where: { id: evidenceId } })
	const record = await findRecord(as(database, 'monitor', MORNING), recordId)
	const [, sealed] = 'evidence' in record.content ? record.content.evidence : []
	const part = {
		kind: row.kind,
		url: row.url,
		title: row.title,
		stance: row.stance,
		visibility: 'PROTECTED',
		altText: row.altText,
		file: {
			sha256: row.fileSha256,
			mediaType: row.fileMediaType,
			bytes: row.fileBytes,
			previewSha256: row.previewSha256,
			originalSeal: row.originalSeal,
			removed: ['CAMERA', 'LOCATION'],
		},
	}
	expect(sealed).toEqual({
		kind: 'PHOTO',
		visibility: 'PROTECTED',
		partHash: contentHash(row.partSalt ?? new Uint8Array(), part),
		embargoUntil: '2026-10-01',
	})
})
