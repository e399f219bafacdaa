import type { Bilingual } from '#app/domain/bilingual.ts'
import type { TestResult } from '#app/domain/expectation/view.ts'

/**
 * What each commitment is asked for the second expectation; the words are under `commitment-test.<CODE>`.
 *
 * Source  our own, over OGP's glossary: verifiability, relevance, ambition.
 */
export const COMMITMENT_TESTS = ['CONCRETE', 'LENS', 'STRETCH', 'AMBITIOUS'] as const
export type CommitmentTest = (typeof COMMITMENT_TESTS)[number]

/** What a test looks at; the words are under `test-field.<CODE>`. */
export const TEST_FIELDS = [
	'MILESTONES',
	'DELIVERABLE',
	'STARTS_ON',
	'ENDS_ON',
	'RESPONSIBLE',
	'WITHIN_PLAN',
	'PRIMARY_VALUE',
	'JUSTIFICATION',
	'PROBLEM',
	'BASELINE',
	'EXPECTED_CHANGE',
	'POTENTIAL',
	'POTENTIAL_ASSESSED',
] as const
export type TestFieldCode = (typeof TEST_FIELDS)[number]

/** One field that a test looks at: in how many places it is given, of how many. */
export type TestField = {
	readonly code: TestFieldCode
	readonly count: number
	readonly of: number
	/** What is given, where it is short: codes of values, or the words of a coding. */
	readonly given: readonly string[]
}

/** One test of a commitment with the fields behind its result. */
export type TestedCommitment = {
	readonly test: CommitmentTest
	readonly result: TestResult
	readonly fields: readonly TestField[]
	/** The codings that it rests on. */
	readonly records: readonly string[]
	/** The Monitoring Body's assessments that it rests on; absent where there are none. */
	readonly assessments?: readonly string[]
}

/** A commitment with its four tests, in OGP's order. */
export type CommitmentTestsView = {
	readonly commitmentId: string
	readonly number: string | null
	readonly title: Bilingual
	readonly tests: readonly TestedCommitment[]
}
