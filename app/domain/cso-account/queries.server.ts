import { may, organizationsOf } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdsOn } from '#app/domain/hand-over/rules.ts'
import { invitationView } from '#app/domain/invitation/view.ts'
import { actFrom, leafIn } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { contentHash } from '#app/ledger/leaf.ts'
import type { CsoAccountChange, Prisma } from '#prisma/generated/client.ts'
import { RUNNING_ROLES, backingOf, canBeEnded, independentKind, needsAct } from './rules.ts'
import type { BackingAct, HeldAppointment, IndependentKind } from './rules.ts'
import { addressSeal } from './view.ts'
import type { AccountView, PersonOfAccount } from './view.ts'

type Reading = Pick<Transaction, '$queryRawUnsafe'>
type LoggedChange = CsoAccountChange & { readonly entry: Uint8Array }

/**
 * The acts about some appointments, in the order of the log. A row without a leaf, or one that is not what its leaf
 * seals, is no act: whoever writes it past the application has said nothing.
 */
export async function findBackingActs(
	db: Reading,
	appointmentIds: readonly string[],
): Promise<readonly BackingAct[]> {
	if (appointmentIds.length === 0) return []
	const rows = await db.$queryRawUnsafe<LoggedChange[]>(
		`SELECT c.*, e."entry" FROM "CsoAccountChange" c
		 JOIN "LedgerEntry" e ON e."recordId" = c."recordId" AND e."version" = c."version"
		 WHERE c."appointmentId" = ANY($1::text[]) AND e."kind" = 'cso-account.changed' ORDER BY e."index"`,
		[...appointmentIds],
	)
	return rows.filter(isSealed).flatMap(backingActs)
}

/** Whether a stored change is what its leaf seals. */
export function isSealed({ entry, ...row }: LoggedChange): boolean {
	const { salt, content } = actFrom({ kind: 'cso-account.changed', row })
	return leafIn(entry)?.contentHash === contentHash(salt, content)
}

function backingActs(row: CsoAccountChange): readonly BackingAct[] {
	const { recordId, appointmentId, personId, organizationId, memberId, role, event } = row
	if (appointmentId === null || personId === null || role === null) return []
	const fits = (email: string) => row.addressSeal === addressSeal(row.privateSalt, email)
	return [{ recordId, appointmentId, personId, organizationId, memberId, role, event, fits }]
}

/**
 * The appointments that give rights: of those to a role of civil society or of a Monitoring Body, the ones that a public act stands behind
 * and whose holder's address is the one that was sealed.
 */
export async function withoutUnbacked<Row extends HeldAppointment>(
	db: Reading,
	rows: readonly Row[],
): Promise<readonly Row[]> {
	const acts = await findBackingActs(
		db,
		rows.filter(({ role }) => needsAct(role)).map(({ id }) => id),
	)
	return rows.filter((row) => !needsAct(row.role) || backingOf(row, acts) === 'BACKED')
}

const WITH_ADDRESS = { person: { select: { email: true } } } as const

/** Whether letters that sign somebody in may go to their address: it is the one they joined with. */
export async function isAddressSealed(
	db: Reading & Pick<Transaction, 'appointment'>,
	personId: string,
): Promise<boolean> {
	const rows = await db.appointment.findMany({ where: { personId }, include: WITH_ADDRESS })
	const held = rows.filter(({ role }) => needsAct(role))
	const acts = await findBackingActs(
		db,
		held.map(({ id }) => id),
	)
	return held.every((row) => backingOf(row, acts) !== 'OTHER_ADDRESS')
}

/** Locks an organization for a change of its accounts: one after the other, so that people get their numbers in order. */
export async function lockOrganization(tx: Transaction, organizationId: string) {
	await tx.$queryRawUnsafe('SELECT "id" FROM "Organization" WHERE "id" = $1 FOR UPDATE', organizationId)
	const organization = await tx.organization.findUnique({
		where: { id: organizationId },
		include: { member: { select: { timeZone: true } } },
	})
	const kind = organization && independentKind(organization.kind)
	if (!organization || !kind) throw new Refusal('not_found')
	return { ...organization, independent: kind }
}

