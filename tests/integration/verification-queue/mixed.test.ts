import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { importPlan } from '#app/domain/action-plan/commands.server.ts'
import { PlanImport } from '#app/domain/action-plan/schema.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { listClaimsToVerify } from '#app/domain/verification-queue/queries.server.ts'
import { QUEUE_SHOWN, QUEUE_WHOSE } from '#app/domain/verification-queue/schema.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { publishDangerous } from '../withdrawal/dangerous-finding.ts'
import { plainQueue } from './plain-queue.ts'

const ENDS = ['2025', '2026-02', '2026-06-30', '2026-12', null]
const COMMITMENTS = 4
const MILESTONES = 16
const source = { source: 'test', sourceUrl: null }
const uuid = (n: number) => `f0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await publishClaim(database, 'NIL')
	expect(await importPlan(as(database, 'admin'), aMixedPlan())).toMatchObject({ outcome: 'imported' })
	await changeTexts()
	await lookAtSome()
}, 60_000)
afterAll(() => database.close())

/** Milestones with none, one or several claims, that end on a day, in a month, in a year, or nobody knows when. */
function aMixedPlan(): PlanImport {
	return PlanImport.parse({
		plan: {
			...{ id: 'mixed', memberId: 'example', ruleSetId: aRuleSet().id, status: 'IN_IMPLEMENTATION' },
			...{ titleEn: 'Mixed', ...source },
		},
		institutions: [{ key: 'office', nameEn: 'The office', nameId: 'Kantor' }],
		commitments: Array.from({ length: COMMITMENTS }, (_c, at) => ({
			...{ key: `c${String(at)}`, number: String(at), titleEn: `Commitment ${String(at)}`, ...source },
			milestones: Array.from({ length: MILESTONES }, (_m, n) => ({
				...{ key: `m${String(n)}`, titleEn: `Milestone ${String(n)}`, ...source },
				endsOn: ENDS[n % ENDS.length] ?? null,
				claims: Array.from({ length: n % 3 }, (_k, k) => ({
					...{ key: `k${String(k)}`, institution: 'office', claimedLevel: 'LIMITED' },
					...{ doneEn: 'Some.', ...source },
				})),
			})),
		})),
	})
}

/** Texts that were changed since: one milestone ends later, one was withdrawn, one came back; one commitment ended. */
async function changeTexts() {
	const { db } = database
	const [later, gone, back] = await db.milestoneVersion.findMany({
		where: { milestoneId: { in: ['mixed-c0-m0', 'mixed-c0-m1', 'mixed-c0-m2'] } },
		orderBy: { milestoneId: 'asc' },
	})
	const [ended] = await db.commitmentVersion.findMany({ where: { commitmentId: 'mixed-c3' } })
	if (!later || !gone || !back || !ended) throw new Error('the plan is not as it was imported')
	await insertTables(db, [
		[
			'MilestoneVersion',
			[
				{ ...later, version: 2, endsOn: '2027-01' },
				{ ...gone, version: 2, standing: 'WITHDRAWN' },
				{ ...back, version: 2, standing: 'WITHDRAWN' },
				{ ...back, version: 3 },
			],
		],
		['CommitmentVersion', [{ ...ended, version: 2, standing: 'MERGED' }]],
	])
}

/** Findings on a newest claim, an older one, none, and by others; drafts; and who was asked to look. */
async function lookAtSome() {
	const { db } = database
	const claims = await db.progressUpdate.findMany({ where: { milestoneId: { startsWith: 'mixed-c1' } } })
	const entries = await db.ledgerEntry.findMany({ orderBy: { index: 'asc' } })
	const order = (recordId: string) => entries.findIndex((entry) => entry.recordId === recordId)
	const of = (milestoneId: string) =>
		claims
			.filter((claim) => claim.milestoneId === milestoneId)
			.sort((a, b) => order(a.recordId) - order(b.recordId))
	const looks = [
		['mixed-c1-m1', of('mixed-c1-m1').at(-1), 'cso'],
		['mixed-c1-m2', of('mixed-c1-m2').at(-1), 'cso'],
		['mixed-c1-m5', of('mixed-c1-m5')[0], 'cso'],
		['mixed-c1-m4', of('mixed-c1-m4').at(-1), 'other-cso'],
		['mixed-c1-m0', undefined, 'cso'],
		['mixed-c1-m7', undefined, 'cso'],
	] as const
	for (const [at, [milestoneId, claim, organizationId]] of looks.entries())
		await publishDangerous(database, {
			...{ recordId: uuid(at + 1), commitmentId: 'mixed-c1', milestoneId, organizationId },
			...{ claimRecordId: claim?.recordId ?? null, claimVersion: claim?.version ?? null },
		})
	const asked = { assignedById: 'owner', createdAt: MORNING, organizationId: 'cso' }
	await db.verificationAssignment.createMany({
		data: [
			{ id: 'a', ...asked, commitmentId: 'mixed-c2', milestoneId: null, personId: 'owner' },
			{ id: 'b', ...asked, commitmentId: 'mixed-c2', milestoneId: 'mixed-c2-m1', personId: 'monitor' },
			{ id: 'c', ...asked, commitmentId: 'mixed-c1', milestoneId: 'mixed-c1-m8', personId: 'monitor' },
			{
				...{ id: 'd', ...asked, commitmentId: 'mixed-c1', milestoneId: 'mixed-c1-m4', personId: 'monitor' },
				endedAt: MORNING,
			},
		],
	})
	const draft = { commitmentId: 'mixed-c1', organizationId: 'cso', evidence: [], updatedAt: MORNING }
	await db.verificationDraft.createMany({
		data: [
			{
				...{ id: 'a', ...draft, authorId: 'monitor', milestoneId: 'mixed-c1-m8' },
				...{ claimRecordId: of('mixed-c1-m8').at(-1)?.recordId ?? null, claimVersion: 1 },
			},
			{ id: 'b', ...draft, authorId: 'monitor', milestoneId: 'mixed-c1-m15' },
			{ id: 'c', ...draft, authorId: 'owner', milestoneId: 'mixed-c1-m6' },
		],
	})
}

const filters = [undefined, ...QUEUE_SHOWN].flatMap((show) =>
	[undefined, ...QUEUE_WHOSE].map((whose) => ({ ...(show && { show }), ...(whose && { whose }) })),
)

test.each(filters)(
	'the queue narrowed by %j holds, in its order, what reading row by row finds',
	async (filter) => {
		const expected = await plainQueue(database, filter)
		const first = await listClaimsToVerify(as(database, 'monitor'), filter)
		const rest =
			first.pages > 1 ? await listClaimsToVerify(as(database, 'monitor'), { ...filter, page: 2 }) : null
		expect([...first.items, ...(rest?.items ?? [])]).toMatchObject(expected)
		expect(first.total).toBe(expected.length)
	},
)

test('what it is compared on has something of everything', async () => {
	for (const show of QUEUE_SHOWN)
		expect((await plainQueue(database, { show })).length, show).toBeGreaterThan(0)
	for (const whose of QUEUE_WHOSE)
		expect((await plainQueue(database, { whose })).length, whose).toBeGreaterThan(0)
})
