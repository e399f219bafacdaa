import { randomBytes } from 'node:crypto'
import { needsAct } from '#app/domain/cso-account/rules.ts'
import { accountChangeRow } from '#app/domain/cso-account/view.ts'
import type { AccountChangeFacts } from '#app/domain/cso-account/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { Appointment, Person } from '#prisma/generated/client.ts'

type Joined = {
	readonly hostId: string
	readonly people: readonly Person[]
	readonly appointments: readonly Appointment[]
}

/**
 * How the people of the demonstration's civil society came to act for it: the host invited each owner, the owner
 * invited the rest, and each of them joined.
 */
export function accountActs({ hostId, people, appointments }: Joined): readonly ActRows[] {
	const own = appointments.filter(({ role }) => needsAct(role))
	const organizationIds = [...new Set(own.map(({ organizationId }) => organizationId))]
	return organizationIds.flatMap((organizationId) => {
		const here = own.filter((appointment) => appointment.organizationId === organizationId)
		const owner = here.find(({ role }) => role === 'CSO_OWNER')
		const inOrder = [...here].sort((a, b) => b.role.localeCompare(a.role))
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
