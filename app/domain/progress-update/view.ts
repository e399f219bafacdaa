import { z } from 'zod'
import type { CheckpointView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import { DraftPiece } from '#app/domain/evidence/schema.ts'
import { evidenceContent, evidenceRowsFrom, originalSalts } from '#app/domain/evidence/view.ts'
import type { EvidenceView, FileColumns } from '#app/domain/evidence/view.ts'
import { NOTHING_FURTHER } from '#app/domain/further-answer/rules.ts'
import type { FurtherAnswers } from '#app/domain/further-answer/rules.ts'
import { furtherAnswers, saidFurther } from '#app/domain/further-answer/view.ts'
import type { FurtherView } from '#app/domain/further-answer/view.ts'
import { given } from '#app/domain/given.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Evidence, ProgressUpdate, ProgressUpdateDraft } from '#prisma/generated/client.ts'
import { CHALLENGES, DRAFT_STATES, levelOfNilReport } from './rules.ts'
import type { Answers, Challenge, ClaimLevel, DraftState, MissingAnswer } from './rules.ts'
import type { KeptTexts, TypedAnswer } from './schema.ts'
import { TextStates, textStatesOf } from '#app/domain/text-state/schema.ts'

/** Where an imported act comes from. It was not filed on this site by the body whose claim it is. */
export type Provenance = {
	readonly source: string
	readonly sourceUrl: string | null
	readonly sourcePublishedOn: string | null
	readonly importedBy: Bilingual
}

/** A published progress update: what government says happened to a milestone. */
export type ClaimView = FurtherView & {
	readonly recordId: string
	readonly version: number
	readonly milestoneId: string
	readonly checkpointCode: string | null
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly isNil: boolean
	readonly level: ClaimedLevel | null
	readonly levelAsPublished: string | null
	readonly done: Bilingual
	readonly challenges: readonly Challenge[]
	readonly challengeText: string | null
	readonly evidence: readonly EvidenceView[]
	readonly provenance: Provenance | null
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** What the log seals of government's claim, with its evidence and without its people. */
export function claimContent(row: ProgressUpdate, evidence: readonly Evidence[]) {
	return {
		kind: 'progress-update.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		importedBy: row.importedById,
		milestoneId: row.milestoneId,
		checkpointId: row.checkpointId,
		organizationId: row.organizationId,
		isNil: row.isNil,
		claimedLevel: row.claimedLevel,
		levelAsPublished: row.levelAsPublished,
		doneEn: row.doneEn,
		doneId: row.doneId,
		challenges: z.array(z.string()).parse(row.challenges),
		challengeText: row.challengeText,
		...given({
			nextStepEn: row.nextStepEn,
			nextStepId: row.nextStepId,
			startedOn: row.startedOn,
			finishedOn: row.finishedOn,
			expectedOn: row.expectedOn,
		}),
		...textStatesOf(row),
		isImported: row.isImported,
		source: row.source,
		sourceUrl: row.sourceUrl,
		sourcePublishedOn: row.sourcePublishedOn,
		evidence: evidenceContent(evidence),
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
			...originalSalts(evidence),
		}),
	}
}

/** A report that is not published yet, as its own institution sees it. */
export type DraftView = Omit<Answers, 'evidence'> & {
	readonly further: FurtherAnswers
	readonly id: string
	readonly version: number
	readonly state: DraftState
	readonly evidence: readonly DraftPiece[]
	readonly returnedReason: string | null
}

/** One report to file: what it is about, how far it has come, and what can be done with it today. */
export type TaskView = {
	readonly plan: {
		readonly id: string
		readonly title: Bilingual
		readonly startsOn: PartialDay | null
		readonly endsOn: PartialDay | null
	}
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly commitment: { readonly id: string; readonly number: string | null; readonly title: Bilingual }
	readonly milestone: {
		readonly id: string
		readonly number: string | null
		readonly title: Bilingual
		readonly deliverable: Bilingual
		readonly startsOn: PartialDay | null
		readonly endsOn: PartialDay | null
	}
	readonly checkpoint: CheckpointView
	readonly institution: Bilingual
	readonly timeZone: string
	readonly today: CalendarDay
	/** Why no report can be filed today; null when one can. */
	readonly closedBecause: RefusalReason | null
	readonly draft: DraftView | null
	/** What the questions start from: the draft or, for a correction, what was published. */
	readonly answers: Omit<Answers, 'evidence'> & {
		readonly further: FurtherAnswers
		readonly evidence: readonly DraftPiece[]
	}
	/** The claim that was published at this checkpoint; a new report becomes its next version. */
	readonly published: ClaimView | null
	/** The newest claim on this milestone at any checkpoint. */
	readonly before: ClaimView | null
	readonly asksForChallenges: boolean
	readonly missing: readonly MissingAnswer[]
	/** The level the report will state: the answer or, for a nil report, where the claim before left it. */
	readonly statedLevel: ClaimedLevel | null
}

/** A report that waits for the institution's lead. */
export type ApprovalView = {
	readonly task: TaskView
	readonly draft: DraftView
	readonly submittedBy: string
	readonly submittedOn: CalendarDay
	/** False for whoever sent it: a second person approves. */
	readonly mayApprove: boolean
}

const StoredEvidence = z.array(DraftPiece)

