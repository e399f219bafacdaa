import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'

const MARKS: { readonly [L in ExpectationLevel]: CompletionLevel | null } = {
	MET: 'COMPLETE',
	PARTIAL: 'SUBSTANTIAL',
	NOT_MET: 'NOT_STARTED',
	NO_EVIDENCE: 'NO_EVIDENCE',
	NOT_YET_DUE: null,
	NOT_APPLICABLE: null,
	NOT_RECORDED: null,
}

/**
 * The mark of a level of an expectation: as full as it is met, hatched without evidence. Null: nothing is said, and it
 * is drawn dashed.
 */
export function expectationMark(level: ExpectationLevel): CompletionLevel | null {
	return MARKS[level]
}
