/** How a member endorses the Open Government Declaration. Source: OGP's letters of intent (national) and of support (local). */
export const ENDORSEMENT_KINDS = ['LOI', 'LOS', 'DECREE', 'DECLARATION_SIGNATURE'] as const
export type EndorsementKind = (typeof ENDORSEMENT_KINDS)[number]

/** Standing of a member in OGP. Source: OGP Articles of Governance, procedural review; codes ours. */
export const MEMBERSHIP_STATUSES = ['ACTIVE', 'UNDER_REVIEW', 'INACTIVE', 'SUSPENDED', 'WITHDRAWN'] as const
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number]

/** The four commitments of the Open Government Declaration of September 2011. Source: OGP; codes ours. */
export const DECLARATION_ITEMS = ['DECL_INFO', 'DECL_PARTICIPATION', 'DECL_INTEGRITY', 'DECL_TECH'] as const
export type DeclarationItem = (typeof DECLARATION_ITEMS)[number]