/** A draft with its stored parts read. */
export function draftView(row: ProgressUpdateDraft): DraftView {
	return {
		id: row.id,
		version: row.version,
		state: z.enum(DRAFT_STATES).parse(row.state),
		isNil: row.isNil,
		level: z.enum(CLAIMED_LEVELS).nullable().parse(row.claimedLevel),
		done: { en: row.doneEn, id: row.doneId },
		challenges: z.array(z.enum(CHALLENGES)).parse(row.challenges),
		challengeText: row.challengeText,
		further: furtherAnswers(row),
		evidence: StoredEvidence.parse(row.evidence),
		returnedReason: row.returnedReason,
	}
}

/** The answers a correction starts from: those of the claim it will supersede, with its evidence as its own people see it. */
export function answersOf(claim: ClaimView, evidence: readonly DraftPiece[]): TaskView['answers'] {
	return {
		isNil: claim.isNil,
		level: claim.level,
		done: claim.done,
		challenges: claim.challenges,
		challengeText: claim.challengeText,
		further: { ...NOTHING_FURTHER, ...saidFurther(claim) },
		evidence,
	}
}

/** What a draft cannot say of the act it becomes. */
type Publishing = {
	/** The version that this one supersedes. */
	readonly before: { readonly recordId: string; readonly version: number } | null
	/** What the newest claim on the milestone says, for a nil report. */
	readonly standing: ClaimLevel | null
	readonly approvedById: string | null
	/** Of the evidence, by upload or by the piece they are taken over from. */
	readonly files: ReadonlyMap<string, FileColumns>
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** What a claim does not say where it was imported, or was published before it could be said. */
export const NO_FURTHER_ANSWERS = {
	nextStepEn: null,
	nextStepId: null,
	startedOn: null,
	finishedOn: null,
	expectedOn: null,
	textStates: {},
} satisfies Partial<ProgressUpdate>

/** What a report or claim says further, by its columns; nothing where there is none. */
export function furtherColumns(row: ProgressUpdateDraft | ProgressUpdate | null) {
	if (row === null) return NO_FURTHER_ANSWERS
	const { nextStepEn, nextStepId, startedOn, finishedOn, expectedOn } = row
	const textStates = TextStates.parse(row.textStates)
	return { nextStepEn, nextStepId, startedOn, finishedOn, expectedOn, textStates }
}

type Texts = Record<'done' | 'nextStep', Bilingual>

/** The texts of a form, with what is stored where the person keeps that, or both. */
export function typedTexts(
	answer: TypedAnswer & { readonly keep?: KeptTexts | undefined },
	stored: Texts,
): {
	readonly columns: Record<'doneEn' | 'doneId' | 'nextStepEn' | 'nextStepId', string | null>
	texts: Texts
} {
	const keep = answer.keep ?? 'MINE'
	const texts = {
		done: keptText(keep, { en: answer.doneEn || null, id: answer.doneId || null }, stored.done),
		nextStep: keptText(
			keep,
			{ en: answer.nextStepEn || null, id: answer.nextStepId || null },
			stored.nextStep,
		),
	}
	const { done, nextStep } = texts
	const columns = { doneEn: done.en, doneId: done.id, nextStepEn: nextStep.en, nextStepId: nextStep.id }
	return { columns, texts }
}

function keptText(keep: KeptTexts, mine: Bilingual, stored: Bilingual): Bilingual {
	if (keep === 'MINE') return mine
	if (keep === 'STORED') return stored
	return { en: inTurn(stored.en, mine.en), id: inTurn(stored.id, mine.id) }
}

/** Both texts, the stored one first; one of them where they are the same. */
function inTurn(stored: string | null, mine: string | null): string | null {
	if (stored === null || mine === null || stored === mine) return stored ?? mine
	return `${stored}\n\n${mine}`
}

/** The rows of the act that a report becomes. A nil report takes none of its answers along. */
export function claimRowsFrom(draft: ProgressUpdateDraft, publishing: Publishing) {
	const { isNil, ...answers } = draftView(draft)
	const recordId = publishing.before?.recordId ?? draft.id
	const version = (publishing.before?.version ?? 0) + 1
	const row = {
		recordId,
		version,
		milestoneId: draft.milestoneId,
		checkpointId: draft.checkpointId,
		organizationId: draft.organizationId,
		isNil,
		claimedLevel: isNil ? levelOfNilReport(publishing.standing) : answers.level,
		levelAsPublished: null,
		doneEn: isNil ? null : answers.done.en,
		doneId: isNil ? null : answers.done.id,
		challenges: isNil ? [] : [...answers.challenges],
		challengeText: isNil ? null : answers.challengeText,
		...(isNil ? NO_FURTHER_ANSWERS : furtherColumns(draft)),
		submittedById: draft.submittedById,
		approvedById: publishing.approvedById,
		isImported: false,
		source: null,
		sourceUrl: null,
		sourcePublishedOn: null,
		importedById: null,
		actorOrganizationId: draft.organizationId,
		publishedOn: utcDay(publishing.at),
		publishedAt: publishing.at,
		salt: publishing.salt,
		privateSalt: publishing.privateSalt,
	} satisfies ProgressUpdate
	const pieces = isNil ? [] : answers.evidence
	const { evidence, readers } = evidenceRowsFrom({ recordId, version }, pieces, {
		files: publishing.files,
		personId: draft.submittedById ?? '',
		at: publishing.at,
	})
	return { kind: 'progress-update.published' as const, row, evidence, readers }
}
