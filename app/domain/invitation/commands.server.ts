import { randomBytes, randomUUID } from 'node:crypto'
import { holdsAny, may } from '#app/access/policy.ts'
import { hasPoc } from '#app/domain/appointment/queries.server.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { hasRunner, lockOrganization, personNumberIn } from '#app/domain/cso-account/queries.server.ts'
import { FIRST_ROLE, INVITED_ROLES } from '#app/domain/cso-account/rules.ts'
import { accountChangeRow } from '#app/domain/cso-account/view.ts'
import type { AccountChangeFacts } from '#app/domain/cso-account/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Appointment } from '#prisma/generated/client.ts'
import {
	findHostedMembers,
	findOpenInvitation,
	findPersonToAppoint,
	lockInviting,
	tokenHash,
} from './queries.server.ts'
import { REFUSED_STATE, invitationEnd, invitationState } from './rules.ts'
import type { FirstInvitation, JoinAnswer, PersonInvitation, Registration } from './schema.ts'
import { organizationId } from './view.ts'
import type { GivenInvitation, Joined } from './view.ts'

type Organization = Awaited<ReturnType<typeof lockOrganization>>

/**
 * Registers an independent organization and invites the first of its people, in one step: there is none without the
 * act that says who invited whom.
 *
 * Refuses  with `not_allowed`, `not_found` for a member that is not the host's to serve, `judge_and_judged`.
 */
export async function registerOrganization(ctx: Context, answer: Registration): Promise<GivenInvitation> {
	if (!may(ctx.actor, 'cso.invite-first-owner', { hostId: hostOf(ctx), hasOwner: false }))
		throw new Refusal('not_allowed')
	const memberId = answer.member || null
	const { members, isWhole } = await findHostedMembers(ctx)
	const member = members.find(({ id }) => id === memberId)
	if (memberId === null ? !isWhole : !member) throw new Refusal('not_found')
	const id = organizationId(answer.nameEn, randomBytes(3).toString('hex'))
	return ctx.db.$transaction(async (tx) => {
		const { kind, nameEn, nameId } = answer
		const isDemonstration = memberId !== null && (await isOfDemonstration(tx, memberId))
		await tx.organization.create({
			data: { id, kind, memberId, nameEn, nameId, isDemonstration, createdAt: ctx.now },
		})
		return giveFirst(tx, ctx, { organization: await lockOrganization(tx, id), answer })
	})
}

async function isOfDemonstration(tx: Transaction, memberId: string): Promise<boolean> {
	return (await tx.member.findUnique({ where: { id: memberId } }))?.isDemonstration ?? false
}

/**
 * Invites the one person of an organization whom the host may invite: the first.
 *
 * Refuses  with `not_allowed`, `not_found`, `first_person_known`, `judge_and_judged`.
 */
export async function inviteFirstPerson(
	ctx: Context,
	id: string,
	answer: FirstInvitation,
): Promise<GivenInvitation> {
	if (!holdsAny(ctx.actor, ['INSTANCE_ADMIN'])) throw new Refusal('not_allowed')
	const { members, isWhole } = await findHostedMembers(ctx)
	return ctx.db.$transaction(async (tx) => {
		const organization = await lockOrganization(tx, id)
		const { memberId } = organization
		if (!isWhole && !members.some((member) => member.id === memberId)) throw new Refusal('not_found')
		return giveFirst(tx, ctx, { organization, answer })
	})
}

async function giveFirst(
	tx: Transaction,
	ctx: Context,
	{ organization, answer }: { organization: Organization; answer: FirstInvitation },
): Promise<GivenInvitation> {
	const role = FIRST_ROLE[organization.independent]
	const hasOwner = await hasRunner(tx, { organizationId: organization.id, role, now: ctx.now })
	const hostId = hostOf(ctx)
	if (!may(ctx.actor, 'cso.invite-first-owner', { hostId, hasOwner })) throw new Refusal('first_person_known')
	const { email, locale } = answer
	return give(tx, ctx, { organization, role, email, locale, by: hostId, event: 'OWNER_INVITED' })
}

