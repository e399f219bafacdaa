import type { Actor } from '#app/access/policy.ts'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { stepLacking } from '#app/domain/second-step/rules.ts'
import type { StepKeeper, StepLacking } from '#app/domain/second-step/rules.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { PrismaClient } from '#prisma/generated/client.ts'
import type { betterAuthOf } from './better-auth.server.ts'
import { findHeld } from './held-appointments.server.ts'
import { isIdle, isWorthNoting } from './session-limits.ts'
import { isSealedFor } from './session-seal.ts'
import { takenAt } from './step-keeper.server.ts'
import { storageFaultIn } from './storage-fault.ts'

/** Who is signed in, as the pages of the workspace name them. */
export type Person = {
	readonly id: string
	readonly displayName: string
	readonly organizationName: { readonly en: string | null; readonly id: string | null }
	readonly isDemonstration: boolean
	readonly locale: Locale
}

export type Session = {
	readonly person: Person | null
	readonly actor: Actor
	/** Id of the session, which opens nothing; null where nobody is signed in. */
	readonly sessionId: string | null
	/** When the session took the second step; null: it did not, or its person has none. */
	readonly stepTakenAt: Date | null
	/** Who came by a letter and still has to take the second step: nobody, until then. */
	readonly half: HalfSigned | null
}

/** Somebody between the letter and the second step. */
export type HalfSigned = {
	readonly person: Person
	readonly sessionId: string
	readonly lacks: Exclude<StepLacking, 'NONE'>
}

export const NOBODY: Session = {
	person: null,
	actor: PUBLIC_ACTOR,
	sessionId: null,
	stepTakenAt: null,
	half: null,
}

/** The library behind the session door. */
export type Auth = ReturnType<typeof betterAuthOf>

type SessionWorld = {
	readonly db: PrismaClient
	readonly secret: string
	readonly keeper: StepKeeper
	readonly auth: Auth
	readonly now: Date
}

/** Who sends a request: nobody, somebody between the letter and the second step, or somebody with the roles of today. */
export async function sessionOf(
	{ db, secret, keeper, auth, now }: SessionWorld,
	request: Request,
): Promise<Session> {
	if (!request.headers.has('cookie')) return NOBODY
	const found = await auth.api.getSession({ headers: cookieOnly(request) })
	if (!found) return NOBODY
	const { session, user } = found
	const seal = session.userAgent ?? ''
	if (!isSealedFor(secret, { seal, token: session.token, personId: user.id })) return NOBODY
	const { row, appointments, owesStep } = await findHeld(db, user.id, now)
	const roles = appointments.map((appointment) => appointment.role)
	if (!row || appointments.length === 0 || isIdle({ lastSeenAt: session.updatedAt, roles }, now)) {
		await whereWritable(db.authSession.deleteMany({ where: { id: session.id } }))
		return NOBODY
	}
	if (isWorthNoting(session.updatedAt, now))
		await whereWritable(db.authSession.updateMany({ where: { id: session.id }, data: { updatedAt: now } }))
	const stamps = await db.authSession.findUnique({ where: { id: session.id } })
	const stepTakenAt = stamps ? takenAt(keeper, stamps) : null
	const has = row.secondStep !== null && row.secondStep.confirmedAt !== null
	const lacks = stepLacking({ has, owes: owesStep, takenAt: stepTakenAt })
	const person = personOf(row)
	if (lacks !== 'NONE') return { ...NOBODY, half: { person, sessionId: session.id, lacks } }
	const actor = { personId: row.id, appointments }
	return { person, actor, sessionId: session.id, stepTakenAt: has ? stepTakenAt : null, half: null }
}

function personOf(row: NonNullable<Awaited<ReturnType<typeof findHeld>>['row']>): Person {
	return {
		id: row.id,
		displayName: row.displayName,
		organizationName: { en: row.organization.nameEn, id: row.organization.nameId },
		isDemonstration: row.organization.isDemonstration,
		locale: localeOf(row.locale),
	}
}

/** Who only reads goes on reading where the site cannot write. */
async function whereWritable(writing: Promise<unknown>): Promise<void> {
	try {
		await writing
	} catch (error) {
		if (storageFaultIn(error) === null) throw error
	}
}

export function localeOf(text: string): Locale {
	return isLocale(text) ? text : 'id'
}

/** The library sees of a request nothing but its cookies. */
export function cookieOnly(request: Request): Headers {
	return new Headers({ cookie: request.headers.get('cookie') ?? '' })
}
