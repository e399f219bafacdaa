import { ProcessRules } from '#app/domain/process-rules/schema.ts'

const ours = (value: number, source = 'our own reading; OGP publishes no formula for its levels') => ({
	value,
	basis: 'OURS' as const,
	source,
})
const ogp = (value: number, source: string) => ({ value, basis: 'OGP' as const, source })
const practice = (value: number, source: string) => ({ value, basis: 'PRACTICE' as const, source })

const STANDARDS = 'OGP Participation and Co-Creation Standards, approved on 24 November 2021'
const LOCAL = 'OGP Local Handbook, requirements of the inception form (wording not confirmed)'

/** What both tracks have in common. */
const common = {
	endorsementDays: ours(90),
	reaffirmationMonths: ours(12),
	forumGapDays: ogp(183, `${STANDARDS}, requirement 1.1 (every six months)`),
	siteStaleDays: ours(365),
	repositoryGapDays: ogp(183, `${STANDARDS}, requirement 2.2 (twice a year)`),
	evidenceMonths: ours(12),
	timelineLeadDays: practice(14, `${STANDARDS}, requirement 3.1 (two weeks; wording not confirmed)`),
	outreachAudiences: ours(2),
	inputDays: ours(14),
	responseGraceDays: ours(30),
	resultMeetings: ogp(2, `${STANDARDS}, requirement 5.1 (two meetings a year)`),
	resultMeetingMonth: ours(8),
	documentLeadDays: ours(7),
	sharingMonths: ours(12),
	sharingPartMonths: ours(24),
	abroadMonths: ours(24),
	newMemberMonths: ours(12),
}

export const NATIONAL_PROCESS = ProcessRules.parse({
	...common,
	siteFreshDays: ours(183),
} satisfies ProcessRules)

export const LOCAL_PROCESS = ProcessRules.parse({
	...common,
	siteFreshDays: ogp(122, `${LOCAL}, at least every four months`),
} satisfies ProcessRules)
