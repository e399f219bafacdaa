import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { isCompiled } from '#app/domain/report-kind/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { ReportSnapshot } from '#prisma/generated/client.ts'
import { compilerOf, findReportToday } from './queries.server.ts'
import type { AskedReport } from './queries.server.ts'
import { readSnapshot } from './schema.ts'
import { numberOfSnapshot, snapshotId, snapshotText } from './rules.ts'
import type { LogWitness, ReportModel } from './view.ts'

/**
 * Freezes a plan's record as it stands and publishes it as one of its reports. What was compiled today and says the
 * same is given instead of a copy.
 *
 * Refuses  with `not_found`, `not_allowed`, `plan_empty`.
 */
export async function compileReport(
	ctx: Context,
	asked: AskedReport,
	{ witness, drawn }: Making,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const model = await findReportToday(ctx, asked, witness)
	const { planId } = asked
	const { record, asOfOn } = model
	const memberId = record.plan.member.id
	const organizationId = compilerOf(ctx, memberId)
	if (organizationId === null || !may(ctx.actor, 'report.compile', { memberId }))
		throw new Refusal('not_allowed')
	if (!isCompiled(model)) throw new Refusal('not_allowed')
	if (record.commitments.length === 0) throw new Refusal('plan_empty')

	const row = rowFrom(ctx, { planId, organizationId, model, pdfSha256: await drawn(model) })
	return ctx.db.$transaction(async (tx) => {
		const same = await findSame(tx, { planId, asOfOn, model })
		if (same) return { recordId: same.recordId, version: same.version }
		const made = await tx.reportSnapshot.createMany({ data: row, skipDuplicates: true })
		if (made.count === 1) await appendAct(tx, actFrom({ kind: 'report.published', row }))
		return { recordId: row.recordId, version: row.version }
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
