import { beforeEach, describe, expect, test } from 'vitest'
import { chooseLetters } from '#app/domain/notice/commands.server.ts'
import { sendDigests } from '#app/jobs/reminders.server.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as } from '#tests/factories/stored-plan.ts'
import { appoint, desk, letterDesk, received, world } from './letter-desk.ts'

letterDesk()

describe('the weekly digest', () => {
	beforeEach(async () => {
		await appoint('poc')
		await publishClaim(desk().database, 'SUBSTANTIAL', new Date('2026-07-15T02:00:00Z'))
	})
	const digests = (now: string) => sendDigests(world(now))

	test('names amendments, stages, self-assessments and levels by plan or commitment, and none of their texts', async () => {
		const { db } = desk().database
		const act = {
			version: 1,
			actorOrganizationId: 'secretariat',
			submittedById: 'secretariat',
			approvedById: 'poc',
			publishedOn: '2026-07-16',
			salt: new Uint8Array(32),
			privateSalt: new Uint8Array(32),
		}
		const at = (hour: number) => ({ publishedAt: new Date(`2026-07-16T0${String(hour)}:00:00Z`) })
		const amended = { reasonEn: 'A word', reasonId: null, proposedBy: 'X', agreedBy: 'Y', changes: [] }
		await db.amendment.create({
			data: {
				...{ ...act, ...at(1), ...amended },
				...{ recordId: 'a1', actionPlanId: 'plan', effectiveOn: '2026-08-01' },
			},
		})
		await db.planStage.create({
			data: {
				...{ ...act, ...at(2), recordId: 's1', actionPlanId: 'plan', memberId: 'example' },
				...{ stage: 'REFRESH', effectiveOn: '2026-07-16', noteEn: 'Another word' },
			},
		})
		await db.selfAssessment.create({
			data: {
				...{ ...act, ...at(3), recordId: 'sa1', actionPlanId: 'plan', kind: 'MID_TERM', stage: 'COMMENT' },
				...{ commentOpensOn: '2026-07-16', commentClosesOn: '2026-07-30', model: '{}', modelHash: 'h' },
			},
		})
		await db.commitmentLevel.create({
			data: {
				...{ ...act, ...at(4), recordId: 'l1', commitmentId: 'k1', checkpointId: 'b06' },
				...{ organizationId: 'agency', claimedLevel: 'LIMITED', sentenceEn: 'A third word' },
			},
		})
		await digests('2026-07-20T02:00:00Z')
		const [letter] = received()
		expect(letter?.text).toContain(
			[
				'Komitmen k1',
				'- 16 Juli 2026: Si agency menyatakan capaian komitmen: Terbatas',
				'- 15 Juli 2026: Si agency melaporkan: Substansial',
			].join('\n'),
		)
		expect(letter?.text).toMatch(
			/Rencana\n- 16 Juli 2026: Si secretariat .*\n- 16 Juli 2026: .*\n- 16 Juli 2026: .*1 Agustus 2026.*\n.*\/id\/plans\/plan/,
		)
		expect(letter?.text.indexOf('Komitmen k1')).toBeLessThan(letter?.text.indexOf('/plans/plan') ?? 0)
		expect(letter?.text).not.toContain('word')
	})

	test('says by commitment what was published in the week before, once', async () => {
		await digests('2026-07-19T02:00:00Z')
		expect(received()).toEqual([])
		await digests('2026-07-20T02:00:00Z')
		await digests('2026-07-22T02:00:00Z')
		await digests('2026-07-27T02:00:00Z')
		expect(received()).toHaveLength(1)
		expect(received()[0]?.text).toContain(
			'Komitmen k1\n- 15 Juli 2026: Si agency melaporkan: Substansial\nhttps://renaksi.example/id/commitments/k1',
		)
		expect(received()[0]?.text).toContain('/end/digest')
	})

	test('says nothing of evidence, nor of what was withdrawn', async () => {
		await digests('2026-07-20T02:00:00Z')
		expect(received()[0]?.text).not.toMatch(/contoh\.example\/portal|Portal/)
	})

	test('whoever does not want it gets none', async () => {
		await chooseLetters(as(desk().database, 'poc'), { reminders: true, digest: false })
		await digests('2026-07-20T02:00:00Z')
		expect(received()).toEqual([])
	})
})
