import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { findBackingActs } from '#app/domain/cso-account/queries.server.ts'
import { ROLES_WITH_ACT, backingOf, independentKind } from '#app/domain/cso-account/rules.ts'
import type { AccountChangeView } from '#app/domain/cso-account/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { DoubtedAppointment, OrganizationView, ShareOfPlan } from './view.ts'

/** One organization. Refuses with `not_found`. */
export async function findOrganization(ctx: Context, organizationId: string): Promise<OrganizationView> {
	const row = await ctx.db.organization.findUnique({
		where: { id: organizationId },
		include: { member: true },
	})
	if (!row) throw new Refusal('not_found')
	const { id, kind, member, isDemonstration } = row
	const isIndependent = independentKind(kind) !== null
	const [changes, doubted, findings, commitments] = await Promise.all([
		isIndependent ? listChanges(ctx, id) : [],
		isIndependent ? listDoubted(ctx, { organizationId: id, timeZone: member?.timeZone ?? 'UTC' }) : [],
		listFindings(ctx, id),
		listCommitments(ctx, id),
	])
	return {
		...{ id, kind, isDemonstration, findings, commitments },
		name: { en: row.nameEn, id: row.nameId },
		member: member && {
			id: member.id,
			name: { en: member.nameEn, id: member.nameId },
			isDemonstration: member.isDemonstration,
		},
		account: isIndependent ? { reviewsFindings: row.reviewsFindings, changes, doubted } : null,
	}
}

async function listChanges(ctx: Context, organizationId: string): Promise<readonly AccountChangeView[]> {
	const rows = await newestFirst(ctx, organizationId)
	const actors = await ctx.db.organization.findMany({
		where: { id: { in: [...new Set(rows.map((row) => row.actorOrganizationId))] } },
	})
	return rows.map((row) => {
		const actor = actors.find(({ id }) => id === row.actorOrganizationId)
		return {
			recordId: row.recordId,
			version: row.version,
			event: row.event,
			role: row.role,
			personNumber: row.personNumber,
			by: {
				id: row.actorOrganizationId,
				name: { en: actor?.nameEn ?? null, id: actor?.nameId ?? null },
			},
			isOwn: row.actorOrganizationId === organizationId,
			publishedOn: row.publishedOn,
		}
	})
}

/** The log's order is the only order of acts that is trusted; what is not in it comes first. */
async function newestFirst({ db }: Context, organizationId: string) {
	const rows = await db.csoAccountChange.findMany({ where: { organizationId }, orderBy: { recordId: 'asc' } })
	const leaves = await db.ledgerEntry.findMany({
		where: { recordId: { in: rows.map(({ recordId }) => recordId) } },
		select: { recordId: true, version: true, index: true },
	})
	const places = new Map(leaves.map((leaf) => [`${leaf.recordId}@${String(leaf.version)}`, leaf.index]))
	const placeOf = (row: { recordId: string; version: number }) =>
		places.get(`${row.recordId}@${String(row.version)}`) ?? Number.MAX_SAFE_INTEGER
	return rows.toSorted((a, b) => placeOf(b) - placeOf(a))
}

type Place = { readonly organizationId?: string; readonly timeZone: string }

/** Appointments to a role of an independent organization that hold today and that no act stands behind. */
export async function listDoubted(
	{ db, now }: Pick<Context, 'now'> & { readonly db: Pick<Context['db'], 'appointment' | '$queryRawUnsafe'> },
	{ organizationId, timeZone }: Place,
): Promise<readonly (DoubtedAppointment & { readonly organizationId: string })[]> {
	const today = dayIn(timeZone, now)
	const rows = await db.appointment.findMany({
		where: {
			...(organizationId === undefined ? {} : { organizationId }),
			role: { in: [...ROLES_WITH_ACT] },
			OR: [{ untilOn: null }, { untilOn: { gte: today } }],
		},
		include: { person: { select: { email: true } } },
		orderBy: { id: 'asc' },
	})
	const acts = await findBackingActs(
		db,
		rows.map(({ id }) => id),
	)
	return rows.flatMap((row) => {
		const backing = backingOf(row, acts)
		if (backing === 'BACKED') return []
		return [{ appointmentId: row.id, organizationId: row.organizationId, role: row.role, backing }]
	})
}

async function listFindings(ctx: Context, organizationId: string): Promise<readonly ShareOfPlan[]> {
	const [rows, withdrawn] = await Promise.all([
		ctx.db.verification.findMany({
			where: { organizationId },
			distinct: ['recordId'],
			select: { recordId: true, commitment: { select: { actionPlanId: true } } },
		}),
		withdrawnRecordIds(ctx),
	])
	const shown = rows.filter(({ recordId }) => !withdrawn.has(recordId))
	return sharesOf(
		ctx,
		shown.map(({ commitment }) => commitment.actionPlanId),
	)
}

async function listCommitments(ctx: Context, organizationId: string): Promise<readonly ShareOfPlan[]> {
	const rows = await ctx.db.commitmentInstitution.findMany({
		where: { organizationId },
		select: { commitment: { select: { actionPlanId: true } } },
	})
	return sharesOf(
		ctx,
		rows.map(({ commitment }) => commitment.actionPlanId),
	)
}

async function sharesOf(ctx: Context, planIds: readonly string[]): Promise<readonly ShareOfPlan[]> {
	const plans = await ctx.db.actionPlanVersion.findMany({
		where: { actionPlanId: { in: [...new Set(planIds)] } },
		orderBy: { version: 'desc' },
		select: { actionPlanId: true, titleEn: true, titleId: true },
	})
	return [...new Set(planIds)].sort().map((planId) => {
		const text = plans.find(({ actionPlanId }) => actionPlanId === planId)
		return {
			planId,
			title: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
			count: planIds.filter((id) => id === planId).length,
		}
	})
}

/** What an organization is called; null where it is none, as with an act of the public. */
export async function findOrganizationName(ctx: Context, organizationId: string): Promise<Bilingual | null> {
	const row = await ctx.db.organization.findUnique({ where: { id: organizationId } })
	return row && { en: row.nameEn, id: row.nameId }
}
