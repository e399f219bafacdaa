import { createHash } from 'node:crypto'
import { holdsAny, membersOf } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { isSealed, lockOrganization } from '#app/domain/cso-account/queries.server.ts'
import { FIRST_ROLE, INDEPENDENT_KINDS, independentKind } from '#app/domain/cso-account/rules.ts'
import { addressSeal } from '#app/domain/cso-account/view.ts'
import type { InvitationView } from '#app/domain/cso-account/view.ts'
import { memberInCharge } from '#app/domain/hand-over/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Invitation } from '#prisma/generated/client.ts'
import { REFUSED_STATE, invitationState, isOfGovernment, reasonNotToAppoint } from './rules.ts'
import { endsOn, invitationView, invitingOrganizationId } from './view.ts'
import type { OpenInvitation } from './view.ts'

/** What of a token is stored. */
export function tokenHash(token: string): string {
	return createHash('sha256').update(token).digest('hex')
}

/**
 * The invitation that a token takes up, and the act by which it was given; of a role of government there is none. To a
 * role of those who judge, an invitation that was written past the application, or whose address or role is not the
 * one of its act, is none.
 *
 * Refuses  with `not_found`, `invitation_used`, `invitation_ended`, `invitation_expired`.
 */
export async function findOpenInvitation(db: Transaction, token: string, now: Date) {
	const invitation = await db.invitation.findUnique({ where: { tokenHash: tokenHash(token) } })
	if (!invitation) throw new Refusal('not_found')
	const act = isOfGovernment(invitation.role) ? null : await findGivingAct(db, invitation)
	if (!act && !(await isToGovernment(db, invitation))) throw new Refusal('not_found')
	const state = invitationState(invitation, now)
	if (state !== 'OPEN') throw new Refusal(REFUSED_STATE[state])
	return { invitation, act }
}

async function isToGovernment(
	db: Transaction,
	{ organizationId, role, memberId }: Invitation,
): Promise<boolean> {
	const organization = await db.organization.findUnique({ where: { id: organizationId } })
	if (!organization || !isOfGovernment(role)) return false
	return memberId !== null && memberInCharge(organization) === memberId
}

/** Locks the organization that an invitation is to: people come in one after the other. Refuses with `not_found`. */
export async function lockInviting(
	tx: Transaction,
	{ organizationId, role }: Pick<Invitation, 'organizationId' | 'role'>,
) {
	if (!isOfGovernment(role)) return lockOrganization(tx, organizationId)
	await tx.$queryRawUnsafe('SELECT "id" FROM "Organization" WHERE "id" = $1 FOR UPDATE', organizationId)
	return tx.organization.findUniqueOrThrow({
		where: { id: organizationId },
		include: { member: { select: { timeZone: true } } },
	})
}

type Offer = {
	readonly organization: {
		readonly id: string
		readonly memberId: string | null
		readonly member: { readonly timeZone: string } | null
	}
	readonly role: string
	readonly email: string
}

/**
 * The person of an address, null for somebody new, where they can be appointed; asked by two at once, for one person
 * one after the other.
 *
 * Refuses  with `judge_and_judged`, `host_and_judged`, `already_appointed`.
 */
export async function findPersonToAppoint(
	tx: Transaction,
	{ now }: Pick<Context, 'now'>,
	{ organization, role, email }: Offer,
) {
	await tx.$executeRawUnsafe('SELECT pg_advisory_xact_lock(hashtext($1))', `person ${email}`)
	const person = await tx.person.findFirst({
		where: { email: { equals: email, mode: 'insensitive' } },
		include: { appointments: true },
	})
	const { id: organizationId, memberId } = organization
	const today = dayIn(organization.member?.timeZone ?? 'UTC', now)
	const reason = reasonNotToAppoint(person?.appointments ?? [], { organizationId, memberId, role }, today)
	if (reason) throw new Refusal(reason)
	return { person, today }
}

async function findGivingAct(db: Transaction, invitation: Invitation) {
	const key = { recordId: invitation.id, version: 1 }
	const [row, leaf] = await Promise.all([
		db.csoAccountChange.findUnique({ where: { recordId_version: key } }),
		db.ledgerEntry.findUnique({ where: { recordId_version: key } }),
	])
	if (!row || !leaf || !isSealed({ ...row, entry: leaf.entry })) return null
	const isGiven = row.event === 'OWNER_INVITED' || row.event === 'PERSON_INVITED'
	const isSame =
		row.organizationId === invitation.organizationId &&
		row.role === invitation.role &&
		row.memberId === invitation.memberId &&
		row.addressSeal === addressSeal(row.privateSalt, invitation.email)
	return isGiven && isSame ? row : null
}

