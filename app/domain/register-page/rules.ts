import { DOCUMENT_REQUIREMENTS, PHASES } from '#app/domain/cocreation/rules.ts'
import type { Phase } from '#app/domain/cocreation/rules.ts'

/** Lists on the page of a member's registers, in the order of the expectations; documents and practices have pages of their own. */
export const SHOWN_NOUNS = [
	'endorsement',
	'administration',
	'membership',
	'declaration-items',
	'application',
	'forum',
	'meeting',
	'outreach',
	'timeline',
	'website',
	'plan-endorsement',
	'consultation',
	'good-practice',
	'contribution',
] as const
export type ShownNoun = (typeof SHOWN_NOUNS)[number]

/** The kind of act that a list holds. */
export const KIND_OF = {
	endorsement: 'endorsement.published',
	administration: 'administration.published',
	membership: 'membership.published',
	'declaration-items': 'declaration-items.published',
	application: 'application.published',
	forum: 'forum.published',
	meeting: 'meeting.published',
	outreach: 'outreach.published',
	timeline: 'timeline.published',
	website: 'website.checked',
	'plan-endorsement': 'plan-endorsement.published',
	consultation: 'consultation.published',
	'good-practice': 'good-practice.published',
	contribution: 'contribution.published',
} as const satisfies Readonly<Record<ShownNoun, string>>

/** Acts of a list beside the others, and on a page of its own. Source: our own. */
export const ACTS_BESIDE = 3
export const ACTS_PER_PAGE = 25

/** Documents on one page of the repository. Source: our own. */
export const DOCUMENTS_PER_PAGE = 50

/** One page of a list; a page beyond the last is the last. */
export type Paged<Each> = {
	readonly shown: readonly Each[]
	readonly count: number
	readonly page: number
	readonly pages: number
}

/** A page of a list, of so many entries. */
export function pageOf<Each>(list: readonly Each[], asked: number | undefined, size: number): Paged<Each> {
	const pages = Math.max(1, Math.ceil(list.length / size))
	const page = Math.min(asked ?? 1, pages)
	return { shown: list.slice((page - 1) * size, page * size), count: list.length, page, pages }
}

type Filed = { readonly phase: Phase; readonly requirement?: string | undefined; readonly datedOn: string }

/** Documents by phase, then by requirement, those without one last, and then the newest first. */
export function inShelfOrder<Each extends { readonly said: Filed }>(
	documents: readonly Each[],
): readonly Each[] {
	const shelf = ({ said }: Each) => {
		const at = DOCUMENT_REQUIREMENTS.findIndex((code) => code === said.requirement)
		return PHASES.indexOf(said.phase) * 100 + (at < 0 ? DOCUMENT_REQUIREMENTS.length : at)
	}
	return [...documents].sort((a, b) => shelf(a) - shelf(b) || b.said.datedOn.localeCompare(a.said.datedOn))
}
