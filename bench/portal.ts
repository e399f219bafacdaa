import { performance } from 'node:perf_hooks'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { openDatabase } from '#app/db.server.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listCommitments } from '#app/domain/commitment-list/queries.server.ts'
import type { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'
import type { Context } from '#app/domain/context.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { seed } from '#prisma/seed.ts'
import { median, report } from './ratio.ts'
import type { Ratio } from './ratio.ts'

// Lists of commitments and the search, against raw statements that give the same rows, in one process and by turns.
//   npm run bench:portal -- [--quick] [--json]
// The first data, worked out as a site does, and then copied until there are as many commitments as MANY.

const LEAST_RATIO = 1.2
const isQuick = process.argv.includes('--quick')
const ROUNDS = isQuick ? 9 : 25
const MANY = isQuick ? 1_766 : 17_660

const now = new Date()
const database = await openDatabase({ kind: 'embedded', folder: null, template: await packedEmptyDatabase() })
await seed(database, { set: 'demonstration', now })
const ctx: Context = {
	db: database.db,
	actor: PUBLIC_ACTOR,
	now,
	requestId: 'bench',
	withdrawals: withdrawalList([], () => undefined),
}
const first = await timed(() => keepLists(ctx))
const again = await timed(() => keepLists(ctx))
const real = await countOf('ListedCommitment')
await copyUntil(Math.ceil(MANY / real) - 1)
const commitments = await countOf('ListedCommitment')
const milestones = await countOf('MilestoneVersion')
process.stderr.write(
	`${String(real)} commitments listed from nothing in ${first.toFixed(0)} ms, asked again ${again.toFixed(1)} ms; ` +
		`copied to ${String(commitments)} with ${String(milestones)} texts of milestones\n`,
)

const FROM = `FROM "ListedCommitment" l JOIN "ActionPlan" p ON p."id" = l."actionPlanId"
	JOIN "Member" m ON m."id" = p."memberId" JOIN "CommitmentVersion" v
	ON v."commitmentId" = l."commitmentId" AND v."version" = l."textVersion" WHERE p."status" <> 'DRAFT'`
const ORDER = `m."isDemonstration", m."level" = 'NATIONAL' DESC, m."nameEn", m."id", l."planStartsOn" DESC, l."actionPlanId", l."position"`

const LISTS: readonly (readonly [string, CommitmentsFilter, string, string])[] = [
	['first page', {}, '', ORDER],
	['of a member', { member: 'indonesia' }, `AND m."id" = 'indonesia'`, ORDER],
	[
		'late, longest first',
		{ late: 'yes', sort: 'late' },
		`AND l."lateAfter" < ((now() AT TIME ZONE m."timeZone")::date)::text`,
		`l."lateAfter", ${ORDER}`,
	],
	['judges differ', { divergence: 'DIFFERS' }, 'AND l."differs"', ORDER],
	[
		'one value, a later page',
		{ value: 'TRANSPARENCY', page: 9 },
		`AND 'TRANSPARENCY' = ANY(l."ogpValues")`,
		ORDER,
	],
]

const rows: Ratio[] = []
for (const [name, filter, where, order] of LISTS) {
	const offset = ((filter.page ?? 1) - 1) * 25
	rows.push(
		await compared(
			`list: ${name}`,
			() => listCommitments(ctx, filter),
			async () => {
				await database.sql(`SELECT count(*) ${FROM} ${where}`)
				await database.sql(
					`SELECT l.*, v."titleEn", v."titleId", m."nameEn", m."nameId" ${FROM} ${where} ORDER BY ${order} LIMIT 25 OFFSET ${String(offset)}`,
				)
			},
			LEAST_RATIO,
		),
	)
}
const COUNT_WORDS = `SELECT count(*) FROM "CommitmentVersion" v WHERE "searchable"(
	ARRAY[v."titleEn", v."theme", v."descriptionEn", v."problemEn", v."baselineEn", v."contributionEn", v."additionalEn",
		v."leadInstitution", v."supportingInstitutions", v."otherLanguages"::text],
	ARRAY[v."titleId", v."theme", v."descriptionId", v."problemId", v."baselineId", v."contributionId", v."additionalId",
		v."leadInstitution", v."supportingInstitutions"]) @@ plainto_tsquery('english', $1)`
for (const [name, q] of [
	['a word', 'procurement'],
	['two words', 'open contracting'],
	['a frequent word', 'public'],
	['no such word, nor a similar one', 'zzyzxqq'],
	['letters swapped', 'keterbuakan'],
] as const)
	rows.push(
		await compared(
			`search: ${name}`,
			() => search(ctx, { q }),
			() => database.sql(COUNT_WORDS, [q]),
			null,
		),
	)
report('portal', rows)
await database.close()

async function timed(run: () => Promise<unknown>): Promise<number> {
	const before = performance.now()
	await run()
	return performance.now() - before
}

async function countOf(table: string): Promise<number> {
	const [row] = await database.sql<{ n: number }>(`SELECT count(*)::int AS "n" FROM "${table}"`)
	return row?.n ?? 0
}

/** Every plan once more with all that was said in it, so many times. */
async function copyUntil(times: number): Promise<void> {
	const tables: readonly (readonly [string, readonly string[]])[] = [
		['ActionPlan', ['id']],
		['ActionPlanVersion', ['actionPlanId']],
		['Commitment', ['id', 'actionPlanId']],
		['CommitmentVersion', ['commitmentId']],
		['Milestone', ['id', 'commitmentId']],
		['MilestoneVersion', ['milestoneId']],
		['ProgressUpdate', ['recordId', 'milestoneId']],
		['Verification', ['recordId', 'commitmentId', 'milestoneId']],
		['ListedCommitment', ['commitmentId', 'actionPlanId']],
	]
	for (const [table, keys] of tables) {
		const changed = keys.map((key) => `'${key}', t."${key}" || '~' || g`).join(', ')
		await database.exec(`INSERT INTO "${table}" SELECT (jsonb_populate_record(t, jsonb_build_object(${changed}))).*
			FROM "${table}" t, generate_series(1, ${String(times)}) g`)
	}
}

async function compared(
	name: string,
	ours: () => Promise<unknown>,
	other: () => Promise<unknown>,
	atMost: number | null,
): Promise<Ratio> {
	const times = { ours: [] as number[], other: [] as number[] }
	for (let round = -2; round < ROUNDS; round += 1) {
		for (const [side, run] of [
			['ours', ours],
			['other', other],
		] as const) {
			const before = performance.now()
			await run()
			if (round >= 0) times[side].push(performance.now() - before)
		}
	}
	return { name, ours: median(times.ours), other: median(times.other), atMost }
}
