import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { handOverRole } from '#app/domain/hand-over/commands.server.ts'
import {
	findHandOver,
	findRoleToHandOver,
	listRolesToHandOver,
} from '#app/domain/hand-over/queries.server.ts'
import { OpenThings } from '#app/domain/hand-over/schema.ts'
import { publishVerification } from '#app/domain/verification/commands.server.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { handOverPack } from '#app/http/hand-over-pack.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { aSubmittedReport, publishClaim } from '#tests/factories/published-claim.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
	await database.db.appointment.createMany({
		data: Object.entries(PEOPLE).map(([personId, [role, organizationId]]) => ({
			id: personId,
			...{ personId, organizationId, role },
			memberId: 'example',
			fromOn: '2026-01-01',
		})),
	})
})
afterEach(() => database.close())

const rolesOf = (personId: string) =>
	database.db.appointment.findMany({ where: { personId }, orderBy: { fromOn: 'asc' } })
const TO_COLLEAGUE = { person: 'colleague', effectiveOn: '2026-08-01', note: 'The key is with the archive.' }

test('a role passes on a day: it ends for one the day before and begins for the other', async () => {
	const id = await handOverRole(as(database, 'lead'), 'lead', TO_COLLEAGUE)
	expect((await rolesOf('lead'))[0]).toMatchObject({ untilOn: '2026-07-31' })
	expect((await rolesOf('colleague'))[1]).toMatchObject({
		...{ role: 'INSTITUTION_LEAD', organizationId: 'agency', memberId: 'example' },
		...{ fromOn: '2026-08-01', untilOn: null },
	})
	expect(await findHandOver(as(database, 'colleague'), id)).toMatchObject({
		...{ role: 'INSTITUTION_LEAD', effectiveOn: '2026-08-01', note: TO_COLLEAGUE.note },
	})
})

test('who can take it over on no day is told with why, and not offered', async () => {
	const who = async () =>
		(await findRoleToHandOver(as(database, 'lead'), 'lead')).colleagues.map(({ id, reason }) => [id, reason])
	expect(await who()).toContainEqual(['colleague', null])
	await database.db.appointment.create({
		data: {
			...{ id: 'second-lead', personId: 'officer', organizationId: 'agency', memberId: 'example' },
			...{ role: 'INSTITUTION_LEAD', fromOn: '2026-01-01' },
		},
	})
	await database.db.appointment.update({ where: { id: 'colleague' }, data: { role: 'MONITORING_BODY' } })
	expect(await who()).toEqual(
		expect.arrayContaining([
			['officer', 'already_appointed'],
			['colleague', 'judge_and_judged'],
		]),
	)
})

test('done by two at once, it is done once', async () => {
	const done = await Promise.allSettled([
		handOverRole(as(database, 'lead'), 'lead', TO_COLLEAGUE),
		handOverRole(as(database, 'poc'), 'lead', TO_COLLEAGUE),
	])
	expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
	expect(await rolesOf('colleague')).toHaveLength(2)
	expect(await database.db.handOver.count()).toBe(1)
})

test.each([
	['a person of another organization', { person: 'otherOfficer' }, 'not_found'],
	['a person of civil society', { person: 'monitor' }, 'not_found'],
	['nobody who exists', { person: 'king' }, 'not_found'],
	['the holder', { person: 'lead' }, 'already_appointed'],
])('to %s it does not pass, and nothing is changed', async (_who, to, reason) => {
	await expect(handOverRole(as(database, 'lead'), 'lead', { ...TO_COLLEAGUE, ...to })).rejects.toMatchObject({
		reason,
	})
	expect((await rolesOf('lead'))[0]).toMatchObject({ untilOn: null })
	expect(await database.db.handOver.count()).toBe(0)
})

describe('who passes roles on', () => {
	test.each([
		['lead', ['colleague', 'lead', 'officer']],
		['owner', ['monitor', 'owner']],
		['poc', ['colleague', 'lead', 'officer', 'otherLead', 'otherOfficer', 'poc', 'secretariat']],
		['officer', []],
		['secretariat', []],
		['monitor', []],
		['admin', []],
	] as const)('%s: %j', async (who, names) => {
		const roles = await listRolesToHandOver(as(database, who))
		expect(roles.map(({ appointmentId }) => appointmentId).sort()).toEqual([...names].sort())
	})

	test.each(['poc', 'lead', 'secretariat', 'admin', 'irm'] as const)(
		'%s does not touch a role of civil society: it does not exist for them',
		async (who) => {
			const answer = { person: 'owner', effectiveOn: '2026-08-01' }
			await expect(handOverRole(as(database, who), 'monitor', answer)).rejects.toMatchObject({
				reason: 'not_found',
			})
			await expect(findRoleToHandOver(as(database, who), 'monitor')).rejects.toMatchObject({
				reason: 'not_found',
			})
		},
	)

	test('others do not see a hand-over that is done', async () => {
		const id = await handOverRole(as(database, 'lead'), 'lead', TO_COLLEAGUE)
		for (const who of ['monitor', 'otherLead', 'officer', 'secretariat'] as const)
			await expect(findHandOver(as(database, who), id)).rejects.toMatchObject({ reason: 'not_found' })
	})
})

