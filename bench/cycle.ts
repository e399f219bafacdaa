import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { listLevelApprovals, listLevelTasks } from '#app/domain/commitment-level/queries.server.ts'
import { approvePlan } from '#app/domain/plan-approval/commands.server.ts'
import { submitPlan } from '#app/domain/plan-draft/commands.server.ts'
import { approveProgressUpdates, fileProgressUpdates } from '#app/domain/progress-batch/commands.server.ts'
import { taskListOf } from '#app/domain/progress-update/queries.server.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { aCommitmentDraft, aMilestoneDraft, aPlanDraft, storeDraft } from '#tests/factories/plan-draft.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'

/**
 * One plan's whole reporting cycle through the commands, on the embedded database: written, approved, and every
 * milestone reported and approved at every checkpoint. Then the officer's task list on that data.
 */
const COMMITMENTS = 40
const MILESTONES = 6
const CHECKPOINTS = 8
const CYCLE_AT_MOST_MS = 60_000
const TASKS_AT_MOST_MS = 150
const TASK_READS = 40
const REPORT = {
	level: 'SUBSTANTIAL',
	doneEn: 'Most of it is done.',
	links: [{ kind: 'REPORT', url: 'https://contoh.example/laporan', title: 'Laporan' }],
} as const
const LIMIT = Number(
	process.argv.find((word) => word.startsWith('--checkpoints='))?.split('=')[1] ?? CHECKPOINTS,
)

const database = await openDatabase({ kind: 'embedded', folder: null, template: await packedEmptyDatabase() })
try {
	await measure()
} finally {
	await database.close()
}

async function measure(): Promise<void> {
	await storePlan(database)
	const begun = performance.now()
	await approvedPlan(database)
	const approved = performance.now()
	const reports = await reportAll(database)
	const reported = performance.now()
	const reads = await readTasks(database)
	const rows = [
		{ name: 'plan submitted and approved', ms: approved - begun, atMost: null },
		{ name: `${String(reports)} updates reported and approved`, ms: reported - approved, atMost: null },
		{ name: 'whole cycle', ms: reported - begun, atMost: CYCLE_AT_MOST_MS },
		{ name: 'task list, p95', ms: share(reads, 0.95), atMost: TASKS_AT_MOST_MS },
	]
	print(rows)
}

async function approvedPlan(site: Database): Promise<void> {
	const plan = aPlanDraft({
		checkpointScheme: 'QUARTERLY',
		commitments: Array.from({ length: COMMITMENTS }, (_c, at) => {
			const id = `cycle-c${String(at + 1)}`
			const milestones = Array.from({ length: MILESTONES }, (_m, n) =>
				aMilestoneDraft({ endsOn: '2028-12-31' }, `${id}-m${String(n + 1)}`),
			)
			return aCommitmentDraft({ number: String(at + 1) }, { id, milestones })
		}),
	})
	await storeDraft(site, plan)
	const { version } = await submitPlan(as(site, 'secretariat'), plan.id, { version: 1 })
	await approvePlan(as(site, 'poc'), plan.id, { version })
}

async function reportAll(site: Database): Promise<number> {
	const checkpoints = await site.db.checkpoint.findMany({
		where: { actionPlanId: 'draft' },
		orderBy: { dueOn: 'asc' },
		take: LIMIT,
	})
	const milestones = await site.db.milestone.findMany({ where: { commitment: { actionPlanId: 'draft' } } })
	for (const { code, dueOn } of checkpoints) {
		const now = new Date(`${dueOn}T02:00:00Z`)
		const filed = await fileProgressUpdates(
			as(site, 'officer', now),
			code,
			milestones.map(({ id }) => ({ milestoneId: id, ...REPORT })),
		)
		await approveProgressUpdates(as(site, 'lead', now), filed)
	}
	return checkpoints.length * milestones.length
}

/** What the loader of the officer's tasks page asks, at the last checkpoint. */
async function readTasks(site: Database): Promise<readonly number[]> {
	const officer = as(site, 'officer', new Date('2029-01-10T02:00:00Z'))
	const times: number[] = []
	for (let read = 0; read < TASK_READS; read += 1) {
		const begun = performance.now()
		await Promise.all([taskListOf(officer), listLevelTasks(officer), listLevelApprovals(officer)])
		times.push(performance.now() - begun)
	}
	return times
}

/** The value below which a share of all lie. */
function share(values: readonly number[], part: number): number {
	const ordered = [...values].sort((a, b) => a - b)
	return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * part) - 1)] ?? Number.NaN
}

type Row = { readonly name: string; readonly ms: number; readonly atMost: number | null }

function print(rows: readonly Row[]): void {
	const told = rows.map(({ name, ms, atMost }) => ({
		name,
		ms: Math.round(ms),
		atMost,
		holds: atMost === null || ms <= atMost,
	}))
	if (process.argv.includes('--json'))
		process.stdout.write(`${JSON.stringify({ bench: 'cycle', rows: told }, null, '\t')}\n`)
	else
		for (const { name, ms, atMost, holds } of told)
			process.stdout.write(
				`${name.padEnd(45)} ${String(ms).padStart(8)} ms${atMost === null ? '' : `  at most ${String(atMost)} ms: ${holds ? 'holds' : 'BROKEN'}`}\n`,
			)
	if (told.some((row) => !row.holds)) process.exitCode = 1
}
