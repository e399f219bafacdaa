import { randomBytes, randomUUID } from 'node:crypto'
import { GOVERNMENT_ROLES, may } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { lastDayBefore, memberInCharge } from '#app/domain/hand-over/rules.ts'
import { tokenHash } from '#app/domain/invitation/queries.server.ts'
import { holdsAlready, invitationEnd } from '#app/domain/invitation/rules.ts'
import { invitingOrganizationId, organizationId as idFromName } from '#app/domain/invitation/view.ts'
import type { GivenInvitation } from '#app/domain/invitation/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Organization } from '#prisma/generated/client.ts'
import { hasPoc } from './queries.server.ts'
import { ROLES_OF_KIND, officeKind, reasonNotToEnd } from './rules.ts'
import type {
	EndAnswer,
	FirstPocAndOffice,
	FirstPocOfOffice,
	NewInstitution,
	OfficerInvitation,
} from './schema.ts'

/** An invitation to a role of government: no record says so, and its token goes into the letter and nowhere else. */
export type OfficeInvitation = Pick<GivenInvitation, 'token' | 'letter'>

/**
 * Invites the first point of contact of a member that has none; where the member has no office here yet, it is
 * registered in the same step. Once somebody is in office, the role passes by hand-over.
 *
 * Refuses  with `not_found`, `poc_known`, `changed_meanwhile` where the member got an office meanwhile.
 */
export async function inviteFirstPoc(
	ctx: Context,
	memberId: string,
	answer: FirstPocOfOffice | FirstPocAndOffice,
): Promise<OfficeInvitation> {
	return ctx.db.$transaction(async (tx) => {
		if (!may(ctx.actor, 'member.invite-first-poc', { memberId, hasPoc: false }))
			throw new Refusal('not_found')
		const member = await lockMember(tx, memberId)
		const isInvited = await tx.invitation.count({ where: { memberId, role: 'POC', ...openAt(ctx.now) } })
		const isKnown = isInvited > 0 || (await hasPoc(tx, memberId, dayIn(member.timeZone, ctx.now)))
		if (!may(ctx.actor, 'member.invite-first-poc', { memberId, hasPoc: isKnown }))
			throw new Refusal('poc_known')
		const organization = await officeFor(tx, ctx, { member, answer })
		const { email, locale } = answer
		return give(tx, ctx, { organization, memberId, timeZone: member.timeZone, role: 'POC', email, locale })
	})
}

type Office = { readonly member: LockedMember; readonly answer: FirstPocOfOffice | FirstPocAndOffice }

async function officeFor(tx: Transaction, ctx: Context, { member, answer }: Office): Promise<Organization> {
	const offices = await tx.organization.findMany({ where: { memberId: member.id, kind: 'SECRETARIAT' } })
	if ('office' in answer) {
		const chosen = offices.find(({ id }) => id === answer.office)
		if (!chosen) throw new Refusal('not_found')
		return chosen
	}
	if (offices.length > 0) throw new Refusal('changed_meanwhile')
	return register(tx, ctx, { member, kind: 'SECRETARIAT', ...answer })
}

/**
 * Registers a government institution of a member: without people, until somebody is invited.
 *
 * Refuses  with `not_found`.
 * Returns  the organization's id.
 */
export async function registerInstitution(
	ctx: Context,
	memberId: string,
	answer: NewInstitution,
): Promise<string> {
	if (!may(ctx.actor, 'institution.register', { memberId })) throw new Refusal('not_found')
	return ctx.db.$transaction(async (tx) => {
		const member = await lockMember(tx, memberId)
		const { id } = await register(tx, ctx, { member, kind: 'GOVERNMENT_INSTITUTION', ...answer })
		return id
	})
}

type Registered = NewInstitution & { readonly member: LockedMember; readonly kind: string }

function register(tx: Transaction, ctx: Context, { member, kind, nameEn, nameId }: Registered) {
	const { id: memberId, isDemonstration } = member
	const id = idFromName(nameEn, randomBytes(3).toString('hex'))
	return tx.organization.create({
		data: { id, kind, memberId, nameEn, nameId, isDemonstration, createdAt: ctx.now },
	})
}

/**
 * Invites somebody to a role of government in an organization of the member. Whether the address belongs to somebody
 * who judges the member is told to nobody but who reads its letters: the invitation then cannot be taken up.
 *
 * Refuses  with `not_found`, `not_allowed`, `already_appointed`, `invitation_open`.
 */
export async function inviteOfficer(
	ctx: Context,
	organizationId: string,
	{ role, email, locale }: OfficerInvitation,
): Promise<OfficeInvitation> {
	return ctx.db.$transaction(async (tx) => {
		const organization = await tx.organization.findUnique({ where: { id: organizationId } })
		const memberId = organization && memberInCharge(organization)
		const kind = organization && officeKind(organization.kind)
		if (!memberId || !kind) throw new Refusal('not_found')
		const where = { organizationId, memberId }
		const gives = ROLES_OF_KIND[kind].filter((one) =>
			may(ctx.actor, 'government-role.give', { role: one, ...where }),
		)
		if (gives.length === 0) throw new Refusal('not_found')
		if (!gives.includes(role)) throw new Refusal('not_allowed')
		const { timeZone } = await lockMember(tx, memberId)
		return give(tx, ctx, { organization, memberId, timeZone, role, email, locale })
	})
}

