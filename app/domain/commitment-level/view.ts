import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { CommitmentLevel, CommitmentLevelDraft } from '#prisma/generated/client.ts'
import { proposalState } from './rules.ts'
import type { ProposalState } from './rules.ts'

/** A level that an institution stated for a whole commitment, in public. */
export type StatedLevel = {
	readonly recordId: string
	readonly version: number
	readonly checkpointCode: string | null
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly level: ClaimedLevel
	/** What the milestones came to when it was stated. */
	readonly suggested: ClaimedLevel | null
	readonly sentence: Bilingual
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** A proposal as its own institution sees it. */
export type ProposalView = {
	readonly id: string
	readonly version: number
	readonly state: ProposalState
	readonly level: ClaimedLevel
	readonly suggested: ClaimedLevel | null
	readonly sentence: Bilingual
	readonly returnedReason: string | null
}

/** Where a level is stated: a commitment at a checkpoint, with what its milestones come to today. */
export type LevelTask = {
	readonly commitment: { readonly id: string; readonly number: string | null; readonly title: Bilingual }
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly checkpoint: { readonly code: string; readonly dueOn: CalendarDay }
	readonly institution: Bilingual
	readonly closedBecause: RefusalReason | null
	readonly suggestion: { readonly level: ClaimedLevel | null; readonly known: number; readonly total: number }
	readonly draft: ProposalView | null
	/** What this institution stated for this checkpoint already; a new level becomes its next version. */
	readonly published: StatedLevel | null
	readonly newest: StatedLevel | null
}

/** A proposal that waits for the institution's lead. */
export type LevelApproval = {
	readonly task: LevelTask
	readonly draft: ProposalView
	readonly submittedBy: string
	/** False for whoever proposed it: a second person approves. */
	readonly mayApprove: boolean
}

/** One line about the level of a whole commitment in a task list. */
export type LevelItem = {
	readonly commitmentId: string
	readonly commitmentTitle: Bilingual
	readonly checkpointCode: string
	readonly dueOn: CalendarDay
	readonly state: ProposalState | 'PUBLISHED'
	/** Of a proposal that waits for the lead who reads the list. */
	readonly draftId: string | null
}

const level = z.enum(CLAIMED_LEVELS)

/** A proposal with its stored parts read. */
export function proposalView(row: CommitmentLevelDraft): ProposalView {
	return {
		id: row.id,
		version: row.version,
		state: proposalState(row),
		level: level.parse(row.claimedLevel),
		suggested: level.nullable().parse(row.suggestedLevel),
		sentence: { en: row.sentenceEn, id: row.sentenceId },
		returnedReason: row.returnedReason,
	}
}

type Around = Pick<StatedLevel, 'checkpointCode' | 'organizationName' | 'ledgerIndex'>

/** A stated level as everyone sees it; people stay out. */
export function statedLevel(row: Omit<CommitmentLevel, 'salt' | 'privateSalt'>, around: Around): StatedLevel {
	return {
		recordId: row.recordId,
		version: row.version,
		organizationId: row.organizationId,
		level: level.parse(row.claimedLevel),
		suggested: level.nullable().parse(row.suggestedLevel),
		sentence: { en: row.sentenceEn, id: row.sentenceId },
		publishedOn: row.publishedOn,
		...around,
	}
}

type Publishing = {
	readonly before: { readonly recordId: string; readonly version: number } | null
	readonly approvedById: string
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The row of the act that a proposal becomes. */
export function levelRow(draft: CommitmentLevelDraft, publishing: Publishing): CommitmentLevel {
	const { before, approvedById, at, salt, privateSalt } = publishing
	return {
		recordId: before?.recordId ?? draft.id,
		version: (before?.version ?? 0) + 1,
		commitmentId: draft.commitmentId,
		checkpointId: draft.checkpointId,
		organizationId: draft.organizationId,
		claimedLevel: draft.claimedLevel,
		suggestedLevel: draft.suggestedLevel,
		sentenceEn: draft.sentenceEn,
		sentenceId: draft.sentenceId,
		submittedById: draft.submittedById,
		approvedById,
		actorOrganizationId: draft.organizationId,
		publishedOn: utcDay(at),
		publishedAt: at,
		salt: new Uint8Array(salt),
		privateSalt: new Uint8Array(privateSalt),
	}
}

/** What the act of a claim on a whole commitment says in public. */
export function commitmentLevelContent(row: CommitmentLevel) {
	return {
		kind: 'commitment-level.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		commitmentId: row.commitmentId,
		checkpointId: row.checkpointId,
		organizationId: row.organizationId,
		claimedLevel: row.claimedLevel,
		suggestedLevel: row.suggestedLevel,
		sentenceEn: row.sentenceEn,
		sentenceId: row.sentenceId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
