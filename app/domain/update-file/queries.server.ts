import { organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findNewestAt, findPlace, taskListOf } from '#app/domain/progress-update/queries.server.ts'
import type { Place } from '#app/domain/progress-update/queries.server.ts'
import { reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import { draftView } from '#app/domain/progress-update/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { isUnchanged, markOf, reportOf, rowAnswers, rowKey } from './rules.ts'
import type { RowVerdict } from './rules.ts'
import { UpdatesContent } from './schema.ts'
import type { UpdateRow } from './schema.ts'
import { draftFields } from './view.ts'
import type { JudgedRow, OpenUpdate, UpdatesPreview } from './view.ts'

/** States of tasks that an office can still answer. */
const ANSWERABLE = ['NOT_STARTED', 'IN_PROGRESS', 'RETURNED']

/** The reports that the actor's institutions owe and can still answer, the most urgent first. */
export async function listOpenUpdates(ctx: Context): Promise<readonly OpenUpdate[]> {
	const tasks = await taskListOf(ctx)
	const open = tasks.filter((task) => task.isOpen && ANSWERABLE.includes(task.state))
	const updates: OpenUpdate[] = []
	for (const task of open) {
		const standing = await standingAt(ctx, task)
		if (!standing) continue
		updates.push({
			key: rowKey(task.milestoneId, task.checkpointCode),
			mark: standing.mark,
			commitment: task.commitmentTitle,
			milestone: task.milestoneTitle,
			deliverable: standing.deliverable,
			checkpointCode: task.checkpointCode,
			dueOn: task.dueOn,
			fields: draftFields(standing.draft),
		})
	}
	return updates
}

/** What is said of each row of a file of reports today. Nothing is written. */
export async function judgeRows(ctx: Context, rows: readonly UpdateRow[]): Promise<readonly JudgedRow[]> {
	const judged: JudgedRow[] = []
	for (const row of rows) judged.push(await judgeRow(ctx, row))
	return judged
}

async function judgeRow(ctx: Context, row: UpdateRow): Promise<JudgedRow> {
	const { key, name, place, fields } = row
	const said = { key, name, place, level: fields.level ?? null, faults: [], answers: null, seen: 0 }
	const report = reportOf(key)
	const standing = report && (await standingAt(ctx, report))
	if (!standing) return { ...said, verdict: 'NOT_YOURS' }
	const { draft } = standing
	const isFaulty = row.faults.length > 0
	if (!isFaulty && isUnchanged(fields, draftFields(draft))) return { ...said, verdict: 'UNCHANGED' }
	const closed = closedVerdict(standing.place, draft?.state ?? null)
	if (closed) return { ...said, verdict: closed }
	if (row.mark !== standing.mark) return { ...said, verdict: 'CHANGED' }
	if (isFaulty) return { ...said, verdict: 'FAULTY', faults: row.faults }
	const { today, startsOn } = standing.place
	const frame = { today, startsOn, plan: standing.plan, evidence: draft?.evidence ?? [] }
	const read = rowAnswers(fields, frame)
	if ('answers' in read)
		return { ...said, verdict: 'READY', answers: read.answers, seen: draft?.version ?? 0 }
	const faults = read.faults.map((fault) => ({
		place: row.places[fault.key] ?? place,
		message: fault.message,
		values: {},
	}))
	return { ...said, verdict: 'FAULTY', faults }
}

function closedVerdict({ checkpoint, today }: Place, state: string | null): RowVerdict | null {
	const closed = reasonNotToFile(checkpoint, today)
	if (closed !== null) return closed === 'checkpoint_locked' ? 'LOCKED' : 'NOT_OPEN'
	return state === 'SUBMITTED' ? 'WAITING' : null
}

type Report = { readonly milestoneId: string; readonly checkpointCode: string }

/** Where a report stands for the actor's institutions; null where it is not theirs, or not any more. */
async function standingAt(ctx: Context, { milestoneId, checkpointCode }: Report) {
	const organizationIds = organizationsOf(ctx.actor, ['IMPLEMENTER'])
	const key = { milestoneId, checkpointCode }
	const place = await findPlace(ctx.db, ctx, { key, organizationIds }).catch(unlessNotFound)
	if (!place) return null
	const at = { ...place, checkpointId: place.checkpoint.id }
	const newest = { orderBy: { version: 'desc' } } as const
	const [published, plan, milestone] = await Promise.all([
		findNewestAt(ctx.db, at),
		ctx.db.actionPlanVersion.findFirst({ where: { actionPlanId: place.planId }, ...newest }),
		ctx.db.milestoneVersion.findFirst({ where: { milestoneId }, ...newest }),
	])
	const draft = place.draft && draftView(place.draft)
	return {
		place,
		draft,
		mark: markOf(draft?.version, published?.version),
		plan: { startsOn: plan?.startsOn ?? null, endsOn: plan?.endsOn ?? null },
		deliverable: { en: milestone?.deliverableEn ?? null, id: milestone?.deliverableId ?? null },
	}
}

function unlessNotFound(error: unknown): null {
	if (error instanceof Refusal && error.reason === 'not_found') return null
	throw error
}

/** The actor, and where previews are stored: outside or inside a transaction. */
export type PreviewWorld = Pick<Context, 'actor'> & { readonly db: Pick<Transaction, 'importPreview'> }

/** A file of the actor's own that was read, as stored. For others it does not exist. */
export async function findStoredUpdates(ctx: PreviewWorld, id: string) {
	const row = await ctx.db.importPreview.findFirst({
		where: { id, kind: 'UPDATES', personId: ctx.actor.personId ?? '' },
	})
	if (!row) throw new Refusal('not_found')
	return { fileName: row.fileName, content: UpdatesContent.parse(row.content) }
}

/** A file of reports with what is said of each row today or, once it was taken, what became of it. */
export async function findUpdatesPreview(ctx: Context, id: string): Promise<UpdatesPreview> {
	const { fileName, content } = await findStoredUpdates(ctx, id)
	const rows = await judgeRows(ctx, content.rows)
	return {
		id,
		fileName,
		rows: rows.map(({ answers: _answers, seen: _seen, ...row }) => row),
		taken: content.taken && Object.fromEntries(content.taken.map(({ key, refusal }) => [key, refusal])),
	}
}
