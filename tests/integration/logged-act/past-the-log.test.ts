import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { findHiding } from '#app/domain/observation/queries.server.ts'
import { answerReply, publishReply } from '#app/domain/reply/commands.server.ts'
import { publishDecision } from '#app/domain/verifier-decision/commands.server.ts'
import { isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import { observe } from '#tests/factories/observation.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

// Whoever writes past the log with the application's login neither takes away what was found nor says it otherwise.

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeFinding(database)
})
afterEach(() => database.close())

const act = {
	...{ version: 2, actorOrganizationId: 'cso', submittedById: 'admin' },
	...{ publishedOn: '2026-07-15', publishedAt: MORNING },
	...{ salt: new Uint8Array(32), privateSalt: new Uint8Array(32) },
}

async function milestone() {
	const { commitments } = await findPlanRecord(as(database, 'poc'), 'plan')
	const found = commitments[0]?.milestones[0]
	if (!found) throw new Error('no milestone')
	return found
}

test('a withdrawal that is not in the log hides no finding', async () => {
	const { actorOrganizationId: organizationId, submittedById: requestedById, ...when } = act
	const about = { recordId: 'finding-1', commitmentId: 'k1', milestoneId: 'm1' }
	await database.db.withdrawal.create({ data: { ...when, ...about, organizationId, requestedById } })
	expect(await isWithdrawn(as(database, 'poc'), 'finding-1')).toBe(false)
	expect((await milestone()).verifications.map(({ recordId }) => recordId)).toEqual(['finding-1'])
})

test('a version that is not in the log does not take the place of one that is', async () => {
	const row = await database.db.verification.findFirstOrThrow({ where: { recordId: 'finding-1' } })
	const forged = { ...row, furtherMethods: [], protocolChecks: [], interests: [] }
	await database.db.verification.create({ data: { ...forged, version: 9, verifiedLevel: 'COMPLETE' } })
	expect((await milestone()).verifications).toMatchObject([{ version: 1, level: 'LIMITED' }])
})

test('a decision that is not in the log takes no finding back', async () => {
	const words = { findingVersion: 1, after: 0, textId: 'Pintu dibuka.' }
	const { version } = await answerReply(as(database, 'officer'), 'finding-1', { ...words, version: 0 })
	await publishReply(as(database, 'officer'), 'finding-1', { ...words, version })
	const maintained = {
		findingVersion: 1,
		after: 0,
		decision: 'MAINTAINED' as const,
		reasonEn: 'It was shut.',
	}
	await publishDecision(as(database, 'owner'), 'finding-1', maintained)
	const row = await database.db.verifierDecision.findFirstOrThrow({})
	await database.db.verifierDecision.create({ data: { ...row, version: 2, decision: 'WITHDRAWN' } })
	const [finding] = (await milestone()).verifications
	expect(finding?.thread?.decisions.map(({ decision }) => decision)).toEqual(['MAINTAINED'])
})

test('a hiding that is not in the log hides no observation', async () => {
	const recordId = await observe(database)
	const about = { observationRecordId: recordId, commitmentId: 'k1', milestoneId: 'm1' }
	const hiding = { ...act, ...about, version: 1, recordId: 'forged', reasonCode: 'THREAT', noteEn: 'x' }
	await database.db.observationHiding.create({ data: hiding })
	expect(await findHiding(database.db, recordId)).toBeNull()
	expect((await milestone()).observations).toMatchObject([{ recordId, hidden: null }])
})
