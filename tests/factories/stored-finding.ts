import type { Database } from '#app/db.server.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Verification } from '#prisma/generated/client.ts'
import { MORNING } from './stored-plan.ts'

/** A published finding of the CSO on `m1` without a claim, in the database and in the log: adverse unless it says else. */
export async function storeFinding(
	{ db }: Database,
	over: Partial<Verification> = {},
): Promise<Verification> {
	const at = over.publishedAt ?? MORNING
	const row: Verification = {
		recordId: 'finding-1',
		version: 1,
		commitmentId: 'k1',
		milestoneId: 'm1',
		checkpointId: 'b06',
		claimRecordId: null,
		claimVersion: null,
		organizationId: 'cso',
		authorId: 'monitor',
		verifiedLevel: 'LIMITED',
		outcome: 'NOT_CONFIRMED',
		method: 'SITE_VISIT',
		confidence: 'HIGH',
		...NO_FURTHER_FINDING,
		rationaleEn: 'We visited the office twice and found the door closed on both days.',
		rationaleId: null,
		hasInterest: false,
		interestStatement: null,
		independence: 'INDEPENDENT',
		publishedAt: at,
		salt: new Uint8Array(32).fill(3),
		privateSalt: new Uint8Array(32).fill(4),
		...over,
		actorOrganizationId: over.organizationId ?? 'cso',
		publishedOn: utcDay(at),
	}
	await db.$transaction(async (tx) => {
		await tx.verification.create({ data: { ...row, furtherMethods: [], protocolChecks: [], interests: [] } })
		await appendAct(tx, actFrom({ kind: 'verification.published', row, evidence: [] }))
	})
	return row
}
