import { REPORT_ROLES, may } from '#app/access/policy.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { EarlierReport } from '#app/domain/report-change/rules.ts'
import { isCompiled, reportName, reportsOf } from '#app/domain/report-kind/rules.ts'
import type { ReportAbout } from '#app/domain/report-kind/rules.ts'
import { findReportSource, findStatusSource } from '#app/domain/report-source/queries.server.ts'
import { gapsOf } from '#app/domain/readiness/rules.ts'
import type { Gaps } from '#app/domain/readiness/rules.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { Withdrawals } from '#app/domain/withdrawal/queries.server.ts'
import { snapshotId } from './rules.ts'
import { readSnapshot } from './schema.ts'
import { modelWithoutFindings, reportModel } from './view.ts'
import type { LogWitness, ReportModel } from './view.ts'

/** A compiled report as lists name it. */
export type ReportItem = {
	readonly recordId: string
	readonly kind: string
	readonly version: number
	readonly asOfOn: CalendarDay
	readonly publishedOn: CalendarDay
}

/** A compiled report with the frozen model it was made from. */
export type ReportView = ReportItem & {
	readonly planId: string
	readonly snapshotHash: string
	readonly templateVersion: string
	/** Without findings that were withdrawn since. */
	readonly model: ReportModel
	/** The name of the snapshot that is drawn: the sealed one, unless a finding was withdrawn since. */
	readonly drawnHash: string
	/** SHA-256 of the files as they were sealed; null where there are none, or they hold what was withdrawn since. */
	readonly sealed: { readonly en: string; readonly id: string } | null
}

/** What stands between a point of contact and a complete report. */
export type Readiness = {
	readonly plan: PlanView
	readonly today: CalendarDay
	readonly figures: PlanFigures
	readonly gaps: Gaps
	/** Reports that wait for an institution's lead: how many, and of whom. Their content is the institution's own. */
	readonly waiting: readonly { readonly institution: Bilingual; readonly count: number }[]
	readonly reports: readonly ReportItem[]
	/** What can be compiled today. */
	readonly choices: readonly ReportAbout[]
}

/** Reports compiled for a plan, newest first. */
export async function listReports(ctx: Context, planId: string): Promise<readonly ReportItem[]> {
	return ctx.db.reportSnapshot.findMany({
		where: { actionPlanId: planId },
		select: { recordId: true, kind: true, version: true, asOfOn: true, publishedOn: true },
		orderBy: { publishedAt: 'desc' },
	})
}

/** Which report of a plan is asked for: the progress report where no name is given. */
export type AskedReport = { readonly planId: string; readonly name?: string | undefined }

/** A report of a plan as the public record stands today. Refuses with `not_found` where the plan gives none of that name. */
export async function findReportToday(
	ctx: Context,
	{ planId, name = 'progress-report' }: AskedReport,
	witness: LogWitness,
): Promise<ReportModel> {
	const { asOfOn, ...source } = await findReportSource(ctx, planId)
	const about = reportsOf(source.record, asOfOn).find((one) => reportName(one) === name)
	if (!about) throw new Refusal('not_found')
	const before = about.kind === 'progress-report' ? await findEarlier(ctx, planId, asOfOn) : undefined
	const told = about.kind === 'status-report' ? await findStatusSource(ctx, source, asOfOn) : source
	return reportModel(told, { about, asOfOn, before, ...witness })
}

/** The newest report of an earlier day, as it is shown now: a second one of the same day says the same as the first. */
async function findEarlier(
	ctx: Context,
	planId: string,
	day: CalendarDay,
): Promise<EarlierReport | undefined> {
	const row = await ctx.db.reportSnapshot.findFirst({
		where: { actionPlanId: planId, kind: 'progress-report', asOfOn: { lt: day } },
		orderBy: [{ asOfOn: 'desc' }, { publishedAt: 'desc' }],
		select: { recordId: true },
	})
	return row ? findReport(ctx, row.recordId) : undefined
}

/** A compiled report. Refuses with `not_found`. */
export async function findReport(ctx: Context, recordId: string): Promise<ReportView> {
	const row = await ctx.db.reportSnapshot.findFirst({ where: { recordId }, orderBy: { version: 'desc' } })
	if (!row) throw new Refusal('not_found')
	const read = readSnapshot(JSON.parse(row.model))
	if ('wrongAt' in read) throw new Error(`the snapshot ${recordId} cannot be read at ${read.wrongAt}`)
	const model = modelWithoutFindings(read.model, await withdrawnRecordIds(ctx), row.snapshotHash)
	const { pdfSha256En: en, pdfSha256Id: id } = row
	return {
		recordId: row.recordId,
		kind: row.kind,
		version: row.version,
		asOfOn: row.asOfOn,
		publishedOn: row.publishedOn,
		planId: row.actionPlanId,
		snapshotHash: row.snapshotHash,
		templateVersion: row.templateVersion,
		model,
		drawnHash: model === read.model ? row.snapshotHash : snapshotId(model),
		sealed: model === read.model && en !== null && id !== null ? { en, id } : null,
	}
}

/** The newest report of a name that was compiled for a plan until a day, that day included; null where there is none. */
export async function findReportOn(
	ctx: Context,
	{ planId, name = 'progress-report' }: AskedReport,
	day: CalendarDay,
): Promise<ReportView | null> {
	const rows = await ctx.db.reportSnapshot.findMany({
		where: { actionPlanId: planId, asOfOn: { lte: day } },
		orderBy: [{ asOfOn: 'desc' }, { publishedAt: 'desc' }],
		select: { recordId: true, kind: true },
	})
	for (const { recordId, kind } of rows) {
		if (name !== kind && !name.startsWith(`${kind}-`)) continue
		const report = await findReport(ctx, recordId)
		if (reportName(report.model) === name) return report
	}
	return null
}

