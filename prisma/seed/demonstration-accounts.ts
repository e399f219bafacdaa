import { randomBytes } from 'node:crypto'
import { addDays } from '#app/domain/calendar.ts'
import { RUNNING_ROLES, needsAct } from '#app/domain/cso-account/rules.ts'
import { accountChangeRow } from '#app/domain/cso-account/view.ts'
import type { AccountChangeFacts } from '#app/domain/cso-account/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { Appointment, Person } from '#prisma/generated/client.ts'
import { REVIEWING, holderOf } from './demonstration-people.ts'

type Joined = {
	readonly hostId: string
	readonly people: readonly Person[]
	readonly appointments: readonly Appointment[]
}

/**
 * How the people of the demonstration's independent organizations came to act for them: the host invited the first who
 * runs the accounts, that one invited the rest, and each of them joined.
 */
export function accountActs({ hostId, people, appointments }: Joined): readonly ActRows[] {
	const own = appointments.filter(({ role }) => needsAct(role))
	const organizationIds = [...new Set(own.map(({ organizationId }) => organizationId))]
	const reviews = reviewAct(own.find(({ organizationId }) => organizationId === REVIEWING))
	const changes = organizationIds.flatMap((organizationId) => {
		const here = own.filter((appointment) => appointment.organizationId === organizationId)
		const inOrder = [...here].sort((a, b) => b.role.localeCompare(a.role))
		const owner = inOrder.find(({ role }) => RUNNING_ROLES.some((known) => known === role))
		return inOrder.flatMap((appointment, at): readonly ActRows[] => {
			const { id, personId, role, memberId, fromOn } = appointment
			const email = people.find((person) => person.id === personId)?.email ?? ''
			const isFirst = appointment === owner
			const about = { organizationId, role, memberId, email }
			const invited: AccountChangeFacts = {
				...about,
				recordId: `${id}-invited`,
				event: isFirst ? 'OWNER_INVITED' : 'PERSON_INVITED',
				actorOrganizationId: isFirst ? hostId : organizationId,
				submittedById: isFirst ? null : (owner?.personId ?? null),
			}
			const joined: AccountChangeFacts = {
				...about,
				recordId: `${id}-joined`,
				event: 'PERSON_JOINED',
				...{ appointmentId: id, personId, personNumber: at + 1 },
				actorOrganizationId: organizationId,
				submittedById: personId,
			}
			return [act(invited, fromOn), act(joined, fromOn)]
		})
	})
	return [...changes, ...reviews]
}

/** Days after its people joined on which the organization chose that findings have a second reader. */
const REVIEW_AFTER_DAYS = 30

function reviewAct(appointment: Appointment | undefined): readonly ActRows[] {
	if (!appointment) return []
	const { organizationId, fromOn } = appointment
	const chosen: AccountChangeFacts = {
		recordId: `${organizationId}-review`,
		event: 'REVIEW_ON',
		organizationId,
		actorOrganizationId: organizationId,
		submittedById: holderOf(organizationId, 'CSO_OWNER'),
	}
	return [act(chosen, addDays(fromOn, REVIEW_AFTER_DAYS))]
}

function act(facts: AccountChangeFacts, publishedOn: string): ActRows {
	const moment = {
		publishedOn,
		// Noon in Jakarta, so that the day is the same there and in UTC.
		publishedAt: new Date(`${publishedOn}T05:00:00Z`),
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	}
	return { kind: 'cso-account.changed', row: accountChangeRow(facts, moment) }
}
