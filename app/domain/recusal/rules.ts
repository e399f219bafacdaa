/** Who looks at the commitment instead. */
export const REPLACEMENTS = ['SAME_ORGANIZATION', 'OTHER_ORGANIZATION', 'NONE'] as const
export type Replacement = (typeof REPLACEMENTS)[number]

/** Longest reason in one language. Unit: Unicode code points. Source: our own. */
export const REASON_MAX_CHARACTERS = 2000
