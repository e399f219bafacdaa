/** Why the host hides an observation; nothing else is a ground. Source: our own; shown as such in the interface. */
export const HIDING_REASONS = [
	'PERSONAL_DATA',
	'THREAT',
	'ILLEGAL_CONTENT',
	'COURT_ORDER',
	'ADVERTISING',
] as const
export type HidingReason = (typeof HIDING_REASONS)[number]

/** Who speaks in an observation: nobody is registered. */
export const PUBLIC_AUTHOR = 'public'

/** Shortest and longest observation. Unit: Unicode code points. Source: our own. */
export const OBSERVATION_MIN_CHARACTERS = 10
export const OBSERVATION_MAX_CHARACTERS = 2000

/** Most observations that a page shows at once, the newest first. Source: our own. */
export const OBSERVATIONS_AT_ONCE = 20

/** Longest note of the host in one language. Unit: Unicode code points. Source: our own. */
export const HIDING_NOTE_MAX_CHARACTERS = 1000

/** Shortest time in which a person reads the form and fills it in. Unit: seconds. Source: our own. */
export const FILLING_SECONDS_MIN = 3

/** Languages in which people here write; `und` stands for any other. Source: BCP 47 codes, the choice is ours. */
export const WRITTEN_LANGUAGES = ['id', 'en', 'jv', 'su', 'ace', 'und'] as const
export type WrittenLanguage = (typeof WRITTEN_LANGUAGES)[number]

/**
 * Why an observation is not taken.
 *
 * Returns  null where it is; what a program fills in is sent faster than anybody reads.
 */
export function reasonNotToObserve(
	{ isEnded, openedAtMs }: { readonly isEnded: boolean; readonly openedAtMs: number },
	nowMs: number,
): 'milestone_ended' | 'sent_too_fast' | null {
	if (isEnded) return 'milestone_ended'
	return nowMs - openedAtMs < FILLING_SECONDS_MIN * 1000 ? 'sent_too_fast' : null
}