/** SHA-256 of the sealed files of reports that hold a finding which was withdrawn since: they are shown to nobody. */
export async function listHiddenFiles(ctx: Withdrawals & Pick<Context, 'db'>): Promise<readonly string[]> {
	const withdrawn = [...(await withdrawnRecordIds(ctx))]
	if (withdrawn.length === 0) return []
	const rows = await ctx.db.reportSnapshot.findMany({
		where: { OR: withdrawn.map((recordId) => ({ model: { contains: recordId } })) },
		select: { pdfSha256En: true, pdfSha256Id: true },
	})
	return rows.flatMap((row) => [row.pdfSha256En ?? [], row.pdfSha256Id ?? []].flat())
}

/** A report the actor may compile, for the page that hands out its files. Refuses with `not_found`, `not_allowed`. */
export async function findCompiled(ctx: Context, recordId: string) {
	const { planId, kind, asOfOn, snapshotHash, model } = await findReport(ctx, recordId)
	const { member, title } = model.record.plan
	if (!may(ctx.actor, 'report.compile', { memberId: member.id })) throw new Refusal('not_allowed')
	return {
		recordId,
		kind,
		planId,
		asOfOn,
		snapshotHash,
		planTitle: title,
		member: { name: member.name, isDemonstration: member.isDemonstration },
	}
}

/** What is late on a plan and what a report compiled today would lack. Refuses with `not_found`, `not_allowed`. */
export async function reportReadiness(ctx: Context, planId: string): Promise<Readiness> {
	const record = await findPlanRecord(ctx, planId)
	if (!may(ctx.actor, 'report.compile', { memberId: record.plan.member.id })) throw new Refusal('not_allowed')
	return readinessOf(ctx, record)
}

/**
 * Every report of a plan that anyone can draw today, and those that were compiled; where a number of a snapshot is
 * asked for, the compiled one of it. Refuses with `not_found`.
 */
export async function findPlanReports(ctx: Context, planId: string, number?: string) {
	const { plan, ...record } = await findPlanRecord(ctx, planId)
	const today = dayIn(plan.member.timeZone, ctx.now)
	const drawn = reportsOf({ plan, ...record }, today)
	const compiled = await listReports(ctx, planId)
	const asked =
		number === undefined
			? null
			: { number, compiled: compiled.find(({ recordId }) => recordId === number) ?? null }
	return { plan, drawn, compiled, asked, ledgerSize: record.ledgerSize }
}

/** The plans a point of contact answers for, those under way first, newest first. */
export async function listPlansToReport(ctx: Context): Promise<readonly PlanView[]> {
	const plans = await listPlans(ctx)
	return plans
		.filter((plan) => may(ctx.actor, 'report.compile', { memberId: plan.member.id }))
		.sort((a, b) => Number(isUnderWay(b)) - Number(isUnderWay(a)))
}

/** The organization for which the actor compiles reports of a member; null without one. */
export function compilerOf(ctx: Context, memberId: string): string | null {
	const appointment = ctx.actor.appointments.find(
		(a) => REPORT_ROLES.includes(a.role) && (a.memberId === memberId || a.memberId === null),
	)
	return appointment?.organizationId ?? null
}

async function readinessOf(ctx: Context, record: PlanRecord): Promise<Readiness> {
	const planId = record.plan.id
	const today = dayIn(record.plan.member.timeZone, ctx.now)
	const [responsible, waiting, reports] = await Promise.all([
		listResponsible(ctx, planId),
		countWaiting(ctx, planId),
		listReports(ctx, planId),
	])
	return {
		plan: record.plan,
		today,
		figures: planFigures(record, today),
		gaps: gapsOf(record, responsible, today),
		waiting,
		reports,
		choices: reportsOf(record, today).filter(isCompiled),
	}
}

/** The organization that leads each commitment of a plan. */
async function listResponsible(ctx: Context, planId: string) {
	const rows = await ctx.db.commitmentInstitution.findMany({
		where: { isLead: true, commitment: { actionPlanId: planId } },
	})
	const names = await organizationNames(
		ctx,
		rows.map((row) => row.organizationId),
	)
	return rows.map((row) => ({ commitmentId: row.commitmentId, name: nameIn(names, row.organizationId) }))
}

async function countWaiting(ctx: Context, planId: string) {
	const groups = await ctx.db.progressUpdateDraft.groupBy({
		by: ['organizationId'],
		where: { state: 'SUBMITTED', milestone: { commitment: { actionPlanId: planId } } },
		_count: { _all: true },
	})
	const names = await organizationNames(
		ctx,
		groups.map((group) => group.organizationId),
	)
	return groups.map((group) => ({
		institution: nameIn(names, group.organizationId),
		count: group._count._all,
	}))
}

async function organizationNames(
	ctx: Context,
	ids: readonly string[],
): Promise<ReadonlyMap<string, Bilingual>> {
	const rows = await ctx.db.organization.findMany({ where: { id: { in: [...ids] } } })
	return new Map(rows.map((row) => [row.id, { en: row.nameEn, id: row.nameId }]))
}

function nameIn(names: ReadonlyMap<string, Bilingual>, id: string): Bilingual {
	return names.get(id) ?? { en: null, id: null }
}

function isUnderWay(plan: PlanView): boolean {
	return plan.status === 'IN_IMPLEMENTATION' || plan.status === 'REFRESH'
}
