/** What a member gives to others or takes from them. Source: OGP's fifth expectation; codes ours. */
export const CONTRIBUTION_KINDS = [
	'PEER_EXCHANGE',
	'MENTORING',
	'TECHNICAL_ASSISTANCE',
	'OPEN_SOURCE_OR_DATA',
	'EVENT_HOSTED',
	'OGWEEK_EVENT',
	'PUBLICATION',
	'STEERING_ROLE',
	'FUNDING',
] as const

/** On which side of it the member stood. */
export const CONTRIBUTION_ROLES = ['PROVIDER', 'CO_HOST', 'RECIPIENT', 'PARTICIPANT'] as const

/** Whether the counterpart is in the same country. */
export const CONTRIBUTION_SCOPES = ['DOMESTIC', 'INTERNATIONAL'] as const
