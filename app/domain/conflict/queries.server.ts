import { GOVERNMENT_ROLES } from '#app/access/policy.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findVerificationRules } from '#app/domain/verification-rules/queries.server.ts'
import { declaredIn, interestsOf, officeUntil } from './rules.ts'
import type { NamedInterest, Scope, Ties } from './rules.ts'
import { declarationView } from './view.ts'
import type { Declarations } from './view.ts'

type On = {
	readonly organizationId: string
	readonly commitmentId: string
	readonly today: CalendarDay
}

/**
 * The newest declarations that hold today: the actor's own, made for this organization, and the organization's, whoever
 * of its people made it.
 */
export async function findDeclarations(db: Transaction, ctx: Context, on: On): Promise<Declarations> {
	const newest = async (scope: Scope) => {
		const row = await db.conflictDeclaration.findFirst({
			where: {
				scope,
				...(scope === 'PERSON' ? { personId: ctx.actor.personId ?? '' } : {}),
				organizationId: on.organizationId,
				commitmentId: on.commitmentId,
				validUntilOn: { gte: on.today },
			},
			orderBy: { createdAt: 'desc' },
		})
		return row && declarationView(row)
	}
	return { PERSON: await newest('PERSON'), ORGANIZATION: await newest('ORGANIZATION') }
}

/** What the record itself shows: the institutions that the plan names, and offices of the actor with that government. */
export async function findTies(
	db: Transaction,
	ctx: Context,
	on: On & { readonly memberId: string; readonly employmentMonths: number },
): Promise<Ties> {
	const { organizationId, commitmentId, memberId, today, employmentMonths } = on
	const named = await db.commitmentInstitution.findUnique({
		where: { commitmentId_organizationId: { commitmentId, organizationId } },
	})
	const offices = await findOffices(db, ctx, memberId)
	return { isNamed: named !== null, officeUntil: officeUntil(offices, { today, months: employmentMonths }) }
}

/** Appointments of the actor by the government of a member, whenever they were. */
async function findOffices(db: Transaction, ctx: Context, memberId: string) {
	return db.appointment.findMany({
		where: {
			personId: ctx.actor.personId ?? '',
			role: { in: [...GOVERNMENT_ROLES] },
			OR: [{ memberId }, { memberId: null }],
		},
		select: { fromOn: true, untilOn: true },
	})
}

/**
 * What ties an organization and the actor to what a member promises in the plans that run or have just ended: what is
 * declared about any commitment of them, and what the record shows.
 */
export async function findInterestsInMember(
	ctx: Context,
	on: { readonly organizationId: string; readonly memberId: string; readonly today: CalendarDay },
): Promise<readonly NamedInterest[]> {
	const { db } = ctx
	const { organizationId, memberId, today } = on
	const plans = await db.actionPlan.findMany({
		where: { memberId, status: { notIn: ['DRAFT', 'CLOSED'] } },
		orderBy: { createdAt: 'desc' },
		select: { id: true, ruleSetId: true },
	})
	const [newest] = plans
	if (!newest) return []
	const commitment = { actionPlanId: { in: plans.map(({ id }) => id) } }
	const [named, offices, rows, rules] = await Promise.all([
		db.commitmentInstitution.count({ where: { organizationId, commitment } }),
		findOffices(db, ctx, memberId),
		db.conflictDeclaration.findMany({
			where: { organizationId, commitment, validUntilOn: { gte: today } },
			orderBy: { createdAt: 'asc' },
		}),
		findVerificationRules(db, newest.ruleSetId),
	])
	const months = rules.employmentMonths.value
	const ties = { isNamed: named > 0, officeUntil: officeUntil(offices, { today, months }) }
	const declaredOf = (scope: Scope) => {
		const held = rows.filter(
			(row) => row.scope === scope && (scope === 'ORGANIZATION' || row.personId === ctx.actor.personId),
		)
		return declaredIn([...new Map(held.map((row) => [row.commitmentId, declarationView(row)])).values()])
	}
	return interestsOf({ PERSON: declaredOf('PERSON'), ORGANIZATION: declaredOf('ORGANIZATION') }, ties)
}
