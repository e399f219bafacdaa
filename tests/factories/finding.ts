import type { Database } from '#app/db.server.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import type { DeclarationAnswer } from '#app/domain/conflict/schema.ts'
import {
	addFindingEvidence,
	answerFinding,
	answerReasons,
	beginVerification,
} from '#app/domain/verification/commands.server.ts'
import type { FindingDraft } from '#app/domain/finding-draft/view.ts'
import { as } from './stored-plan.ts'

export const REASONS = {
	method: 'SERVICE_TEST',
	confidence: 'HIGH',
	rationaleEn: 'We opened the portal on three days and found the budgets of 40 villages.',
} as const

export const PIECE = {
	kind: 'WEBPAGE',
	url: 'https://pemantau.example/uji',
	title: 'Log of the test',
	stance: 'CONTRADICTS',
} as const

/** Neither the monitor nor the organization has an interest. */
export const NO_INTEREST: DeclarationAnswer = { personInterests: ['NONE'], organizationInterests: ['NONE'] }

/** The organization has none, the monitor has. */
export const PAID: DeclarationAnswer = {
	personInterests: ['FUNDED_BY'],
	personStatement: 'We trained them.',
	organizationInterests: ['NONE'],
}

/** A finding of one of the CSO's people on a claim, complete but not published. */
export async function aCompleteFinding(
	database: Database,
	claimRecordId: string,
	{ hasInterest = 'no', who = 'monitor' }: { hasInterest?: 'yes' | 'no'; who?: 'monitor' | 'owner' } = {},
): Promise<FindingDraft> {
	const monitor = as(database, who)
	await declareInterests(monitor, { claimRecordId }, hasInterest === 'yes' ? PAID : NO_INTEREST)
	const { id, version } = await beginVerification(monitor, { claimRecordId })
	const found = await answerFinding(monitor, id, { version, level: 'LIMITED', outcome: 'PARTLY_CONFIRMED' })
	const argued = await answerReasons(monitor, id, { version: found.version, ...REASONS })
	return addFindingEvidence(monitor, id, { version: argued.version, ...PIECE })
}
