import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import type { Context } from '#app/domain/context.ts'
import {
	addFindingEvidence,
	answerFinding,
	answerReasons,
	beginVerification,
	judgeNewestClaim,
	publishVerification,
	removeFindingEvidence,
} from '#app/domain/verification/commands.server.ts'
import { findFinding, findSubject } from '#app/domain/verification/queries.server.ts'
import { listClaimsToVerify } from '#app/domain/verification-queue/queries.server.ts'
import { NO_INTEREST, PIECE, REASONS, aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { PEOPLE, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const MONITORS: readonly PersonName[] = ['monitor', 'owner', 'otherMonitor']
const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => !MONITORS.includes(who))

let database: Database
let claimRecordId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	claimRecordId = (await publishClaim(database)).recordId
})
afterEach(() => database.close())

describe('who may not', () => {
	test('nobody but monitors begins a verification or declares anything, and nothing is written', async () => {
		const before = await countsOf(database)
		for (const who of OTHERS) {
			const ctx = as(database, who)
			const attempts = await Promise.allSettled([
				findSubject(ctx, { claimRecordId }),
				declareInterests(ctx, { claimRecordId }, NO_INTEREST),
				beginVerification(ctx, { claimRecordId }),
				beginVerification(ctx, { milestoneId: 'm3' }),
			])
			expect(
				attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason),
				who,
			).toMatchObject(attempts.map(() => ({ reason: 'not_allowed' })))
			expect((await listClaimsToVerify(ctx)).items).toEqual([])
		}
		expect(await countsOf(database)).toEqual(before)
	})

	test('for everyone but its author a draft does not exist, and nothing about it changes', async () => {
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		const before = await database.db.verificationDraft.findMany()
		for (const who of [...OTHERS, 'owner', 'otherMonitor'] as const) {
			const ctx = as(database, who)
			const attempts = await Promise.allSettled([
				findFinding(ctx, id),
				answerFinding(ctx, id, { version, level: 'COMPLETE', outcome: 'CONFIRMED' }),
				answerReasons(ctx, id, { version, ...REASONS }),
				addFindingEvidence(ctx, id, { version, ...PIECE }),
				removeFindingEvidence(ctx, id, { version, position: 0 }),
				judgeNewestClaim(ctx, id, { version }),
				publishVerification(ctx, id, { version }),
			])
			expect(
				attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason),
				who,
			).toMatchObject(attempts.map(() => ({ reason: 'not_found' })))
		}
		expect(await database.db.verificationDraft.findMany()).toEqual(before)
		expect(await database.db.verification.count()).toBe(0)
	})

	test('a monitor who also holds an office of that government judges nothing, from the day they hold it', async () => {
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		const monitor = as(database, 'monitor')
		const office = { role: 'POC', organizationId: 'secretariat', memberId: 'example' } as const
		const both = {
			...monitor,
			actor: { ...monitor.actor, appointments: [...monitor.actor.appointments, office] },
		}
		const refused = { reason: 'not_allowed' }
		await expect(publishVerification(both, id, { version })).rejects.toMatchObject(refused)
		await expect(
			answerFinding(both, id, { version, level: 'COMPLETE', outcome: 'CONFIRMED' }),
		).rejects.toMatchObject(refused)
		await expect(declareInterests(both, { claimRecordId }, NO_INTEREST)).rejects.toMatchObject(refused)
		expect((await listClaimsToVerify(both)).items).toEqual([])
		expect(await database.db.verification.count()).toBe(0)
	})

	test('a role of a CSO held for a government institution is none', async () => {
		const pretender = {
			...as(database, 'monitor'),
			actor: {
				personId: 'x',
				appointments: [{ role: 'CSO_MONITOR', organizationId: 'agency', memberId: 'example' }],
			},
		} satisfies Context
		await expect(beginVerification(pretender, { claimRecordId })).rejects.toMatchObject({
			reason: 'not_allowed',
		})
	})

	test('a CSO appointed elsewhere finds nothing here', async () => {
		const stranger = {
			...as(database, 'monitor'),
			actor: {
				personId: 'x',
				appointments: [{ role: 'CSO_MONITOR', organizationId: 'cso', memberId: 'another' }],
			},
		} satisfies Context
		await expect(findSubject(stranger, { claimRecordId })).rejects.toMatchObject({ reason: 'not_found' })
		expect((await listClaimsToVerify(stranger)).items).toEqual([])
	})
})
