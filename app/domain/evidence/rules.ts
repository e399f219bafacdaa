/** Kinds of evidence. Source: OGP repository guidance, IRM minimum requirements; the list is ours. */
export const EVIDENCE_KINDS = [
	'REGULATION',
	'MINUTES',
	'DATASET',
	'REPORT',
	'PHOTO',
	'NEWS',
	'WEBPAGE',
	'ATTENDANCE',
	'INTERVIEW',
	'OTHER',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What a piece of evidence says about the claim it is put beside. */
export const STANCES = ['SUPPORTS', 'CONTRADICTS', 'CONTEXT'] as const
export type Stance = (typeof STANCES)[number]
