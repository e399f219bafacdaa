import { DOCUMENT_REQUIREMENTS, PHASES } from '#app/domain/cocreation/rules.ts'
import type { Phase } from '#app/domain/cocreation/rules.ts'
import type { IndexedDocument, RepositoryIndex } from './view.ts'

/** Documents of one plan (null: of none) in one phase (null: none is said). */
export type Shelf = {
	readonly planId: string | null
	readonly phases: readonly { readonly phase: Phase | null; readonly documents: readonly IndexedDocument[] }[]
}

/**
 * The documents by plan, phase, requirement, commitment and day, the newest first; those of no plan come last.
 *
 * Source  our own, over OGP's guidance on repositories: evidence is found by what it is evidence of.
 */
export function shelvesOf({
	documents,
	plans,
	commitments,
}: Pick<RepositoryIndex, 'documents' | 'plans' | 'commitments'>): readonly Shelf[] {
	const known = plans.map(({ id }) => id)
	const order = [...commitments.keys()]
	const planOf = ({ planId }: IndexedDocument) => known.find((id) => id === planId) ?? null
	return [...known, null].flatMap((planId) => {
		const own = documents.filter((document) => planOf(document) === planId)
		const phases = [...PHASES, null].flatMap((phase) => {
			const shelf = own.filter((document) => document.phase === phase)
			return shelf.length === 0 ? [] : [{ phase, documents: inOrder(shelf, order) }]
		})
		return phases.length === 0 ? [] : [{ planId, phases }]
	})
}

function inOrder(
	documents: readonly IndexedDocument[],
	order: readonly string[],
): readonly IndexedDocument[] {
	const last = (at: number) => (at < 0 ? Number.MAX_SAFE_INTEGER : at)
	const requirement = (one: IndexedDocument) =>
		last(DOCUMENT_REQUIREMENTS.findIndex((code) => code === one.requirement))
	const commitment = (one: IndexedDocument) => last(order.indexOf(one.commitmentId ?? ''))
	return [...documents].sort(
		(a, b) =>
			requirement(a) - requirement(b) ||
			commitment(a) - commitment(b) ||
			b.datedOn.localeCompare(a.datedOn) ||
			a.recordId.localeCompare(b.recordId) ||
			a.url.localeCompare(b.url),
	)
}
