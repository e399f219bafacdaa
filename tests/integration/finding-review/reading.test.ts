import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { askReview, passReview, returnFinding } from '#app/domain/finding-review/commands.server.ts'
import { findReview, listReviews } from '#app/domain/finding-review/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { answerFinding, publishVerification } from '#app/domain/verification/commands.server.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const missing = { reason: 'review_missing' }

let database: Database
let id: string
let version: number
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await database.db.organization.update({ where: { id: 'cso' }, data: { reviewsFindings: true } })
	const { recordId } = await publishClaim(database)
	const draft = await aCompleteFinding(database, recordId)
	id = draft.id
	version = draft.version
})
afterEach(() => database.close())

describe('an organization that wants a second reader', () => {
	test('publishes nothing that nobody read', async () => {
		const monitor = as(database, 'monitor')
		await expect(publishVerification(monitor, id, { version })).rejects.toMatchObject(missing)
		await askReview(monitor, id, { version })
		await expect(publishVerification(monitor, id, { version })).rejects.toMatchObject(missing)
		expect(await database.db.verification.count()).toBe(0)
	})

	test('publishes what a colleague read, and seals that somebody did, without a name', async () => {
		await askReview(as(database, 'monitor'), id, { version })
		expect(await listReviews(as(database, 'owner'))).toMatchObject([{ draftId: id }])
		expect(await findReview(as(database, 'owner'), id)).toMatchObject({
			view: { draft: { level: 'LIMITED' } },
		})
		await passReview(as(database, 'owner'), id, { version })
		expect(await listReviews(as(database, 'owner'))).toEqual([])
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			isPeerReviewed: true,
			reviewedById: 'owner',
		})
		const record = await findRecord(as(database, 'monitor'), id)
		expect(record).toMatchObject({ matchesEntry: true, content: { isPeerReviewed: true } })
		expect(JSON.stringify(record.content)).not.toMatch(/"owner"|"monitor"/)
	})

	test('wants another reading after any change', async () => {
		const monitor = as(database, 'monitor')
		await askReview(monitor, id, { version })
		await passReview(as(database, 'owner'), id, { version })
		const changed = await answerFinding(monitor, id, {
			version,
			level: 'NOT_STARTED',
			outcome: 'NOT_CONFIRMED',
		})
		expect(changed.review).toBe('CHANGED_SINCE')
		await expect(publishVerification(monitor, id, { version: changed.version })).rejects.toMatchObject(
			missing,
		)
		await askReview(monitor, id, { version: changed.version })
		await passReview(as(database, 'owner'), id, { version: changed.version })
		await publishVerification(monitor, id, { version: changed.version })
	})

	test('gets a finding back with a note, and may ask again', async () => {
		await askReview(as(database, 'monitor'), id, { version })
		await returnFinding(as(database, 'owner'), id, { version, note: 'Which villages?' })
		const { draft } = await findFinding(as(database, 'monitor'), id)
		expect(draft).toMatchObject({ review: 'RETURNED', reviewNote: 'Which villages?', version })
		await expect(publishVerification(as(database, 'monitor'), id, { version })).rejects.toMatchObject(missing)
		await expect(passReview(as(database, 'owner'), id, { version })).rejects.toMatchObject({
			reason: 'review_not_asked',
		})
		await askReview(as(database, 'monitor'), id, { version })
		expect((await findFinding(as(database, 'monitor'), id)).draft).toMatchObject({
			review: 'ASKED',
			reviewNote: null,
		})
	})

	test('a version that its author changed meanwhile is not passed', async () => {
		const monitor = as(database, 'monitor')
		await askReview(monitor, id, { version })
		await answerFinding(monitor, id, { version, level: 'NOT_STARTED', outcome: 'NOT_CONFIRMED' })
		await expect(passReview(as(database, 'owner'), id, { version })).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
	})

	test('for everyone else, and for its author, it does not exist', async () => {
		await askReview(as(database, 'monitor'), id, { version })
		for (const who of (Object.keys(PEOPLE) as PersonName[]).filter((name) => name !== 'owner')) {
			const attempts = await Promise.allSettled([
				findReview(as(database, who), id),
				passReview(as(database, who), id, { version }),
				returnFinding(as(database, who), id, { version, note: 'x' }),
			])
			expect(
				attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason),
				who,
			).toMatchObject(attempts.map(() => ({ reason: 'not_found' })))
			expect(await listReviews(as(database, who))).toEqual([])
		}
	})

	test('a colleague who holds an office of that government reads nothing', async () => {
		await askReview(as(database, 'monitor'), id, { version })
		const owner = as(database, 'owner')
		const office = { role: 'POC', organizationId: 'secretariat', memberId: 'example' } as const
		const both = { ...owner, actor: { ...owner.actor, appointments: [...owner.actor.appointments, office] } }
		await expect(findReview(both, id)).rejects.toMatchObject({ reason: 'not_allowed' })
	})
})

test('an organization that wants none publishes without, and nothing says that somebody read it', async () => {
	await database.db.organization.update({ where: { id: 'cso' }, data: { reviewsFindings: false } })
	await publishVerification(as(database, 'monitor'), id, { version })
	expect(await database.db.verification.findFirst()).toMatchObject({
		isPeerReviewed: false,
		reviewedById: null,
	})
})