/** What a token invites to. Asking changes nothing. Refuses like `findOpenInvitation`. */
export async function findInvitation(ctx: Context, token: string): Promise<OpenInvitation> {
	const { invitation, act } = await findOpenInvitation(ctx.db, token, ctx.now)
	const giver = await ctx.db.appointment.findMany({ where: { personId: invitation.invitedById } })
	const [organization, by, person] = await Promise.all([
		ctx.db.organization.findUnique({ where: { id: invitation.organizationId }, include: { member: true } }),
		ctx.db.organization.findUnique({
			where: { id: act?.actorOrganizationId ?? invitingOrganizationId(invitation, giver) },
		}),
		ctx.db.person.findFirst({ where: { email: { equals: invitation.email, mode: 'insensitive' } } }),
	])
	if (!organization) throw new Refusal('not_found')
	const { id, member, isDemonstration } = organization
	return {
		organization: { id, isDemonstration, name: nameOf(organization) },
		member: member && nameOf(member),
		role: invitation.role,
		email: invitation.email,
		invitedBy: by ? nameOf(by) : { en: null, id: null },
		isFirst: act?.event === 'OWNER_INVITED',
		isPublic: act !== null,
		endsOn: endsOn(invitation.expiresAt, member?.timeZone),
		isKnown: person !== null,
	}
}

/** An independent organization as the host sees it: who is invited first, and nothing of its people. */
export type HostedOrganization = {
	readonly id: string
	readonly kind: 'CSO' | 'MONITORING_BODY'
	readonly name: Bilingual
	readonly member: Bilingual | null
	readonly hasJoined: boolean
	/** The first invitation, while the host may take it back. */
	readonly first: InvitationView | null
}

/** The independent organizations that the host registers, by name. */
export async function listHosted(ctx: Context): Promise<readonly HostedOrganization[]> {
	if (!holdsAny(ctx.actor, ['INSTANCE_ADMIN'])) throw new Refusal('not_allowed')
	const rows = await ctx.db.organization.findMany({
		where: { kind: { in: [...INDEPENDENT_KINDS] }, ...ofHostedMembers(ctx) },
		include: { member: true, invitations: { orderBy: { createdAt: 'desc' } } },
		orderBy: { nameId: 'asc' },
	})
	const joined = await ctx.db.csoAccountChange.findMany({
		where: { organizationId: { in: rows.map(({ id }) => id) }, event: 'PERSON_JOINED' },
		select: { organizationId: true },
	})
	return rows.flatMap((row) => {
		const kind = independentKind(row.kind)
		if (!kind) return []
		const hasJoined = joined.some(({ organizationId }) => organizationId === row.id)
		const views = row.invitations
			.filter(({ role }) => role === FIRST_ROLE[kind])
			.map((one) => invitationView(one, ctx.now))
		const first = hasJoined ? null : (views.find(({ state }) => state === 'OPEN') ?? null)
		return [
			{ id: row.id, kind, name: nameOf(row), member: row.member && nameOf(row.member), hasJoined, first },
		]
	})
}

/** One of them. Refuses with `not_found`. */
export async function findHosted(ctx: Context, organizationId: string): Promise<HostedOrganization> {
	const found = (await listHosted(ctx)).find(({ id }) => id === organizationId)
	if (!found) throw new Refusal('not_found')
	return found
}

/** Members for which the host may register an organization; `isWhole`: also organizations of no member. */
export async function findHostedMembers(ctx: Context) {
	const ids = membersOf(ctx.actor, ['INSTANCE_ADMIN'])
	const isWhole = ids.includes(null)
	const rows = await ctx.db.member.findMany({
		...(isWhole ? {} : { where: { id: { in: ids.flatMap((id) => id ?? []) } } }),
		orderBy: { nameId: 'asc' },
	})
	return { members: rows.map((row) => ({ id: row.id, name: nameOf(row) })), isWhole }
}

function ofHostedMembers(ctx: Context) {
	const ids = membersOf(ctx.actor, ['INSTANCE_ADMIN'])
	return ids.includes(null) ? {} : { memberId: { in: ids.flatMap((id) => id ?? []) } }
}

function nameOf(row: { readonly nameEn: string; readonly nameId: string }): Bilingual {
	return { en: row.nameEn, id: row.nameId }
}
