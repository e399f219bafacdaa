import { CSO_ROLES } from '#app/access/policy.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { declarationValidUntil } from '#app/domain/conflict/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findOwnCommitment, hasStoodBack } from '#app/domain/finding-ground/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { StandBackView } from './view.ts'

/** What standing back from a commitment offers. Refuses with `not_found`, `not_allowed`. */
export async function findStandBack(ctx: Context, commitmentId: string): Promise<StandBackView> {
	const own = await findOwnCommitment(ctx.db, ctx, commitmentId)
	const { organization, today, rules, organizationId, memberId } = own
	const [record, standIns, isRecused] = await Promise.all([
		findPlanRecord(ctx, own.planId),
		findStandIns(ctx.db, ctx, { organizationId, memberId, today }),
		hasStoodBack(ctx.db, ctx, own),
	])
	const commitment = record.commitments.find((one) => one.id === commitmentId)
	if (!commitment) throw new Refusal('not_found')
	const { id, number, title } = commitment
	return {
		commitment: { id, number, title },
		member: { name: record.plan.member.name, isDemonstration: record.plan.member.isDemonstration },
		organizationName: { en: organization.nameEn, id: organization.nameId },
		...standIns,
		untilOn: declarationValidUntil(today, rules.declarationMonths.value),
		isRecused,
	}
}

type Where = { readonly organizationId: string; readonly memberId: string; readonly today: CalendarDay }

/** Who else verifies for the member today: colleagues of the actor, and other organizations of civil society. */
export async function findStandIns(
	db: Transaction,
	ctx: Context,
	{ organizationId, memberId, today }: Where,
): Promise<Pick<StandBackView, 'colleagues' | 'otherOrganizations'>> {
	const appointments = await db.appointment.findMany({
		where: {
			role: { in: [...CSO_ROLES] },
			fromOn: { lte: today },
			AND: [
				{ OR: [{ memberId }, { memberId: null }] },
				{ OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
			],
			personId: { not: ctx.actor.personId ?? '' },
			organization: { kind: 'CSO' },
		},
		include: { person: true, organization: true },
		orderBy: { id: 'asc' },
	})
	const colleagues = appointments.filter((a) => a.organizationId === organizationId)
	const others = appointments.filter((a) => a.organizationId !== organizationId)
	return {
		colleagues: once(colleagues.map(({ person }) => ({ id: person.id, name: person.displayName }))),
		otherOrganizations: once(
			others.map(({ organization: { id, nameEn, nameId } }) => ({ id, name: { en: nameEn, id: nameId } })),
		),
	}
}

function once<One extends { readonly id: string }>(all: readonly One[]): readonly One[] {
	return all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at)
}
