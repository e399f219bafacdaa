import type { RepositoryIndex } from '#app/domain/repository-index/view.ts'
import { shelvesOf } from '#app/domain/repository-index/rules.ts'

/** Columns of the file, in their order; each is explained under `column.repository.<NAME>`. */
export const REPOSITORY_COLUMNS = [
	'member',
	'plan',
	'phase',
	'requirement',
	'commitment',
	'commitment_number',
	'dated',
	'published',
	'title_en',
	'title_id',
	'document_kind',
	'act',
	'record',
	'url',
	'sha256',
] as const

/** A member's documents as rows of text, the names of the columns first. What is not known is empty. */
export function repositoryRows(index: RepositoryIndex): readonly (readonly string[])[] {
	const documents = shelvesOf(index).flatMap(({ phases }) => phases.flatMap((phase) => phase.documents))
	return [
		REPOSITORY_COLUMNS,
		...documents.map((one) => {
			const commitment = one.commitmentId === null ? undefined : index.commitments.get(one.commitmentId)
			const values: Record<(typeof REPOSITORY_COLUMNS)[number], string | null | undefined> = {
				member: index.member.id,
				plan: one.planId,
				phase: one.phase,
				requirement: one.requirement,
				commitment: one.commitmentId,
				commitment_number: commitment?.number,
				dated: one.datedOn,
				published: one.publishedOn,
				title_en: one.title.en,
				title_id: one.title.id,
				document_kind: one.kind,
				act: one.actKind,
				record: one.recordId,
				url: one.url,
				sha256: one.sha256,
			}
			return REPOSITORY_COLUMNS.map((name) => values[name] ?? '')
		}),
	]
}