/** The organization for which the actor administers the site; an empty text for everybody else. */
function hostOf({ actor }: Context): string {
	return actor.appointments.find((held) => held.role === 'INSTANCE_ADMIN')?.organizationId ?? ''
}

/**
 * Invites a person into the actor's own organization.
 *
 * Refuses  with `not_found`, `already_appointed`, `invitation_open`, `judge_and_judged`.
 */
export async function invitePerson(
	ctx: Context,
	id: string,
	answer: PersonInvitation,
): Promise<GivenInvitation> {
	if (!may(ctx.actor, 'cso.run', { organizationId: id })) throw new Refusal('not_found')
	return ctx.db.$transaction(async (tx) => {
		const organization = await lockOrganization(tx, id)
		if (!INVITED_ROLES[organization.independent].includes(answer.role)) throw new Refusal('not_found')
		const open = await tx.invitation.count({
			where: {
				...{ organizationId: id, email: answer.email, role: answer.role },
				...{ usedAt: null, endedAt: null, expiresAt: { gt: ctx.now } },
			},
		})
		if (open > 0) throw new Refusal('invitation_open')
		return give(tx, ctx, { organization, ...answer, by: id, event: 'PERSON_INVITED' })
	})
}

type Giving = {
	readonly organization: Organization
	readonly role: string
	readonly email: string
	readonly locale: 'en' | 'id'
	readonly by: string
	readonly event: 'OWNER_INVITED' | 'PERSON_INVITED'
}

async function give(tx: Transaction, ctx: Context, giving: Giving): Promise<GivenInvitation> {
	const { organization, role, email, locale, by, event } = giving
	await findPersonToAppoint(tx, ctx, { organization, role, email })
	const token = randomBytes(32).toString('base64url')
	const { id, memberId } = organization
	const invitation = await tx.invitation.create({
		data: {
			...{ id: randomUUID(), organizationId: id, role, memberId, email },
			tokenHash: tokenHash(token),
			invitedById: ctx.actor.personId ?? '',
			createdAt: ctx.now,
			expiresAt: invitationEnd(ctx.now),
		},
	})
	const about = { recordId: invitation.id, organizationId: id, role, memberId, email, event }
	await publish(tx, ctx, { ...about, actorOrganizationId: by })
	const inviting = await tx.organization.findUniqueOrThrow({ where: { id: by } })
	return {
		recordId: invitation.id,
		organizationId: id,
		token,
		letter: {
			organization: { en: organization.nameEn, id: organization.nameId },
			invitedBy: { en: inviting.nameEn, id: inviting.nameId },
			...{ role, email, locale },
		},
	}
}

/**
 * Takes an invitation back that nobody took up: the organization's own, or the host's first one.
 *
 * Refuses  with `not_found`, `invitation_used`, `invitation_ended`, `invitation_expired`.
 * Returns  the record of the act.
 */
export async function endInvitation(ctx: Context, invitationId: string): Promise<string> {
	return ctx.db.$transaction(async (tx) => {
		const invitation = await tx.invitation.findUnique({ where: { id: invitationId } })
		if (!invitation) throw new Refusal('not_found')
		const { organizationId: of, role, memberId, id: recordId } = invitation
		const act = await tx.csoAccountChange.findFirst({ where: { recordId, version: 1 } })
		const isOwn = may(ctx.actor, 'cso.run', { organizationId: of })
		const isHosts = act?.event === 'OWNER_INVITED' && holdsAny(ctx.actor, ['INSTANCE_ADMIN'])
		if (!act || (!isOwn && !isHosts)) throw new Refusal('not_found')
		const by = isOwn ? of : hostOf(ctx)
		await lockOrganization(tx, of)
		const ended = await tx.invitation.updateMany({
			where: { id: recordId, usedAt: null, endedAt: null, expiresAt: { gt: ctx.now } },
			data: { endedAt: ctx.now },
		})
		if (ended.count !== 1) {
			const state = invitationState(
				await tx.invitation.findUniqueOrThrow({ where: { id: recordId } }),
				ctx.now,
			)
			throw new Refusal(state === 'OPEN' ? 'changed_meanwhile' : REFUSED_STATE[state])
		}
		const about = { recordId, version: 2, organizationId: of, role, memberId, actorOrganizationId: by }
		await publish(tx, ctx, { ...about, event: 'INVITATION_ENDED' })
		return recordId
	})
}

