import { CSO_ROLES, may } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { AssignmentView } from './view.ts'

const newest = { orderBy: { version: 'desc' }, take: 1 } as const

/** The milestone, the actor's organization, and the people of it who may verify there. Refuses with `not_found`. */
export async function findAssignable(db: Transaction, ctx: Context, milestoneId: string) {
	const milestone = await db.milestone.findFirst({
		where: { id: milestoneId, commitment: { actionPlan: { status: { not: 'DRAFT' } } } },
		include: {
			versions: newest,
			commitment: { include: { versions: newest, actionPlan: { include: { member: true } } } },
		},
	})
	if (!milestone) throw new Refusal('not_found')
	const { member } = milestone.commitment.actionPlan
	const own = ctx.actor.appointments.find(
		({ role, organizationId }) =>
			CSO_ROLES.includes(role) &&
			may(ctx.actor, 'verification.assign', { organizationId, memberId: member.id }),
	)
	if (!own) throw new Refusal('not_found')
	const today = dayIn(member.timeZone, ctx.now)
	const appointments = await db.appointment.findMany({
		where: {
			organizationId: own.organizationId,
			role: { in: [...CSO_ROLES] },
			fromOn: { lte: today },
			AND: [
				{ OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
				{ OR: [{ memberId: null }, { memberId: member.id }] },
			],
		},
		include: { person: { select: { id: true, displayName: true } } },
	})
	const people = new Map(
		appointments.map(({ person }) => [person.id, { id: person.id, name: person.displayName }]),
	)
	return { milestone, member, organizationId: own.organizationId, people: [...people.values()] }
}

/** Who is asked to look at a milestone, of whom. Refuses with `not_found`. */
export async function findAssignment(ctx: Context, milestoneId: string): Promise<AssignmentView> {
	const { milestone, member, organizationId, people } = await findAssignable(ctx.db, ctx, milestoneId)
	const given = await ctx.db.verificationAssignment.findFirst({
		where: { organizationId, milestoneId, endedAt: null },
		orderBy: { createdAt: 'desc' },
	})
	const [text] = milestone.versions
	const [promise] = milestone.commitment.versions
	return {
		milestoneId,
		milestoneTitle: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
		commitmentTitle: { en: promise?.titleEn ?? null, id: promise?.titleId ?? null },
		member: { name: { en: member.nameEn, id: member.nameId }, isDemonstration: member.isDemonstration },
		people,
		personId: given?.personId ?? null,
	}
}
