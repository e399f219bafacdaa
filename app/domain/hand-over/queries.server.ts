import { ROLES, may } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { needsAct, wouldJudgeThemselves } from '#app/domain/cso-account/rules.ts'
import { findOpenThings } from '#app/domain/open-thing/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { lastDayToTakeOver, memberInCharge, reasonNotToHandOver } from './rules.ts'
import type { ReasonNotToTakeOver } from './rules.ts'
import { OpenThings } from './schema.ts'
import type { HandOverView, HeldRole, RoleToHandOver } from './view.ts'

const PARTS = {
	organization: true,
	person: { select: { displayName: true } },
	member: { select: { timeZone: true } },
} satisfies Prisma.AppointmentInclude

/** An appointment with whose it is and where. */
export type AppointmentRow = Prisma.AppointmentGetPayload<{ include: typeof PARTS }>

/** The roles that the actor may pass on, by organization and role. What they may not does not exist for them. */
export async function listRolesToHandOver(ctx: Context): Promise<readonly HeldRole[]> {
	const { appointments } = ctx.actor
	const organizationIds = appointments.map(({ organizationId }) => organizationId)
	const memberIds = appointments.flatMap(({ memberId }) => memberId ?? [])
	const rows = await ctx.db.appointment.findMany({
		where: {
			OR: [{ organizationId: { in: organizationIds } }, { organization: { memberId: { in: memberIds } } }],
		},
		include: PARTS,
		orderBy: [{ organizationId: 'asc' }, { role: 'asc' }, { fromOn: 'asc' }],
	})
	return rows.filter((row) => !isOver(row, ctx) && mayHandOver(ctx, row)).map(heldRole)
}

/** A role with what is open of it. Refuses with `not_found` for what the actor may not pass on. */
export async function findRoleToHandOver(ctx: Context, appointmentId: string): Promise<RoleToHandOver> {
	const row = await findAppointment(ctx.db, ctx, appointmentId)
	const colleagues = await ctx.db.person.findMany({
		where: { organizationId: row.organizationId, id: { not: row.personId } },
		orderBy: { displayName: 'asc' },
		include: { appointments: true },
	})
	const today = todayAt(row, ctx)
	return {
		...heldRole(row),
		today,
		colleagues: colleagues.map((person) => ({
			id: person.id,
			name: person.displayName,
			reason: reasonOf(row, person, today),
		})),
		open: await findOpenThings(ctx, row),
	}
}

type Colleagues = Prisma.PersonGetPayload<{ include: { appointments: true } }>

/** Why somebody of the organization can take a role over on no day: the same rules as when it is sent. */
function reasonOf(
	row: AppointmentRow,
	{ id, organizationId, appointments }: Colleagues,
	today: CalendarDay,
): ReasonNotToTakeOver | null {
	const { role, memberId } = row
	const same = appointments.filter(
		(one) => one.role === role && one.organizationId === row.organizationId && one.memberId === memberId,
	)
	const day = needsAct(role) ? today : lastDayToTakeOver(row)
	const reason = reasonNotToHandOver(row, { personId: id, organizationId, same }, day)
	if (reason === 'already_appointed') return reason
	return wouldJudgeThemselves(appointments, row, today) ? 'judge_and_judged' : null
}

/** An appointment that the actor may pass on. Refuses with `not_found`, also where they may not. */
export async function findAppointment(
	db: Transaction,
	ctx: Context,
	appointmentId: string,
): Promise<AppointmentRow> {
	const row = await db.appointment.findUnique({ where: { id: appointmentId }, include: PARTS })
	if (!row || isOver(row, ctx) || !mayHandOver(ctx, row)) throw new Refusal('not_found')
	return row
}

/** A hand-over that is done, for those who pass roles on there and for both people of it. Refuses with `not_found`. */
export async function findHandOver(ctx: Context, id: string): Promise<HandOverView> {
	const row = await ctx.db.handOver.findUnique({ where: { id } })
	const organization = row && (await ctx.db.organization.findUnique({ where: { id: row.organizationId } }))
	if (!row || !organization) throw new Refusal('not_found')
	const isOne = [row.fromPersonId, row.toPersonId].some((personId) => personId === ctx.actor.personId)
	const memberId = memberInCharge(organization)
	if (!isOne && !may(ctx.actor, 'role.hand-over', { organizationId: organization.id, memberId }))
		throw new Refusal('not_found')
	const [people, withdrawn] = await Promise.all([
		ctx.db.person.findMany({ where: { id: { in: [row.fromPersonId, row.toPersonId] } } }),
		withdrawnRecordIds(ctx),
	])
	const open = OpenThings.parse(row.open)
	const nameOf = (personId: string) => people.find((person) => person.id === personId)?.displayName ?? ''
	return {
		id: row.id,
		role: roleOf(row.role),
		organization: { en: organization.nameEn, id: organization.nameId },
		from: nameOf(row.fromPersonId),
		to: nameOf(row.toPersonId),
		effectiveOn: row.effectiveOn,
		note: row.note,
		// A finding that was withdrawn since is told of nowhere.
		open: { ...open, findings: open.findings.filter(({ recordId }) => !withdrawn.has(recordId)) },
	}
}

/** The day that it is where an appointment holds. */
export function todayAt(row: AppointmentRow, { now }: Pick<Context, 'now'>): CalendarDay {
	return dayIn(row.member?.timeZone ?? 'UTC', now)
}

function isOver(row: AppointmentRow, ctx: Context): boolean {
	return row.untilOn !== null && row.untilOn < todayAt(row, ctx)
}

function mayHandOver(ctx: Context, { organization }: AppointmentRow): boolean {
	const subject = { organizationId: organization.id, memberId: memberInCharge(organization) }
	return may(ctx.actor, 'role.hand-over', subject)
}

function heldRole(row: AppointmentRow): HeldRole {
	return {
		appointmentId: row.id,
		role: roleOf(row.role),
		person: row.person.displayName,
		organization: { en: row.organization.nameEn, id: row.organization.nameId },
		fromOn: row.fromOn,
		untilOn: row.untilOn,
	}
}

function roleOf(text: string): Role {
	const role = ROLES.find((known) => known === text)
	if (!role) throw new Error(`${text} is no role`)
	return role
}
