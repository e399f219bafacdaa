import type { Bilingual } from '#app/domain/bilingual.ts'
import type { ActView } from '#app/domain/member-register/view.ts'
import { ACTOR_GROUPS, CHANGE_ELEMENTS } from './rules.ts'
import type { ChangeElement } from './rules.ts'

/** One thing on which a plan builds. */
export type ChangePart = {
	readonly recordId: string
	readonly element: ChangeElement
	/** The side on which an actor stands; null for what is no actor. */
	readonly group: (typeof ACTOR_GROUPS)[number] | null
	readonly name: string
	readonly role: Bilingual
	readonly publishedOn: string
}

/** What a plan builds on, in the order of the elements and, within actors, of their sides. */
export function changeParts(acts: readonly ActView<'stakeholder.published'>[]): readonly ChangePart[] {
	const parts = acts.map(({ recordId, publishedOn, said }) => ({
		...{ recordId, publishedOn },
		element: said.element,
		group: said.group ?? null,
		name: said.name,
		role: { en: said.roleEn ?? null, id: said.roleId ?? null },
	}))
	return parts.sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name))
}

function placeOf({ element, group }: Pick<ChangePart, 'element' | 'group'>): number {
	const side = group === null ? ACTOR_GROUPS.length : ACTOR_GROUPS.indexOf(group)
	return CHANGE_ELEMENTS.indexOf(element) * (ACTOR_GROUPS.length + 1) + side
}
