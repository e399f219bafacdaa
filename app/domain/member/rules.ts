/** National members are countries; local ones are places within them. */
export const MEMBER_LEVELS = ['NATIONAL', 'LOCAL'] as const
export type MemberLevel = (typeof MEMBER_LEVELS)[number]

/** What kind of place a local member is. */
export const LOCAL_TYPES = ['PROVINCE', 'REGENCY', 'CITY', 'CONSORTIUM'] as const
export type LocalType = (typeof LOCAL_TYPES)[number]

/** How a local government takes part. */
export const PARTICIPATION_MODES = ['OGP_LOCAL_MEMBER', 'SUBNATIONAL_IN_NATIONAL_PLAN', 'OBSERVER'] as const
export type ParticipationMode = (typeof PARTICIPATION_MODES)[number]

/** The year in which OGP began: nobody joined earlier. */
export const FIRST_YEAR = 2011

/** The last part of the address of a member's pages, from its name; an empty text where the name has no letter of ours. */
export function memberIdFrom(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '')
}
