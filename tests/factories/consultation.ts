import { randomUUID } from 'node:crypto'
import type { Database } from '#app/db.server.ts'
import { publishMemberAct } from '#app/domain/desk/commands.server.ts'
import { publishContribution } from '#app/domain/public-contribution/commands.server.ts'
import type { ContributionForm } from '#app/domain/public-contribution/schema.ts'
import { aTicket, anyone } from './observation.ts'
import { MORNING, as } from './stored-plan.ts'

/** A consultation that is open in July 2026 and takes forms: valid by default. */
export function aConsultation(over: Readonly<Record<string, unknown>> = {}) {
	return {
		titleId: 'Konsultasi rencana aksi',
		questionId: 'Apa yang perlu dijanjikan?',
		channel: 'FORM',
		opensOn: '2026-07-01',
		closesOn: '2026-07-31',
		takesForms: true,
		...over,
	}
}

/** Publishes a consultation of the example member, and gives its number. */
export async function consult(
	database: Database,
	over: Readonly<Record<string, unknown>> = {},
	now: Date = MORNING,
): Promise<string> {
	const { recordId } = await publishMemberAct(as(database, 'poc', now), {
		kind: 'consultation.published',
		memberId: 'example',
		said: aConsultation(over),
		envelope: { recordId: randomUUID(), seen: 0, reason: undefined, isRetracted: undefined },
	})
	return recordId
}

/** What somebody gives to a consultation: valid by default. */
export function aContribution(over: Partial<ContributionForm> = {}): ContributionForm {
	return { ticket: aTicket(), text: 'Terbitkan anggaran desa setiap bulan.', locale: 'id', ...over }
}

/** Publishes a contribution to a consultation, and gives its number. */
export async function contribute(
	database: Database,
	consultationId: string,
	over: Partial<ContributionForm> = {},
): Promise<string> {
	const form = aContribution(over)
	return (await publishContribution(anyone(database), consultationId, form)).recordId
}
