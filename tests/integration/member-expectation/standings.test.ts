import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { publishMemberAct } from '#app/domain/desk/commands.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import {
	findStanding,
	listStandingFacts,
	listStandings,
} from '#app/domain/member-expectation/queries.server.ts'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import { storeLocalRules } from '#tests/factories/local-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const TODAY = '2026-07-15'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeLocalRules(database)
})
afterEach(() => database.close())

test('a member stands among all as it stands alone, and before any rules held by the first ones', async () => {
	const poc = as(database, 'poc')
	const alone = await findStanding(poc, 'example', TODAY)
	const all = await listStandings(poc, TODAY)
	expect(all.find(({ memberId }) => memberId === 'example')).toEqual(alone)
	const early = await findStanding(poc, 'example', '2001-01-01')
	expect(early.expectations).toHaveLength(5)
	await expect(findStanding(poc, 'nobody', TODAY)).rejects.toThrow('not_found')
})

test('what a member records counts from the day of the event on, with the record behind it', async () => {
	const poc = as(database, 'poc')
	const recordId = randomUUID()
	await publishMemberAct(poc, {
		kind: 'contribution.published',
		memberId: 'example',
		said: {
			titleId: 'Pendampingan',
			contributionKind: 'MENTORING',
			role: 'PROVIDER',
			scope: 'DOMESTIC',
			heldOn: '2026-03-01',
			counterparts: ['Kabupaten Tetangga'],
			isOutsideJurisdiction: 'YES',
			url: 'https://example.org/mentoring',
		},
		envelope: { recordId, seen: 0, reason: undefined, isRetracted: undefined },
	})
	const sharing = async (day: string) => (await findStanding(poc, 'example', day)).expectations[4]
	expect(await sharing('2026-02-28')).toMatchObject({ records: [] })
	expect(await sharing(TODAY)).toMatchObject({ level: 'MET', records: [recordId] })
	expect(await sharing('2027-03-02')).toMatchObject({ level: 'PARTIAL', reasons: ['SHARED_LONG_AGO'] })
})

test('levels are computed without the words of acts, and would be the same with them', async () => {
	const poc = as(database, 'poc')
	await publishClaim(database)
	await storeFinding(database)
	const facts = (await listStandingFacts(poc, TODAY)).find(({ member }) => member.id === 'example')
	if (!facts?.record) throw new Error('the member has no plan')
	const whole = await findPlanRecord(poc, facts.record.plan.id)
	expect(whole).not.toEqual(facts.record)
	expect(memberStanding({ ...facts, record: whole })).toEqual(memberStanding(facts))
})
