import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { DraftPiece } from '#app/domain/evidence/schema.ts'
import { evidenceContent, evidenceRowsFrom, originalSalts } from '#app/domain/evidence/view.ts'
import type { EvidenceView, FileColumns } from '#app/domain/evidence/view.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Evidence, Reply, ReplyDraft } from '#prisma/generated/client.ts'

/** A published reply of an institution to a finding. */
export type ReplyView = {
	readonly recordId: string
	readonly version: number
	readonly finding: { readonly recordId: string; readonly version: number }
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly text: Bilingual
	readonly evidence: readonly EvidenceView[]
	readonly dueOn: CalendarDay
	readonly isLate: boolean
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** What the log seals of a reply. */
export function replyContent(row: Reply, evidence: readonly Evidence[]) {
	return {
		kind: 'reply.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		verificationRecordId: row.verificationRecordId,
		verificationVersion: row.verificationVersion,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		organizationId: row.organizationId,
		textEn: row.textEn,
		textId: row.textId,
		dueOn: row.dueOn,
		isLate: row.isLate,
		evidence: evidenceContent(evidence),
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
			...originalSalts(evidence),
		}),
	}
}

/** A reply that is being written, as everyone of the institution sees it. */
export type ReplyDraftView = {
	readonly version: number
	/** The version of the finding that it was written to. */
	readonly findingVersion: number
	readonly text: Bilingual
	readonly evidence: readonly DraftPiece[]
}

const StoredEvidence = z.array(DraftPiece)

/** A draft with its stored parts read. */
export function replyDraftView(row: ReplyDraft): ReplyDraftView {
	return {
		version: row.version,
		findingVersion: row.verificationVersion,
		text: { en: row.textEn, id: row.textId },
		evidence: StoredEvidence.parse(row.evidence),
	}
}

/** What a draft cannot say of the act it becomes. */
type Publishing = {
	readonly recordId: string
	readonly version: number
	readonly dueOn: CalendarDay
	readonly isLate: boolean
	readonly personId: string
	/** Of the evidence, by upload. */
	readonly files: ReadonlyMap<string, FileColumns>
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The rows of the act that a reply becomes. */
export function replyRowsFrom(draft: ReplyDraft, publishing: Publishing) {
	const { recordId, version, dueOn, personId, files, at, salt, privateSalt } = publishing
	const row = {
		recordId,
		version,
		verificationRecordId: draft.verificationRecordId,
		verificationVersion: draft.verificationVersion,
		commitmentId: draft.commitmentId,
		milestoneId: draft.milestoneId,
		organizationId: draft.organizationId,
		textEn: draft.textEn,
		textId: draft.textId,
		dueOn,
		isLate: publishing.isLate,
		actorOrganizationId: draft.organizationId,
		submittedById: personId,
		publishedOn: utcDay(at),
		publishedAt: at,
		salt,
		privateSalt,
	} satisfies Reply
	const pieces = StoredEvidence.parse(draft.evidence)
	const { evidence, readers } = evidenceRowsFrom({ recordId, version }, pieces, { files, personId, at })
	return { kind: 'reply.published' as const, row, evidence, readers, pieces }
}
