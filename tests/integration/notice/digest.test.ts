import { beforeEach, describe, expect, test } from 'vitest'
import { moveApplication } from '#app/domain/application/commands/move-application.server.ts'
import { chooseLetters } from '#app/domain/notice/commands.server.ts'
import { publishRuleVersion } from '#app/domain/rule-version/commands.server.ts'
import { sendDigests } from '#app/jobs/reminders.server.ts'
import { FIELDS_OF_2020, agree, anApplication, storeCall } from '#tests/factories/application.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { storeLocalRules } from '#tests/factories/local-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { aShippedRuleSet, aVersionAnswer } from '#tests/factories/rule-version.ts'
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

	test('tells whoever works for a member of its application and of rules for its track, once each', async () => {
		const { database } = desk()
		const now = new Date('2026-07-16T02:00:00Z')
		await storeCall(database)
		const applicationId = await anApplication(database, 'open-call')
		await agree(database, applicationId, FIELDS_OF_2020)
		await moveApplication(as(database, 'poc', now), { applicationId, from: 'AGREED', to: 'SUBMITTED' })
		await storeLocalRules(database)
		await withRules(database, { rules: aShippedRuleSet().rules })
		const admin = as(database, 'admin', now)
		const { recordId } = await publishRuleVersion(
			admin,
			'rules-local-test',
			aVersionAnswer({ forumGapDays: '90' }),
		)
		await digests('2026-07-20T02:00:00Z')
		const [letter] = received()
		expect(letter?.text).toMatch(
			/Sebuah undangan\n- 16 Juli 2026: Si secretariat .*OGP Local: .*\n.*\/id\/records\//,
		)
		expect(letter?.text).toMatch(
			new RegExp(`2027\\.1\\n- 16 Juli 2026: .* 1 Januari 2027\\n.*/id/records/${recordId}`),
		)
		expect(letter?.text.match(/versi aturan/g)).toHaveLength(1)
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
