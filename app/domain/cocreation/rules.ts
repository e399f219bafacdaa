import { LOCAL_REQUIREMENTS, NATIONAL_REQUIREMENTS } from '#app/domain/cocreation-requirement/view.ts'

/** Who is at a table. Source: our own list after OGP's sectors; government and civil society are told apart everywhere. */
export const SECTORS = [
	'GOV',
	'CSO',
	'ACADEMIA',
	'PRIVATE',
	'MEDIA',
	'PARLIAMENT',
	'COMMUNITY',
	'INTL',
] as const
export type Sector = (typeof SECTORS)[number]

/** Phases of a plan that OGP's requirements tell apart. Source: Participation and Co-Creation Standards (2021). */
export const PHASES = ['CO_CREATION', 'IMPLEMENTATION'] as const
export type Phase = (typeof PHASES)[number]

/** Whether a meeting is to be, was, or is not to be. */
export const MEETING_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const
export type MeetingState = (typeof MEETING_STATES)[number]

/** Who a meeting was open to. Source: Indonesia's UU KIP (Law 14/2008), article 17, for closed ones. */
export const MEETING_ACCESS = ['OPEN', 'CLOSED_ART17'] as const

/** Grounds of article 17 of UU KIP, a to j, on which information may be kept. Source: Law 14/2008. */
export const CLOSING_GROUNDS = ['17A', '17B', '17C', '17D', '17E', '17F', '17G', '17H', '17I', '17J'] as const

/** Where people can be reached. Source: our own. */
export const OUTREACH_CHANNELS = [
	'WEBSITE',
	'SOCIAL_MEDIA',
	'MEDIA',
	'EVENT',
	'LETTER',
	'RADIO',
	'OTHER',
] as const

/** Classes of public information. Source: Indonesia's UU KIP (Law 14/2008). */
export const INFO_CLASSES = ['BERKALA', 'SERTA_MERTA', 'SETIAP_SAAT', 'DIKECUALIKAN'] as const

/** Requirements that a document of the repository can show. Source: Co-Creation Standards; OGP Local Handbook. */
export const DOCUMENT_REQUIREMENTS = [...NATIONAL_REQUIREMENTS, ...LOCAL_REQUIREMENTS] as const
