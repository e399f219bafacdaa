import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { evidenceContent, originalSalts } from '#app/domain/evidence/view.ts'
import { given } from '#app/domain/given.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Json } from '#app/ledger/canonical-json.ts'
import { isMemberActKind } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import type { Evidence, MemberAct } from '#prisma/generated/client.ts'
import { Said } from './schema.ts'

/** What the log seals of an act of a member beyond its plans. */
export function memberActContent(row: MemberAct, evidence: readonly Evidence[]) {
	return {
		kind: kindOf(row),
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		memberId: row.memberId,
		onDay: row.onDay,
		...given({
			planId: row.actionPlanId,
			subjectId: row.subjectId,
			reason: row.reason,
			source: row.source,
			sourceUrl: row.sourceUrl,
			importedBy: row.importedById,
		}),
		...(row.isRetracted ? { isRetracted: true as const } : {}),
		said: Said.parse(row.said),
		evidence: evidenceContent(evidence),
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
			...originalSalts(evidence),
		}),
	}
}

function kindOf({ kind }: MemberAct): MemberActKind {
	if (isMemberActKind(kind)) return kind
	throw new Error(`${kind} is no act of a member`)
}

/** An act of a member as everyone sees it, with what it says as the schema of its kind reads it. */
export type MemberActView<SaidHere> = {
	readonly recordId: string
	readonly version: number
	readonly kind: MemberActKind
	readonly memberId: string
	readonly planId: string | null
	readonly subjectId: string | null
	readonly onDay: CalendarDay
	readonly isRetracted: boolean
	readonly reason: string | null
	readonly said: SaidHere
	readonly provenance: { readonly source: string; readonly sourceUrl: string | null } | null
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly publishedOn: CalendarDay
	/** A file with the minutes came with it; absent where none did. */
	readonly hasMinutesFile?: true
}

/** What is known of an act before it is stored. */
export type MemberActFacts = {
	readonly recordId: string
	readonly version: number
	readonly kind: MemberActKind
	readonly memberId: string
	readonly planId?: string | null
	readonly subjectId?: string | null
	readonly onDay: CalendarDay
	readonly isRetracted?: boolean
	readonly reason?: string | null
	readonly said: Readonly<Record<string, unknown>>
	readonly provenance?: {
		readonly source: string
		readonly sourceUrl?: string | null
		readonly importedById: string
	}
	readonly organizationId: string
	/** Null: the public, or the site itself. */
	readonly submittedById: string | null
	readonly at: Date
	readonly publishedOn: CalendarDay
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The row of an act. What was left empty is not stored, so that nothing and an empty text are one. */
export function memberActRow(facts: MemberActFacts): MemberAct {
	const { provenance } = facts
	return {
		recordId: facts.recordId,
		version: facts.version,
		kind: facts.kind,
		memberId: facts.memberId,
		actionPlanId: facts.planId ?? null,
		subjectId: facts.subjectId ?? null,
		onDay: facts.onDay,
		isRetracted: facts.isRetracted ?? false,
		reason: facts.reason ?? null,
		said: Said.parse(withoutEmpty(facts.said)),
		source: provenance?.source ?? null,
		sourceUrl: provenance?.sourceUrl ?? null,
		importedById: provenance?.importedById ?? null,
		actorOrganizationId: facts.organizationId,
		submittedById: facts.submittedById,
		publishedOn: facts.publishedOn,
		publishedAt: facts.at,
		salt: facts.salt,
		privateSalt: facts.privateSalt,
	}
}

function withoutEmpty(said: Readonly<Record<string, unknown>>): Json {
	return Said.parse(
		Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== '')),
	)
}