/** The number of a person among an organization's people: their own, or the next. */
export async function personNumberIn(
	db: Transaction,
	{ organizationId, personId }: { readonly organizationId: string; readonly personId: string },
): Promise<number> {
	const joined = { organizationId, event: 'PERSON_JOINED' }
	const known = await db.csoAccountChange.findFirst({ where: { ...joined, personId } })
	if (known?.personNumber) return known.personNumber
	const { _max } = await db.csoAccountChange.aggregate({ where: joined, _max: { personNumber: true } })
	return (_max.personNumber ?? 0) + 1
}

/** Whether anybody runs the accounts of an organization, ever joined to do so, or is invited to at this moment. */
export async function hasRunner(
	db: Transaction,
	{ organizationId, role, now }: { organizationId: string; role: string; now: Date },
): Promise<boolean> {
	const joined = await db.csoAccountChange.count({
		where: { organizationId, event: 'PERSON_JOINED', role },
	})
	const open = await db.invitation.count({
		where: { organizationId, role, usedAt: null, endedAt: null, expiresAt: { gt: now } },
	})
	return joined > 0 || open > 0
}

/** The accounts of the organizations that the actor runs. */
export async function listOwnAccounts(ctx: Context): Promise<readonly AccountView[]> {
	const ids = organizationsOf(ctx.actor, RUNNING_ROLES)
	const accounts = await Promise.all(ids.map((id) => findAccount(ctx, id)))
	return accounts.sort((a, b) => a.organization.id.localeCompare(b.organization.id))
}

const PARTS = {
	member: { select: { timeZone: true } },
	appointments: { include: { person: true }, orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] },
	invitations: { orderBy: { createdAt: 'desc' } },
} satisfies Prisma.OrganizationInclude

/** The accounts of one organization, for those who run them. Refuses with `not_found`. */
export async function findAccount(ctx: Context, organizationId: string): Promise<AccountView> {
	if (!may(ctx.actor, 'cso.run', { organizationId })) throw new Refusal('not_found')
	const row = await ctx.db.organization.findUnique({ where: { id: organizationId }, include: PARTS })
	const kind = row && independentKind(row.kind)
	if (!row || !kind) throw new Refusal('not_found')
	const today = dayIn(row.member?.timeZone ?? 'UTC', ctx.now)
	return {
		organization: {
			id: row.id,
			kind,
			name: { en: row.nameEn, id: row.nameId },
			reviewsFindings: row.reviewsFindings,
			isDemonstration: row.isDemonstration,
		},
		people: await peopleOf(ctx, row.appointments, { today, kind }),
		invitations: row.invitations.map((invitation) => invitationView(invitation, ctx.now)),
	}
}

/** The accounts that an appointment belongs to, for those who run them. Refuses with `not_found`. */
export async function findAccountOf(ctx: Context, appointmentId: string): Promise<AccountView> {
	const found = await ctx.db.appointment.findUnique({ where: { id: appointmentId } })
	if (!found) throw new Refusal('not_found')
	const account = await findAccount(ctx, found.organizationId)
	if (!account.people.some((person) => person.appointmentId === appointmentId)) throw new Refusal('not_found')
	return account
}

type WithPerson = Prisma.AppointmentGetPayload<{ include: { person: true } }>

async function peopleOf(
	ctx: Context,
	rows: readonly WithPerson[],
	{ today, kind }: { readonly today: CalendarDay; readonly kind: IndependentKind },
): Promise<readonly PersonOfAccount[]> {
	const inForce = rows.filter((row) => holdsOn(row, today))
	const ids = inForce.map(({ id }) => id)
	const [acts, joined] = await Promise.all([
		findBackingActs(ctx.db, ids),
		ctx.db.csoAccountChange.findMany({ where: { appointmentId: { in: ids }, event: 'PERSON_JOINED' } }),
	])
	return inForce.flatMap((row) => {
		const role = ROLES_HERE[kind].find((known) => known === row.role)
		if (!role) return []
		return [
			{
				appointmentId: row.id,
				role,
				name: row.person.displayName,
				email: row.person.email,
				number: joined.find(({ appointmentId }) => appointmentId === row.id)?.personNumber ?? null,
				fromOn: row.fromOn,
				backing: backingOf(row, acts),
				canBeEnded: canBeEnded(row, inForce),
			},
		]
	})
}

const ROLES_HERE = {
	CSO: ['CSO_OWNER', 'CSO_MONITOR'],
	MONITORING_BODY: ['MONITORING_BODY'],
} as const
