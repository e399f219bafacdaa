import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { publishObservation } from '#app/domain/observation/commands.server.ts'
import type { ObservationForm } from '#app/domain/observation/schema.ts'
import { ticketOf } from '#app/domain/observation/view.ts'
import { MORNING, as } from './stored-plan.ts'

/** The form that was opened a minute before a moment. */
export function aTicket(now: Date = MORNING, random = 'a'.repeat(32)): string {
	return ticketOf(new Date(now.getTime() - 60_000), random)
}

/** What somebody saw of a milestone: valid by default. */
export function anObservation(over: Partial<ObservationForm> = {}): ObservationForm {
	return {
		ticket: aTicket(),
		text: 'Kantor desa belum memasang papan anggaran.',
		locale: 'id',
		seenOn: '2026-07-14',
		url: 'https://example.org/foto',
		...over,
	}
}

/** The world of somebody without an account. */
export function anyone(database: Database, now: Date = MORNING): Context {
	return { ...as(database, 'monitor', now), actor: PUBLIC_ACTOR }
}

/** Publishes an observation on a milestone, and gives its number. */
export async function observe(
	database: Database,
	over: Partial<ObservationForm> = {},
	milestoneId = 'm1',
): Promise<string> {
	const { recordId } = await publishObservation(anyone(database), milestoneId, anObservation(over))
	return recordId
}
