import { REPORT_DRAFT_ROLES, ROLES, may, membersOf } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { readPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { addDays, dayIn, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { findInterestsInMember } from '#app/domain/conflict/queries.server.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdersOn } from '#app/domain/notice/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findPlanToCompile } from '#app/domain/report-job/queries.server.ts'
import { reportReadiness } from '#app/domain/report/queries.server.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { modelWithoutFindings } from '#app/domain/report/view.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { ReportDissent, ReportDraft } from '#prisma/generated/client.ts'
import { reasonNotToCompile, roundBefore, roundsOf } from './rules.ts'
import type { DraftMark, FrozenDissent } from './schema.ts'
import { draftItem, frozenDissent, frozenRound } from './view.ts'
import type { DraftItem, DraftView, Named, RoundQuestion, Rounds } from './view.ts'

const IN_ORDER = [{ saidAt: 'asc' as const }, { id: 'asc' as const }]
const WITHOUT_MODEL = { model: true } as const

/** A shared draft, for whoever may see it. To everyone else it does not exist: refuses with `not_found`. */
export async function findReportDraft(ctx: Context, id: string): Promise<DraftView> {
	const row = await ctx.db.reportDraft.findUnique({
		where: { id },
		include: { dissents: { orderBy: IN_ORDER } },
	})
	const [plan] = row ? (await readPlans(ctx, { ids: [row.actionPlanId] })).plans : []
	if (!row || !plan || !may(ctx.actor, 'report-draft.read', { memberId: plan.member.id }))
		throw new Refusal('not_found')
	const today = dayIn(plan.member.timeZone, ctx.now)
	const { model: frozen, draft } = modelOf(row)
	const [withdrawn, dissents] = await Promise.all([withdrawnRecordIds(ctx), dissentsOf(ctx, row.dissents)])
	const model = modelWithoutFindings(frozen, withdrawn, row.snapshotHash)
	const { planTitle: _title, memberName: _name, ...item } = draftItem(row, plan, today)
	return {
		...item,
		plan,
		asked: draft.asked,
		model,
		drawnHash: model === frozen ? row.snapshotHash : snapshotId(model),
		dissents,
		dissenting: item.isOpen ? await findDissenting(ctx, plan.member.id) : null,
	}
}

/** The organization in whose name an actor may dissent from drafts of a member; null where there is none. */
export function dissentingOrganization(actor: Actor, memberId: string): string | null {
	const held = actor.appointments.find(({ organizationId }) =>
		may(actor, 'report-draft.dissent', { organizationId, memberId }),
	)
	return held?.organizationId ?? null
}

async function findDissenting(ctx: Context, memberId: string): Promise<DraftView['dissenting']> {
	const organizationId = dissentingOrganization(ctx.actor, memberId)
	if (organizationId === null) return null
	const [names, interests] = await Promise.all([
		namesOf(ctx, [organizationId]),
		findInterestsInMember(ctx, { organizationId, memberId, today: utcDay(ctx.now) }),
	])
	return { organization: named(names, organizationId), interests }
}

/** What is asked before a draft of a plan is shared. Refuses with `not_found`, `not_allowed`. */
export async function findRoundQuestion(ctx: Context, planId: string): Promise<RoundQuestion> {
	const { plan, today, choices } = await reportReadiness(ctx, planId)
	const [asked, drafts] = await Promise.all([listAsked(ctx, plan.member.id), listDraftsOf(ctx, plan)])
	return { plan, today, choices, asked, drafts }
}

/** Drafts of a plan that are shared now or that no report took up, newest first. Refuses with `not_found`, `not_allowed`. */
export async function listPlanDrafts(ctx: Context, planId: string): Promise<readonly DraftItem[]> {
	return listDraftsOf(ctx, await findPlanToCompile(ctx, planId))
}

async function listDraftsOf(ctx: Context, plan: PlanView): Promise<readonly DraftItem[]> {
	const rows = await ctx.db.reportDraft.findMany({
		where: { actionPlanId: plan.id, recordId: null },
		orderBy: { openedAt: 'desc' },
		omit: WITHOUT_MODEL,
	})
	const today = dayIn(plan.member.timeZone, ctx.now)
	return rows.map((row) => draftItem(row, plan, today))
}

/**
 * Drafts that wait for the actor: for those who were asked while dissent is taken, for those who compile until a report
 * took them up.
 */
export async function listWaitingDrafts(ctx: Context): Promise<readonly DraftItem[]> {
	const memberIds = membersOf(ctx.actor, REPORT_DRAFT_ROLES)
	if (memberIds.length === 0) return []
	const isForAll = memberIds.includes(null)
	const own = { memberId: { in: memberIds.flatMap((id) => id ?? []) } }
	// Wherever the member is, its day is at most one day behind that of UTC.
	const rows = await ctx.db.reportDraft.findMany({
		where: {
			...(isForAll ? {} : { actionPlan: own }),
			OR: [{ recordId: null }, { closesOn: { gte: addDays(utcDay(ctx.now), -1) } }],
		},
		orderBy: [{ closesOn: 'asc' }, { id: 'asc' }],
		omit: WITHOUT_MODEL,
	})
	if (rows.length === 0) return []
	const { plans } = await readPlans(ctx, { ids: rows.map(({ actionPlanId }) => actionPlanId) })
	return rows.flatMap((row): DraftItem[] => {
		const plan = plans.find(({ id }) => id === row.actionPlanId)
		if (!plan || !may(ctx.actor, 'report-draft.read', { memberId: plan.member.id })) return []
		const item = draftItem(row, plan, dayIn(plan.member.timeZone, ctx.now))
		const compiles = may(ctx.actor, 'report-draft.open', { memberId: plan.member.id })
		return item.isOpen || compiles ? [item] : []
	})
}

/** Organizations whose people may dissent from drafts of a member today, by their id. */
export async function listAsked(
	ctx: Pick<Context, 'db' | 'now'>,
	memberId: string,
): Promise<DraftMark['asked']> {
	const people = await listAskedPeople(ctx, memberId)
	const ids = [...new Set(people.map(({ organizationId }) => organizationId))].sort()
	const names = await namesOf(ctx, ids)
	return ids.map((id) => {
		const { en, id: inIndonesian } = named(names, id).name
		return { id, name: { en, id: inIndonesian } }
	})
}

/** The people who may dissent from drafts of a member today, and in whose name. */
export async function listAskedPeople({ db, now }: Pick<Context, 'db' | 'now'>, memberId: string) {
	const held = (await holdersOn({ db, now }, utcDay(now))).flatMap(({ role: code, ...row }) => {
		const role = ROLES.find((known) => known === code)
		return role ? [{ ...row, role }] : []
	})
	return held.filter(({ personId, organizationId }) => {
		const appointments = held.filter((other) => other.personId === personId)
		return may({ personId, appointments }, 'report-draft.dissent', { organizationId, memberId })
	})
}

/** The rounds of which report of a plan, as of a day in the member's time zone. */
export type AskedRounds = { readonly planId: string; readonly name: string; readonly day: CalendarDay }

/** The rounds that a report of a day takes along. Refuses with `draft_round_open` while somebody may still dissent. */
export async function findRounds(ctx: Pick<Context, 'db'>, asked: AskedRounds): Promise<Rounds> {
	const heads = await listClosedRounds(ctx.db, asked)
	const rows = await ctx.db.reportDraft.findMany({
		where: { id: { in: roundsOf(heads, asked.day).map(({ id }) => id) } },
		include: { dissents: { orderBy: IN_ORDER } },
		orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
	})
	const before = roundBefore(heads, asked.day)
	return {
		own: await Promise.all(
			rows.map(async (row) => frozenRound(row, modelOf(row).draft, await dissentsOf(ctx, row.dissents))),
		),
		before: before && roundElsewhere(before),
	}
}

/** The rounds of a report without what was shared. Refuses with `draft_round_open` while one of them lasts. */
export async function listClosedRounds(
	db: Pick<Transaction, 'reportDraft'>,
	{ planId, name, day }: AskedRounds,
) {
	const rows = await db.reportDraft.findMany({
		where: { actionPlanId: planId, reportName: name },
		orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
		omit: WITHOUT_MODEL,
		include: { _count: { select: { dissents: true } } },
	})
	const reason = reasonNotToCompile(rows, day)
	if (reason !== null) throw new Refusal(reason)
	return rows
}

function roundElsewhere({
	recordId,
	opensOn,
	closesOn,
	_count: { dissents },
}: Awaited<ReturnType<typeof listClosedRounds>>[number]): Rounds['before'] {
	return recordId === null ? null : { opensOn, closesOn, dissents, recordId }
}

/** The frozen model of a draft, with what makes it one. */
function modelOf({ id, model: text }: Pick<ReportDraft, 'id' | 'model'>): {
	readonly model: ReportModel
	readonly draft: DraftMark
} {
	const read = readSnapshot(JSON.parse(text))
	if ('wrongAt' in read) throw new Error(`the report draft ${id} cannot be read at ${read.wrongAt}`)
	const { draft } = read.model
	if (draft === undefined) throw new Error(`the report draft ${id} is not marked as one`)
	return { model: read.model, draft }
}

async function dissentsOf(
	ctx: Pick<Context, 'db'>,
	rows: readonly ReportDissent[],
): Promise<readonly FrozenDissent[]> {
	const names = await namesOf(
		ctx,
		rows.map(({ organizationId }) => organizationId),
	)
	return rows.map((row) => frozenDissent(row, names))
}

async function namesOf(
	{ db }: Pick<Context, 'db'>,
	ids: readonly string[],
): Promise<ReadonlyMap<string, Bilingual>> {
	const rows = await db.organization.findMany({ where: { id: { in: [...new Set(ids)] } } })
	return new Map(rows.map(({ id, nameEn, nameId }) => [id, { en: nameEn, id: nameId }]))
}

function named(names: ReadonlyMap<string, Bilingual>, id: string): Named {
	return { id, name: names.get(id) ?? { en: null, id: null } }
}
