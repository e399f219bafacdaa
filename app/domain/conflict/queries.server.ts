import { GOVERNMENT_ROLES } from '#app/access/policy.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { officeUntil } from './rules.ts'
import type { Scope, Ties } from './rules.ts'
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
	const offices = await db.appointment.findMany({
		where: {
			personId: ctx.actor.personId ?? '',
			role: { in: [...GOVERNMENT_ROLES] },
			OR: [{ memberId }, { memberId: null }],
		},
		select: { fromOn: true, untilOn: true },
	})
	return { isNamed: named !== null, officeUntil: officeUntil(offices, { today, months: employmentMonths }) }
}