type Giving = {
	readonly organization: Organization
	readonly memberId: string
	readonly timeZone: string
	readonly role: Role
	readonly email: string
	readonly locale: 'en' | 'id'
}

async function give(tx: Transaction, ctx: Context, giving: Giving): Promise<OfficeInvitation> {
	const { organization, memberId, timeZone, role, email, locale } = giving
	const { id: organizationId } = organization
	const person = await tx.person.findFirst({
		where: { email: { equals: email, mode: 'insensitive' } },
		include: { appointments: true },
	})
	if (holdsAlready(person?.appointments ?? [], { organizationId, role }, dayIn(timeZone, ctx.now)))
		throw new Refusal('already_appointed')
	const about = { organizationId, role, email }
	if ((await tx.invitation.count({ where: { ...about, ...openAt(ctx.now) } })) > 0)
		throw new Refusal('invitation_open')
	const token = randomBytes(32).toString('base64url')
	await tx.invitation.create({
		data: {
			...{ id: randomUUID(), ...about, memberId },
			tokenHash: tokenHash(token),
			invitedById: ctx.actor.personId ?? '',
			createdAt: ctx.now,
			expiresAt: invitationEnd(ctx.now),
		},
	})
	const invitingId = invitingOrganizationId({ organizationId, role, memberId }, ctx.actor.appointments)
	const inviting = await tx.organization.findUniqueOrThrow({ where: { id: invitingId } })
	return {
		token,
		letter: {
			organization: { en: organization.nameEn, id: organization.nameId },
			invitedBy: { en: inviting.nameEn, id: inviting.nameId },
			...{ role, email, locale },
		},
	}
}

/**
 * Takes back an invitation to a role of government that nobody took up, also one that is too old.
 *
 * Refuses  with `not_found`, `invitation_used`, `invitation_ended`.
 * Returns  the role it was for.
 */
export async function endOfficerInvitation(ctx: Context, invitationId: string): Promise<Role> {
	return ctx.db.$transaction(async (tx) => {
		const invitation = await tx.invitation.findUnique({ where: { id: invitationId } })
		const role = GOVERNMENT_ROLES.find((known) => known === invitation?.role)
		if (!invitation?.memberId || !role) throw new Refusal('not_found')
		const { memberId, organizationId } = invitation
		const isTheirs =
			role === 'POC'
				? may(ctx.actor, 'member.invite-first-poc', { memberId, hasPoc: false })
				: may(ctx.actor, 'government-role.give', { role, organizationId, memberId })
		if (!isTheirs) throw new Refusal('not_found')
		const ended = await tx.invitation.updateMany({
			where: { id: invitationId, usedAt: null, endedAt: null },
			data: { endedAt: ctx.now },
		})
		if (ended.count === 1) return role
		const { usedAt } = await tx.invitation.findUniqueOrThrow({ where: { id: invitationId } })
		throw new Refusal(usedAt === null ? 'invitation_ended' : 'invitation_used')
	})
}

/**
 * Ends an appointment of government: from the day on, the role is not held any more; today ends it at once.
 *
 * Refuses  with `not_found`, `appointment_over`, `last_poc`.
 */
export async function endOffice(ctx: Context, appointmentId: string, { endsOn }: EndAnswer): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		const found = await tx.appointment.findUnique({
			where: { id: appointmentId },
			include: { organization: true },
		})
		const memberId = found && memberInCharge(found.organization)
		const role = GOVERNMENT_ROLES.find((known) => known === found?.role)
		if (!memberId || !role) throw new Refusal('not_found')
		const { organizationId } = found
		if (!may(ctx.actor, 'government-role.end', { role, organizationId, memberId }))
			throw new Refusal('not_found')
		// Two points of contact who end each other at once are looked at one after the other.
		await lockMember(tx, memberId)
		const [held, others] = await Promise.all([
			tx.appointment.findUniqueOrThrow({ where: { id: appointmentId } }),
			tx.appointment.findMany({ where: { memberId, role: 'POC', id: { not: appointmentId } } }),
		])
		const reason = reasonNotToEnd(held, others, endsOn)
		if (reason) throw new Refusal(reason)
		await tx.appointment.update({
			where: { id: appointmentId },
			data: { untilOn: lastDayBefore(endsOn) },
		})
	})
}

type LockedMember = Awaited<ReturnType<typeof lockMember>>

async function lockMember(tx: Transaction, memberId: string) {
	await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', memberId)
	const member = await tx.member.findUnique({ where: { id: memberId } })
	if (!member) throw new Refusal('not_found')
	return member
}

/** What an invitation that can be taken up is like. */
function openAt(now: Date) {
	return { usedAt: null, endedAt: null, expiresAt: { gt: now } }
}