describe('what goes with a role', () => {
	test('the open obligations of those who run plans, and of nobody else', async () => {
		const { open } = await findRoleToHandOver(as(database, 'poc'), 'poc')
		expect(open.obligations.map(({ code, subject }) => `${code} ${subject}`.trim())).toEqual([
			...['CHECKPOINT B03', 'CHECKPOINT B06', 'CHECKPOINT B09', 'SA_MIDTERM', 'END_OF_PLAN', 'SA_END'],
		])
		expect((await findRoleToHandOver(as(database, 'lead'), 'lead')).open.obligations).toEqual([])
	})

	test('the reports an institution owes, and those that wait', async () => {
		await aSubmittedReport(database)
		const { open } = await findRoleToHandOver(as(database, 'lead'), 'lead')
		expect(open.reports.map(({ milestoneId, checkpointCode }) => `${milestoneId} ${checkpointCode}`)).toEqual(
			['m1 B06'],
		)
		expect(open.drafts.map(({ milestoneId, state }) => `${milestoneId} ${state}`)).toEqual(['m1 SUBMITTED'])
	})

	test('the findings on its commitments; of civil society only which ones are being written', async () => {
		const claim = await publishClaim(database)
		const finding = await aCompleteFinding(database, claim.recordId)
		expect((await findRoleToHandOver(as(database, 'owner'), 'monitor')).open.findingDrafts).toMatchObject([
			{ id: finding.id, commitmentId: 'k1' },
		])
		const { recordId } = await publishVerification(as(database, 'monitor'), finding.id, finding)
		expect((await findRoleToHandOver(as(database, 'lead'), 'lead')).open.findings).toMatchObject([
			{ recordId },
		])
		expect((await findRoleToHandOver(as(database, 'otherLead'), 'otherLead')).open.findings).toEqual([])
	})
})

describe('the pack', () => {
	test('is one file with the list as text, as data, and the records it names, the same each time', async () => {
		const claim = await publishClaim(database)
		const finding = await aCompleteFinding(database, claim.recordId)
		const { recordId } = await publishVerification(as(database, 'monitor'), finding.id, finding)
		const id = await handOverRole(as(database, 'lead'), 'lead', TO_COLLEAGUE)
		const pack = await handOverPack(as(database, 'colleague'), id, 'en')
		expect(
			Buffer.from(await handOverPack(as(database, 'colleague'), id, 'en')).equals(Buffer.from(pack)),
		).toBe(true)
		const files = unzipSync(pack)
		expect(Object.keys(files)).toEqual(['index.txt', 'hand-over.json', `records/${recordId}.json`])
		const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array())
		expect(textOf('index.txt')).toContain(TO_COLLEAGUE.note)
		expect(textOf('index.txt')).toContain(`Commitment k1, 15 July 2026 (records/${recordId}.json)`)
		const { open } = JSON.parse(textOf('hand-over.json')) as { open: unknown }
		expect(OpenThings.parse(open).findings).toHaveLength(1)
		expect(textOf(`records/${recordId}.json`)).toContain('verification.published')
	})

	test('does not give back a finding that was withdrawn since', async () => {
		const claim = await publishClaim(database)
		const finding = await aCompleteFinding(database, claim.recordId)
		const { recordId } = await publishVerification(as(database, 'monitor'), finding.id, finding)
		const id = await handOverRole(as(database, 'lead'), 'lead', TO_COLLEAGUE)
		await withdrawFinding(as(database, 'monitor'), recordId)
		const files = unzipSync(await handOverPack(as(database, 'colleague'), id, 'en'))
		expect(Object.keys(files)).toEqual(['index.txt', 'hand-over.json'])
		expect(
			Object.values(files)
				.map((bytes) => strFromU8(bytes))
				.join(),
		).not.toMatch(/The cso|verification/)
	})
})
