import { shelvesOf } from '#app/domain/repository-index/rules.ts'
import type { Shelf } from '#app/domain/repository-index/rules.ts'
import type { RepositoryIndex } from '#app/domain/repository-index/view.ts'
import type { Witness } from '#reports/document/witness.ts'

/** All that the index of a repository says, in no language. */
export type RepositoryIndexModel = Witness & {
	readonly index: RepositoryIndex
	readonly shelves: readonly Shelf[]
	readonly origin: string
}

/** What the document needs, worked out from the public record as it stands. */
export function repositoryIndexModel(
	index: RepositoryIndex,
	{ origin, ...witness }: { readonly origin: string } & Witness,
): RepositoryIndexModel {
	return { ...witness, index, shelves: shelvesOf(index), origin }
}
