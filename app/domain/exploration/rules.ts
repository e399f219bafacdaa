import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'

/** What commitments can be counted by: how many there are, their level by one judge, or another thing that lists know. */
export const MEASURES = [
	'commitments',
	'claimed',
	'verified',
	'assessed',
	'coded',
	'coverage',
	'divergence',
	'late',
] as const
export type Measure = (typeof MEASURES)[number]

/** What counts can be put into groups by. A commitment in several policy areas, or with several values, is in several groups. */
export const GROUPS = ['member', 'plan', 'area', 'value', 'year', 'institution'] as const
export type Group = (typeof GROUPS)[number]

/** Groups that a page draws and lists; the files have all. Source: our own. */
export const GROUPS_ON_PAGE = 40

/** From the highest down. */
const LEVELS = [...[...COMPLETION_LEVELS].reverse(), 'NONE']

/** The parts that a measure divides commitments into, each commitment in exactly one. NONE: no level by this judge. */
export const PARTS_OF: Readonly<Record<Measure, readonly string[]>> = {
	commitments: ['ALL'],
	claimed: LEVELS,
	verified: LEVELS,
	assessed: LEVELS,
	coded: LEVELS,
	coverage: ['BOTH', 'CLAIM_ONLY', 'FINDING_ONLY', 'NEITHER'],
	divergence: DIVERGENCE_STATES,
	late: ['yes', 'no'],
}
