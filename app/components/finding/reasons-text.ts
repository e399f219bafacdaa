import type { FindingDraft } from '#app/domain/finding-draft/view.ts'

/** The answers of the second question as its form has them. */
export type ReasonsText = {
	method: string
	furtherMethods: string[]
	confidence: string
	confidenceNeedsId: string
	confidenceNeedsEn: string
	checksMet: string[]
	noteWHAT: string
	noteWHERE: string
	noteWHO: string
	noteBY_ON: string
	followsUp: string
	rationaleId: string
	rationaleEn: string
}

/** What the form of a draft begins with. */
export function reasonsDefaults(draft: FindingDraft) {
	const noteOn = (code: string) => draft.protocolChecks.find(({ check }) => check === code)?.note ?? null
	return {
		method: draft.method,
		furtherMethods: [...draft.furtherMethods],
		confidence: draft.confidence,
		confidenceNeedsId: draft.confidenceNeeds.id,
		confidenceNeedsEn: draft.confidenceNeeds.en,
		checksMet: draft.protocolChecks.flatMap(({ check, isMet }) => (isMet ? [check] : [])),
		noteWHAT: noteOn('WHAT'),
		noteWHERE: noteOn('WHERE'),
		noteWHO: noteOn('WHO'),
		noteBY_ON: noteOn('BY_ON'),
		followsUp: draft.followsUp,
		rationaleId: draft.rationale.id,
		rationaleEn: draft.rationale.en,
	}
}
