import type { CommitmentImport } from '#app/domain/action-plan/schema.ts'
import type { Coded } from './rules.ts'

/** A member that a table of commitments names, as this site knows it. */
export type CodedMember = {
	readonly id: string
	readonly countryCode: string
	readonly nameEn: string
	readonly nameId: string
	readonly timeZone: string
}

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