/**
 * Takes up an invitation: the person of its address holds its role from today, and where the role is one of those who
 * judge, the record says so. Done twice at once, it is done once.
 *
 * Refuses  with `not_found`, `invitation_used`, `invitation_ended`, `invitation_expired`, `judge_and_judged`,
 *          `host_and_judged`, `already_appointed`, `poc_known`, `draft_incomplete` where somebody new says no name.
 */
export async function joinByInvitation(ctx: Context, answer: JoinAnswer): Promise<Joined> {
	return ctx.db.$transaction(async (tx) => {
		const { invitation, act } = await findOpenInvitation(tx, answer.token, ctx.now)
		const { id, organizationId: of, role, memberId, email } = invitation
		const organization = await lockInviting(tx, invitation)
		const used = await tx.invitation.updateMany({
			where: { id, usedAt: null, endedAt: null },
			data: { usedAt: ctx.now },
		})
		if (used.count !== 1) throw new Refusal('invitation_used')
		const { person: known, today } = await findPersonToAppoint(tx, ctx, { organization, role, email })
		if (role === 'POC' && (await hasPoc(tx, memberId, today))) throw new Refusal('poc_known')
		const person = known ?? (await newcomer(tx, answer, { email, organizationId: of, now: ctx.now }))
		const appointment = await tx.appointment.create({
			data: {
				...{ id: randomUUID(), personId: person.id, organizationId: of, memberId, role },
				...{ fromOn: today, untilOn: null },
			},
		})
		const recordId = act && (await publishJoined(tx, ctx, { appointment, email: person.email }))
		return { email: person.email, locale: person.locale, organizationId: of, recordId }
	})
}

type Joining = { readonly appointment: Appointment; readonly email: string }

/** Says in the record that somebody joined, by their number. Gives the record. */
async function publishJoined(
	tx: Transaction,
	ctx: Context,
	{ appointment, email }: Joining,
): Promise<string> {
	const { id: appointmentId, personId, organizationId, memberId, role } = appointment
	const recordId = randomUUID()
	const personNumber = await personNumberIn(tx, { organizationId, personId })
	const who = { personId, submittedById: personId, personNumber, email }
	const about = { organizationId, actorOrganizationId: organizationId, role, memberId, appointmentId }
	await publish(tx, ctx, { recordId, ...about, ...who, event: 'PERSON_JOINED' })
	return recordId
}

async function newcomer(
	tx: Transaction,
	{ displayName, locale }: JoinAnswer,
	{ email, organizationId: of, now }: { email: string; organizationId: string; now: Date },
) {
	if (displayName === undefined || locale === undefined) throw new Refusal('draft_incomplete')
	return tx.person.create({
		data: { id: randomUUID(), organizationId: of, displayName, email, locale, createdAt: now },
	})
}

type Said = Omit<AccountChangeFacts, 'submittedById'> & { readonly submittedById?: string }

async function publish(tx: Transaction, ctx: Context, facts: Said): Promise<void> {
	const row = accountChangeRow(
		{ submittedById: ctx.actor.personId, ...facts },
		{
			publishedOn: utcDay(ctx.now),
			publishedAt: ctx.now,
			salt: new Uint8Array(randomBytes(32)),
			privateSalt: new Uint8Array(randomBytes(32)),
		},
	)
	await tx.csoAccountChange.create({ data: row })
	await appendAct(tx, actFrom({ kind: 'cso-account.changed', row }))
}
