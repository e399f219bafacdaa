import type { Actor, ActorAppointment } from '#app/access/policy.ts'
import { ROLES } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { withoutUnbacked } from '#app/domain/cso-account/queries.server.ts'
import { isOwed } from '#app/domain/second-step/rules.ts'
import type { HeldRole } from '#app/domain/second-step/rules.ts'
import type { PrismaClient } from '#prisma/generated/client.ts'

/** A person with the appointments that hold on a day; nobody and none where there is no such person. */
export async function findHeld(db: PrismaClient, personId: string, now: Date) {
	const row = await db.person.findUnique({ where: { id: personId }, include: WITH_APPOINTMENTS })
	const rows = row ? inForce(await withoutUnbacked(db, held(row)), now) : []
	const appointments = rows.map(({ isDemonstration: _, ...appointment }) => appointment)
	return { row, appointments, owesStep: isOwed(rows) }
}

/** A person without a request, for work that goes on after it. */
export async function actorOf(db: PrismaClient, personId: string, now: Date): Promise<Actor> {
	const { appointments } = await findHeld(db, personId, now)
	return { personId, appointments }
}

const WITH_APPOINTMENTS = {
	organization: true,
	secondStep: { select: { confirmedAt: true } },
	appointments: {
		include: {
			member: { select: { timeZone: true } },
			organization: { select: { isDemonstration: true } },
		},
	},
} as const

/** The appointments of a person, each with the address that letters to them go to. */
function held<Row extends object>(row: { readonly email: string; readonly appointments: readonly Row[] }) {
	const person = { email: row.email }
	return row.appointments.map((appointment) => ({ ...appointment, person }))
}

type AppointmentRow = {
	readonly role: string
	readonly organizationId: string
	readonly memberId: string | null
	readonly fromOn: string
	readonly untilOn: string | null
	readonly member: { readonly timeZone: string } | null
	readonly organization: { readonly isDemonstration: boolean }
}

/** The appointments that hold on the day it is where they hold: from their first day to their last, both included. */
function inForce(rows: readonly AppointmentRow[], now: Date): readonly (ActorAppointment & HeldRole)[] {
	return rows.flatMap((row) => {
		const today = dayIn(row.member?.timeZone ?? 'UTC', now)
		const role = ROLES.find((known) => known === row.role)
		const holds = row.fromOn <= today && (row.untilOn === null || today <= row.untilOn)
		const { organizationId, memberId, organization } = row
		return role && holds ? [{ role, organizationId, memberId, ...organization }] : []
	})
}
