import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { isCompiled, reportName } from '#app/domain/report-kind/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findRounds, listClosedRounds } from '#app/domain/report-draft/queries.server.ts'
import type { AskedRounds } from '#app/domain/report-draft/queries.server.ts'
import { withRounds } from '#app/domain/report-draft/view.ts'
import type { Rounds } from '#app/domain/report-draft/view.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { ReportSnapshot } from '#prisma/generated/client.ts'
import { compilerOf, findReportToday } from './queries.server.ts'
import type { AskedReport } from './queries.server.ts'
import { readSnapshot } from './schema.ts'
import { numberOfSnapshot, snapshotId, snapshotText } from './rules.ts'
import type { LogWitness, ReportModel } from './view.ts'

/**
 * Freezes a plan's record as it stands and publishes it as one of its reports. What was compiled today and says the
 * same is given instead of a copy. Drafts of it that were shared are taken along with every dissent, and nobody can
 * leave them out.
 *
 * Refuses  with `not_found`, `not_allowed`, `plan_empty`, and with `draft_round_open` while a draft of it is shared.
 */
export async function compileReport(
	ctx: Context,
	asked: AskedReport,
	{ witness, drawn }: Making,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const today = await findReportToday(ctx, asked, witness)
	const { planId } = asked
	const { record, asOfOn } = today
	const memberId = record.plan.member.id
	const organizationId = compilerOf(ctx, memberId)
	if (organizationId === null || !may(ctx.actor, 'report.compile', { memberId }))
		throw new Refusal('not_allowed')
	if (!isCompiled(today)) throw new Refusal('not_allowed')
	if (record.commitments.length === 0) throw new Refusal('plan_empty')
	const round = { planId, name: reportName(today), day: asOfOn }
	const rounds = await findRounds(ctx, round)
	const model = withRounds(today, rounds)

	const row = rowFrom(ctx, { planId, organizationId, model, pdfSha256: await drawn(model) })
	return ctx.db.$transaction(async (tx) => {
		await takeRounds(tx, round, { rounds, recordId: row.recordId })
		const same = await findSame(tx, { planId, asOfOn, model })
		if (same) return { recordId: same.recordId, version: same.version }
		const made = await tx.reportSnapshot.createMany({ data: row, skipDuplicates: true })
		if (made.count === 1) await appendAct(tx, actFrom({ kind: 'report.published', row }))
		return { recordId: row.recordId, version: row.version }
	})
}

type Taken = { readonly rounds: Rounds; readonly recordId: string }

/**
 * Notes on the drafts which report took them up, once nothing has come to them since they were read: a draft may have
 * been shared, or a dissent of the last minute stored, while the pages were drawn.
 */
async function takeRounds(tx: Transaction, asked: AskedRounds, { rounds, recordId }: Taken): Promise<void> {
	await tx.$queryRawUnsafe('SELECT "id" FROM "ActionPlan" WHERE "id" = $1 FOR UPDATE', asked.planId)
	const now = await listClosedRounds(tx, asked)
	const ids = rounds.own.map(({ draftId }) => draftId)
	const isWhole = rounds.own.every(
		({ draftId, dissents }) => now.find(({ id }) => id === draftId)?._count.dissents === dissents.length,
	)
	if (!isWhole) throw new Refusal('changed_meanwhile')
	await tx.reportDraft.updateMany({
		where: { id: { in: ids }, recordId: null },
		data: { takenOn: asked.day, recordId },
	})
}

/** What a report takes along from outside the domain. */
type Making = {
	/** The log's newest signed checkpoint, and its key. */
	readonly witness: LogWitness
	/** Draws the report's files and gives their SHA-256 by language, so that the log seals the very bytes. */
	readonly drawn: (model: ReportModel) => Promise<{ readonly en: string; readonly id: string }>
}

type Compiled = {
	readonly planId: string
	readonly organizationId: string
	readonly model: ReportModel
	readonly pdfSha256: { readonly en: string; readonly id: string }
}

function rowFrom(ctx: Context, { planId, organizationId, model, pdfSha256 }: Compiled) {
	const snapshotHash = snapshotId(model)
	return {
		recordId: numberOfSnapshot(snapshotHash),
		version: 1,
		actionPlanId: planId,
		kind: model.kind,
		asOfOn: model.asOfOn,
		templateVersion: model.templateVersion,
		snapshotHash,
		model: snapshotText(model),
		compiledById: ctx.actor.personId ?? '',
		actorOrganizationId: organizationId,
		publishedOn: utcDay(ctx.now),
		publishedAt: ctx.now,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
		pdfSha256En: pdfSha256.en,
		pdfSha256Id: pdfSha256.id,
	} satisfies ReportSnapshot
}

type Wanted = { readonly planId: string; readonly asOfOn: CalendarDay; readonly model: ReportModel }

/** The report of the same day that says the same. The log's state is left out: it grows with acts elsewhere. */
async function findSame(tx: Transaction, { planId, asOfOn, model }: Wanted): Promise<ReportSnapshot | null> {
	const today = await tx.reportSnapshot.findMany({
		where: { actionPlanId: planId, asOfOn, templateVersion: model.templateVersion },
		orderBy: { publishedAt: 'desc' },
	})
	const wanted = snapshotText(withoutLogState(model))
	return today.find((row) => textWithoutLogState(row) === wanted) ?? null
}

function textWithoutLogState(row: ReportSnapshot): string | null {
	const read = readSnapshot(JSON.parse(row.model))
	return 'model' in read ? snapshotText(withoutLogState(read.model)) : null
}

function withoutLogState({ checkpoint: _checkpoint, logKey: _key, ...model }: ReportModel): ReportModel {
	return { ...model, record: { ...model.record, ledgerSize: 0 } }
}
