/** What a theory of change is drawn from. Source: our own reading of OGP's theory of change, shown as such. */
export const CHANGE_ELEMENTS = ['ACTOR', 'REFORMER', 'INITIATIVE', 'POLITICAL_SUPPORT', 'SPACE'] as const
export type ChangeElement = (typeof CHANGE_ELEMENTS)[number]

/** Sides on which actors of a plan stand. */
export const ACTOR_GROUPS = ['GOVERNMENT', 'CIVIL_SOCIETY', 'PRIVATE_SECTOR', 'OBSERVER'] as const
