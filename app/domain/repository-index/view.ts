import type { CommitmentRecord, PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { PHASES } from '#app/domain/cocreation/rules.ts'
import type { Phase } from '#app/domain/cocreation/rules.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'
import type { ActKind } from '#app/ledger/leaf.ts'

/** One public document of a member, wherever it was put forward. */
export type IndexedDocument = {
	/** The act that put it forward. */
	readonly recordId: string
	readonly actKind: ActKind
	readonly title: Bilingual
	/** Kind of document, where it was said. */
	readonly kind: string | null
	/** The document's own day or, where nobody gave one, that of the act. */
	readonly datedOn: CalendarDay
	readonly publishedOn: CalendarDay
	readonly phase: Phase | null
	readonly requirement: string | null
	readonly planId: string | null
	readonly commitmentId: string | null
	readonly url: string
	/** Of a file that is kept here. */
	readonly sha256: string | null
}

/** A commitment as the index names it. */
export type IndexedCommitment = Pick<CommitmentRecord, 'id' | 'number' | 'title'>

/** All public documents of a member, with the names of the plans and commitments they belong to. */
export type RepositoryIndex = {
	readonly member: MemberView
	readonly documents: readonly IndexedDocument[]
	readonly plans: readonly Pick<PlanView, 'id' | 'title'>[]
	readonly commitments: ReadonlyMap<string, IndexedCommitment>
	readonly asOfOn: CalendarDay
	/** Day on which the newest of them was put forward; null where there is none. */
	readonly newestOn: CalendarDay | null
	readonly ledgerSize: number
}

type Registered = MemberRegisters['of'][keyof MemberRegisters['of']][number]
type FilesOf = Readonly<Record<string, readonly EvidenceView[]>>

/** Documents that a member's own acts beyond its plans name or carry: files, and addresses of the web. */
export function documentsOfRegisters(
	registers: MemberRegisters,
	filesOf: FilesOf,
): readonly IndexedDocument[] {
	return Object.values(registers.of)
		.flat()
		.filter(({ kind }) => !OPINIONS.includes(kind))
		.flatMap((act) => {
			const files = (filesOf[act.recordId] ?? []).flatMap((piece) => openPiece(piece))
			const named = addressesIn(act).map((url) => ({ url, title: null, kind: null, sha256: null }))
			return [...files, ...named].map((piece) => fromRegister(act, piece))
		})
}

/** What others say about a member is no document of its repository. */
const OPINIONS: readonly string[] = ['expectation-dissent.published', 'expectation-comment.published']

type Piece = Pick<IndexedDocument, 'url' | 'kind' | 'sha256'> & { readonly title: string | null }

function openPiece(piece: EvidenceView): readonly Piece[] {
	if (piece.visibility === 'PROTECTED') return []
	const { url, title, kind, file } = piece
	return [{ url, title, kind, sha256: file?.sha256 ?? null }]
}

function fromRegister(act: Registered, piece: Piece): IndexedDocument {
	const said = (name: string) => textIn(act.said, name)
	const phase = PHASES.find((one) => one === said('phase')) ?? null
	const title = { en: said('titleEn'), id: said('titleId') }
	const isTitled = title.en !== null || title.id !== null
	return {
		recordId: act.recordId,
		actKind: act.kind,
		title: isTitled ? title : { en: piece.title, id: piece.title },
		kind: said('documentKind') ?? piece.kind,
		datedOn: said('datedOn') ?? act.onDay,
		publishedOn: act.publishedOn,
		phase,
		requirement: said('requirement'),
		planId: act.planId ?? textIn(act.said, 'planId'),
		commitmentId: said('commitmentId'),
		url: piece.url,
		sha256: piece.sha256,
	}
}

function textIn(said: object, name: string): string | null {
	const value: unknown = Object.entries(said).find(([key]) => key === name)?.[1]
	return typeof value === 'string' && value !== '' ? value : null
}

/** Addresses that an act gives, under whatever name; each once. */
function addressesIn({ said }: Registered): readonly string[] {
	const urls = Object.entries(said).flatMap(([name, value]) =>
		/(^u|U)rl$/.test(name) && typeof value === 'string' && value !== '' ? [value] : [],
	)
	return [...new Set(urls)]
}

/** Public evidence that government put forward with its reports on a plan's milestones. */
export function documentsOfPlan({ plan, commitments }: PlanRecord): readonly IndexedDocument[] {
	return commitments.flatMap((commitment) =>
		commitment.milestones.flatMap((milestone) =>
			milestone.claims.flatMap((claim) =>
				claim.evidence.flatMap(openPiece).map((piece) => ({
					...{ recordId: claim.recordId, actKind: 'progress-update.published' as const },
					title: { en: piece.title, id: piece.title },
					kind: piece.kind,
					datedOn: claim.publishedOn,
					publishedOn: claim.publishedOn,
					...{ phase: 'IMPLEMENTATION' as const, requirement: null },
					...{ planId: plan.id, commitmentId: commitment.id },
					...{ url: piece.url, sha256: piece.sha256 },
				})),
			),
		),
	)
}
