import type { Bilingual } from '#app/domain/bilingual.ts'

/** A milestone, the people of the organization who can look at it, and who is asked to. */
export type AssignmentView = {
	readonly milestoneId: string
	readonly milestoneTitle: Bilingual
	readonly commitmentTitle: Bilingual
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly people: readonly { readonly id: string; readonly name: string }[]
	readonly personId: string | null
}
