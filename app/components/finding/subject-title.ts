import type { Bilingual } from '#app/domain/bilingual.ts'
import type { SubjectView } from '#app/domain/finding-ground/view.ts'

/** What is verified, by its name: the milestone or, without one, the commitment. */
export function subjectTitle({ milestone, commitment }: SubjectView): Bilingual {
	return milestone === null ? commitment.title : milestone.title
}
