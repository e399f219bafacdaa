import { GOVERNMENT_ROLES, ROLES, may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdsOn } from '#app/domain/hand-over/rules.ts'
import { isOwed, stepAddress, vouchesThatHold } from './rules.ts'
import type { StepKeeper } from './rules.ts'
import type { Colleague, NewStep, OwnStep } from './view.ts'

/** How the second step of the actor stands. */
export async function findOwnStep(ctx: Context): Promise<OwnStep> {
	const personId = ctx.actor.personId ?? ''
	const [step, spareCodesLeft, person] = await Promise.all([
		ctx.db.secondStep.findUnique({ where: { personId } }),
		ctx.db.spareCode.count({ where: { personId, isEmergency: false, usedAt: null } }),
		findPersonWithRoles(ctx, personId),
	])
	return {
		since: step?.confirmedAt ? utcDay(step.confirmedAt) : null,
		isOwed: isOwed(person?.held ?? []),
		spareCodesLeft,
		colleagues: person ? (await listWhoMayVouch(ctx, person)).length : 0,
	}
}

/** What the actor is setting up; null where nothing was begun, or codes are shown already. */
export async function findNewStep(ctx: Context, keeper: StepKeeper): Promise<NewStep | null> {
	const personId = ctx.actor.personId ?? ''
	const step = await ctx.db.secondStep.findUnique({ where: { personId }, include: { person: true } })
	if (!step || step.confirmedAt !== null) return null
	const secret = keeper.open(step.secret, personId)
	return secret === null ? null : { secret, address: stepAddress(secret, step.person.email) }
}

/** Those who have a second step and for whom the actor may vouch, by name. */
export async function listColleagues(ctx: Context): Promise<readonly Colleague[]> {
	const rows = await ctx.db.secondStep.findMany({
		where: { confirmedAt: { not: null } },
		include: { person: { include: { organization: true, vouchedFor: true } } },
		orderBy: [{ person: { displayName: 'asc' } }, { personId: 'asc' }],
	})
	const people = await Promise.all(rows.map(({ personId }) => findPersonWithRoles(ctx, personId)))
	return rows.flatMap(({ personId, lockedAt, person }, at) => {
		const known = people[at]
		if (!known || !may(ctx.actor, 'second-step.vouch', known)) return []
		const vouches = vouchesThatHold(person.vouchedFor, personId, ctx.now)
		return [
			{
				personId,
				name: person.displayName,
				organizationName: { en: person.organization.nameEn, id: person.organization.nameId },
				isLocked: lockedAt !== null,
				isVouchedByMe: vouches.some(({ byId }) => byId === ctx.actor.personId),
				vouches: vouches.length,
			},
		]
	})
}

/** A person with what the policy asks of them; null where there is none. */
export async function findPersonWithRoles({ db, now }: Reading, personId: string) {
	const person = await db.person.findUnique({
		where: { id: personId },
		include: { appointments: { include: { organization: { select: { isDemonstration: true } } } } },
	})
	if (!person) return null
	const held = inForce(person.appointments, now)
	return {
		personId,
		organizationIds: [...new Set(held.map(({ organizationId }) => organizationId))],
		governedMemberIds: held.flatMap(({ role, memberId }) =>
			memberId !== null && GOVERNMENT_ROLES.includes(role) ? [memberId] : [],
		),
		held: held.map(({ role, organization: { isDemonstration } }) => ({ role, isDemonstration })),
	}
}

type PersonWithRoles = NonNullable<Awaited<ReturnType<typeof findPersonWithRoles>>>
type Reading = { readonly db: Context['db'] | Transaction; readonly now: Date }

/** Who has a second step and may vouch for somebody, with the address that letters go to. */
export async function listWhoMayVouch({ db, now }: Reading, about: PersonWithRoles) {
	const steps = await db.secondStep.findMany({
		where: { confirmedAt: { not: null }, lockedAt: null, personId: { not: about.personId } },
		include: { person: { include: { appointments: true } } },
	})
	return steps
		.map(({ person }) => person)
		.filter(({ id, appointments }) =>
			may({ personId: id, appointments: inForce(appointments, now) }, 'second-step.vouch', about),
		)
}

type Appointed = { readonly role: string; readonly fromOn: CalendarDay; readonly untilOn: CalendarDay | null }

/** The appointments that hold today, with roles that are known. */
function inForce<Row extends Appointed>(rows: readonly Row[], now: Date) {
	return rows.flatMap((row) => {
		const role = ROLES.find((known) => known === row.role)
		return role && holdsOn(row, utcDay(now)) ? [{ ...row, role }] : []
	})
}
