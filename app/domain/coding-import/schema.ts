import type { CommitmentImport } from '#app/domain/action-plan/schema.ts'
import type { NamedMember } from '#app/domain/member-name/schema.ts'
import type { SourceNote } from '#app/domain/source-note/schema.ts'
import type { Coded } from './rules.ts'

/** A member that a table of commitments names, as this site knows it. */
export type CodedMember = NamedMember

/** A row of OGP's table of commitments: a commitment with what the IRM said of it. */
export type CodedRow = {
	/** The row's own id, such as `V0003`. */
	readonly rowId: string
	/** The row's id as it can stand within a key. */
	readonly rowKey: string
	/** The data set it was taken from. */
	readonly source: string
	readonly member: CodedMember
	/** The member's name as this row writes it. */
	readonly memberName: string
	/** Number of the action plan, counted within the member. */
	readonly planNumber: string
	/** That number as it can stand within an id. */
	readonly planKey: string
	readonly submittedOn: string | null
	readonly planEndsOn: string | null
	/** What the row leaves open. */
	readonly notes: readonly SourceNote[]
	/** The commitment with its codings; its key is free to be changed until the plan is put together. */
	readonly commitment: CommitmentImport
}

/** What the site holds already, as far as a table of commitments may speak of it. */
export type StoredRecord = {
	readonly members: readonly {
		readonly id: string
		readonly level: string
		readonly countryCode: string
	}[]
	readonly plans: readonly StoredPlan[]
	readonly commitments: readonly StoredCommitment[]
	readonly codings: readonly StoredCoding[]
	/** Rows whose notes are kept already. */
	readonly noted: readonly { readonly commitmentId: string; readonly rowId: string }[]
}
export type StoredPlan = {
	readonly id: string
	readonly memberId: string
	readonly number: string | null
	readonly source: string
	/** The last position a commitment has in it. */
	readonly lastPosition: number
}
export type StoredCommitment = {
	readonly id: string
	readonly planId: string
	readonly ogpId: string | null
	readonly number: string | null
	readonly title: string | null
	readonly source: string
}
export type StoredCoding = Coded & {
	readonly recordId: string
	readonly commitmentId: string | null
	readonly source: string
	readonly locator: string | null
}

/** What became of the rows. Every row is in exactly one of the four. */
export type RowCounts = {
	/** Made a new commitment. */
	readonly new: number
	/** Speak of a commitment that was here before. */
	readonly here: number
	/** Speak of a commitment that an earlier row of another source had made. */
	readonly twice: number
	/** Speak of a plan that is here already, and of no commitment of it for certain: not imported. */
	readonly unmatched: number
}

type RowRef = { readonly rowId: string; readonly planId: string; readonly number: string | null }

/** What was ambiguous when rows were placed, and how it was settled. */
export type PlacingReport = {
	readonly rows: RowCounts
	readonly members: { readonly new: readonly string[]; readonly here: number }
	readonly plans: { readonly new: number; readonly here: number }
	readonly codings: { readonly new: number; readonly same: number; readonly differing: number }
	/** One number for several commitments of one plan in one source. */
	readonly repeats: readonly {
		readonly planId: string
		readonly number: string
		readonly rowIds: readonly string[]
	}[]
	/** Rows about commitments that were here before, and which. */
	readonly here: readonly { readonly rowId: string; readonly commitmentId: string }[]
	readonly doubles: readonly (RowRef & { readonly sameAs: string })[]
	readonly unmatched: readonly (RowRef & { readonly title: string })[]
	/** Sources that say something else of the same commitment: both values are kept. */
	readonly differing: readonly {
		readonly rowId: string
		readonly commitmentId: string
		readonly indicator: string
		readonly before: string
		readonly given: string
	}[]
	/** Plans of which rows give different years of submission; the first is taken. */
	readonly planYears: readonly { readonly planId: string; readonly years: readonly string[] }[]
}
