import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'

/** How a stated level stands to what the milestones come to. */
export const LEVEL_STANDINGS = ['AS_SUGGESTED', 'DIFFERS', 'NO_SUGGESTION'] as const
export type LevelStanding = (typeof LEVEL_STANDINGS)[number]

/** Whether the institution states what its milestones come to. A suggestion binds nobody, and no level moves by itself. */
export function levelStanding(stated: ClaimedLevel, suggested: ClaimedLevel | null): LevelStanding {
	if (suggested === null) return 'NO_SUGGESTION'
	return stated === suggested ? 'AS_SUGGESTED' : 'DIFFERS'
}

/** How far a proposal for a level has come. */
export const PROPOSAL_STATES = ['NONE', 'WAITING', 'RETURNED'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** The state of a proposal: none, with the lead, or sent back with a reason. */
export function proposalState(draft: { readonly returnedReason: string | null } | null): ProposalState {
	if (draft === null) return 'NONE'
	return draft.returnedReason === null ? 'WAITING' : 'RETURNED'
}
