import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { evidenceRow } from '#app/domain/evidence/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { MORNING } from '#tests/factories/stored-plan.ts'
import { recordedWorld } from './recorded.ts'
import type { RecordedWorld } from './recorded.ts'

let world: RecordedWorld
beforeEach(async () => {
	world = await recordedWorld()
}, 60_000)
afterEach(() => world.close())

const acted = (recordId: string) => ({
	recordId,
	version: 1,
	submittedById: 'someone',
	publishedOn: '2026-07-15',
	publishedAt: MORNING,
	salt: new Uint8Array(randomBytes(32)),
	privateSalt: new Uint8Array(randomBytes(32)),
})
const link = { kind: 'REPORT', url: 'https://contoh.example/bukti', title: 'Bukti', stance: null }
const evidenceOf = (recordId: string) => [evidenceRow({ recordId, version: 1 }, 0, link)]

const REPLY: ActRows = {
	kind: 'reply.published',
	row: {
		...acted('reply'),
		verificationRecordId: 'finding',
		verificationVersion: 1,
		commitmentId: 'k1',
		milestoneId: 'm1',
		organizationId: 'agency',
		textEn: 'We did it.',
		textId: null,
		dueOn: '2026-08-05',
		isLate: false,
		actorOrganizationId: 'agency',
	},
	evidence: evidenceOf('reply'),
}
const ASSESSMENT: ActRows = {
	kind: 'local-assessment.published',
	row: {
		...acted('assessment'),
		actionPlanId: 'plan',
		assessmentKind: 'INCEPTION',
		commitmentId: null,
		organizationId: 'body',
		questionSet: 'set',
		answers: [],
		assessedLevel: null,
		signedByCount: 1,
		signatoryIds: ['someone'],
		dueOn: null,
		actorOrganizationId: 'body',
	},
	evidence: evidenceOf('assessment'),
}

test.each([
	['a reply', REPLY],
	['an assessment', ASSESSMENT],
])('evidence that came with %s belongs to it, and nothing differs', async (_what, act) => {
	await world.database.db.$transaction(async (tx) => {
		await insertTables(tx, tablesOf([act]))
		await appendActs(tx, [actFrom(act)])
	})
	expect(await world.found()).toEqual([])
	await world.tamper(`UPDATE "Evidence" SET "url" = 'https://elsewhere.example'`)
	expect(await world.found()).toEqual([['content_differs', act.row.recordId, 6]])
})
