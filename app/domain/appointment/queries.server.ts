import { GOVERNMENT_ROLES, PLAN_ROLES, ROLES, may, membersOf, organizationsOf } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { invitationView } from '#app/domain/invitation/view.ts'
import { memberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { OFFICE_KINDS, ROLES_OF_KIND, isLastPoc, officeKind, standingOf } from './rules.ts'
import type { AppointmentToEnd, MemberContacts, MemberPeople, OfficeView, PersonInOffice } from './view.ts'

const CONTACTS = {
	organizations: { where: { kind: 'SECRETARIAT' }, orderBy: { nameId: 'asc' } },
	appointments: {
		where: { role: { in: [...PLAN_ROLES] } },
		include: { organization: true },
		orderBy: [{ role: 'asc' }, { fromOn: 'asc' }],
	},
} satisfies Prisma.MemberInclude

/** The members that the host serves, each with who coordinates it by role and office; national ones first. */
export async function listMemberContacts(ctx: Context): Promise<readonly MemberContacts[]> {
	const ids = membersOf(ctx.actor, ['INSTANCE_ADMIN'])
	const rows = await ctx.db.member.findMany({
		...(ids.includes(null) ? {} : { where: { id: { in: ids.flatMap((id) => id ?? []) } } }),
		include: CONTACTS,
		orderBy: [{ level: 'desc' }, { nameId: 'asc' }],
	})
	const invitations = await ctx.db.invitation.findMany({
		where: { role: 'POC', usedAt: null, endedAt: null, expiresAt: { gt: ctx.now } },
	})
	return rows.map((row) => {
		const { id, level, localType, name, isDemonstration } = memberView(row)
		const today = dayIn(row.timeZone, ctx.now)
		const held = row.appointments.filter((one) => standingOf(one, today) !== 'OVER')
		const invitation = invitations.find(({ memberId }) => memberId === id)
		return {
			...{ id, level, localType, name, isDemonstration },
			contacts: held.map(({ role, organization, fromOn }) => ({
				...{ role, fromOn, office: { en: organization.nameEn, id: organization.nameId } },
			})),
			offices: row.organizations.map((one) => ({ id: one.id, name: { en: one.nameEn, id: one.nameId } })),
			invitation: invitation ? invitationView(invitation, ctx.now) : null,
			hasPoc: held.some(({ role }) => role === 'POC'),
		}
	})
}

/** One of them. Refuses with `not_found`. */
export async function findMemberContacts(ctx: Context, memberId: string): Promise<MemberContacts> {
	const found = (await listMemberContacts(ctx)).find(({ id }) => id === memberId)
	if (!found) throw new Refusal('not_found')
	return found
}

/** Whether a member has a point of contact: today, or from a later day on. */
export async function hasPoc(
	db: Pick<Transaction, 'appointment'>,
	memberId: string | null,
	today: CalendarDay,
): Promise<boolean> {
	const inOffice = { OR: [{ untilOn: null }, { untilOn: { gte: today } }] }
	return (await db.appointment.count({ where: { memberId, role: 'POC', ...inOffice } })) > 0
}

const PEOPLE = {
	member: true,
	appointments: {
		where: { role: { in: [...GOVERNMENT_ROLES] } },
		include: { person: { select: { displayName: true } } },
		orderBy: [{ role: 'asc' }, { fromOn: 'asc' }, { id: 'asc' }],
	},
	invitations: { where: { usedAt: null, endedAt: null }, orderBy: { createdAt: 'desc' } },
} satisfies Prisma.OrganizationInclude
type OfficeRow = Prisma.OrganizationGetPayload<{ include: typeof PEOPLE }>

/** The people of the members that the actor coordinates, and of the institutions that they lead. */
export async function listPeople(ctx: Context): Promise<readonly MemberPeople[]> {
	const coordinated = membersOf(ctx.actor, PLAN_ROLES).flatMap((id) => id ?? [])
	const led = organizationsOf(ctx.actor, ['INSTITUTION_LEAD'])
	const rows = await ctx.db.organization.findMany({
		where: {
			kind: { in: [...OFFICE_KINDS] },
			OR: [{ memberId: { in: coordinated } }, { memberId: { not: null }, id: { in: [...led] } }],
		},
		include: PEOPLE,
		orderBy: [{ kind: 'desc' }, { nameId: 'asc' }],
	})
	const members = new Map(rows.flatMap(({ member }) => (member ? [[member.id, member]] : [])))
	return [...members.values()].map((member) => {
		const today = dayIn(member.timeZone, ctx.now)
		const own = rows.filter(({ memberId }) => memberId === member.id)
		return {
			member: {
				...{ id: member.id, isDemonstration: member.isDemonstration, today },
				name: { en: member.nameEn, id: member.nameId },
			},
			mayRegister: may(ctx.actor, 'institution.register', { memberId: member.id }),
			offices: own.flatMap((row) => officeView(ctx, row, { all: own, memberId: member.id, today })),
		}
	})
}

type Place = { readonly all: readonly OfficeRow[]; readonly memberId: string; readonly today: CalendarDay }

function officeView(ctx: Context, row: OfficeRow, place: Place): readonly OfficeView[] {
	const kind = officeKind(row.kind)
	if (!kind) return []
	const where = { organizationId: row.id, memberId: place.memberId }
	const gives = ROLES_OF_KIND[kind].filter((role) =>
		may(ctx.actor, 'government-role.give', { role, ...where }),
	)
	return [
		{
			...{ id: row.id, kind, gives, name: { en: row.nameEn, id: row.nameId } },
			people: row.appointments.flatMap((one) => personInOffice(ctx, one, place)),
			invitations: row.invitations
				.filter(({ role }) => gives.some((given) => given === role))
				.map((one) => invitationView(one, ctx.now)),
		},
	]
}

function personInOffice(
	ctx: Context,
	appointment: OfficeRow['appointments'][number],
	{ all, memberId, today }: Place,
): readonly PersonInOffice[] {
	const { id: appointmentId, organizationId, fromOn, untilOn, person } = appointment
	const role = ROLES.find((known) => known === appointment.role)
	if (!role) return []
	const others = all
		.flatMap(({ appointments }) => appointments)
		.filter((one) => one.role === 'POC' && one.id !== appointmentId)
	const standing = standingOf(appointment, today)
	const isLast = standing !== 'OVER' && isLastPoc(role, others, today)
	const isTheirs = may(ctx.actor, 'government-role.end', { role, organizationId, memberId })
	return [
		{
			...{ appointmentId, role, name: person.displayName, fromOn, untilOn, standing, isLast },
			mayEnd: isTheirs && standing !== 'OVER' && !isLast,
		},
	]
}

/** A member whose people the actor may add to. Refuses with `not_found`. */
export async function findOwnMember(ctx: Context, memberId: string): Promise<MemberPeople['member']> {
	const found = (await listPeople(ctx)).find(({ member }) => member.id === memberId)
	if (!found?.mayRegister) throw new Refusal('not_found')
	return found.member
}

/** An organization into which the actor may invite. Refuses with `not_found`. */
export async function findOffice(ctx: Context, organizationId: string): Promise<OfficeView> {
	const offices = (await listPeople(ctx)).flatMap((one) => one.offices)
	const found = offices.find(({ id }) => id === organizationId)
	if (!found || found.gives.length === 0) throw new Refusal('not_found')
	return found
}

/** An appointment that the actor may end, or of the last point of contact, whose form says why not. Refuses with `not_found`. */
export async function findAppointmentToEnd(ctx: Context, appointmentId: string): Promise<AppointmentToEnd> {
	for (const { member, offices } of await listPeople(ctx)) {
		for (const { people, name } of offices) {
			const person = people.find((one) => one.appointmentId === appointmentId)
			if (person && (person.mayEnd || person.isLast)) return { person, office: name, today: member.today }
		}
	}
	throw new Refusal('not_found')
}
