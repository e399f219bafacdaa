import { z } from 'zod'
import type { NamedMember } from '#app/domain/member-name/schema.ts'
import { PROCESS_QUESTIONS } from './rules.ts'
import type { ProcessAnswers, ProcessQuestion } from './rules.ts'

/** Answers as they are stored. */
export const Answers = z.partialRecord(
	z.string().refine((code): code is ProcessQuestion => PROCESS_QUESTIONS.some((known) => known === code)),
	z.string(),
)

/** A row of the process database: what it says of one plan of one member. */
export type ProcessRow = {
	/** As a spreadsheet counts, the header being row 1. */
	readonly number: number
	readonly member: NamedMember
	readonly memberName: string
	readonly planNumber: string
	/** That number as it can stand within an id. */
	readonly planKey: string
	readonly yearSubmitted: string | null
	readonly answers: ProcessAnswers
}

/** A plan as far as the process database may speak of it. */
export type KnownPlan = {
	readonly id: string
	readonly memberId: string
	readonly number: string | null
	readonly submittedOn: string | null
}

/** What an import of the process database did or, in a dry run, would do. */
export type ProcessReport = {
	readonly rows: { readonly new: number; readonly same: number }
	readonly newMembers: readonly string[]
	/** Plans of which no other table here speaks; they have no commitments yet. */
	readonly newPlans: readonly string[]
	/** Plans of which the database gives another year of submission than the plan's own source: both are kept. */
	readonly years: readonly { readonly planId: string; readonly before: string; readonly given: string }[]
	/** Rows that say something else than what was imported before: nothing is written. */
	readonly differing: readonly { readonly row: number; readonly planId: string }[]
}
