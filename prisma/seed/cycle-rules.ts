import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'

const OGP = 'https://www.opengovpartnership.org'
const HANDBOOK = `${OGP}/documents/ogp-national-handbook`
const LOCAL_HANDBOOK = `${OGP}/documents/ogp-local-handbook`
const STANDARDS = `${OGP}/ogp-participation-co-creation-standards/`
const ours = (value: number, source = 'our own') => ({ value, basis: 'OURS' as const, source })
const practice = (value: number, source: string) => ({ value, basis: 'PRACTICE' as const, source })

type Row = readonly [
	code: string,
	from: ObligationRule['from'],
	offset: { months?: number; days?: number; everyMonths?: number },
	weight: ObligationRule['weight'],
	basis: ObligationRule['basis'],
	source: string,
]

const NATIONAL: readonly Row[] = [
	[
		'COCREATION_TIMELINE',
		'COCREATION_START',
		{ days: -14 },
		'OFFICIAL',
		'PRACTICE',
		`${STANDARDS} (requirement 3.1; the 14 days are not confirmed)`,
	],
	[
		'MSF_MEETING',
		'LAST_MEETING',
		{ months: 6, everyMonths: 6 },
		'OFFICIAL',
		'OGP',
		`${STANDARDS} (requirement 1.1)`,
	],
	[
		'REPOSITORY_UPDATE',
		'LAST_UPDATE',
		{ months: 6, everyMonths: 6 },
		'OFFICIAL',
		'OGP',
		`${OGP}/glossary/repository/`,
	],
	[
		'REASONED_RESPONSE',
		'PLAN_SUBMISSION',
		{},
		'OFFICIAL',
		'OURS',
		`${STANDARDS} (requirement 4.1; the day is ours)`,
	],
	['PLAN_SUCCESSOR', 'PLAN_END', { months: 12 }, 'OFFICIAL', 'OGP', `${OGP}/glossary/procedural-review/`],
	[
		'FOUR_YEAR_REFRESH',
		'PLAN_START',
		{ months: 24 },
		'OFFICIAL',
		'PRACTICE',
		`${HANDBOOK} (the day is not confirmed)`,
	],
	[
		'SA_MIDTERM',
		'PLAN_START',
		{ months: 15 },
		'OLDER_RULE',
		'PRACTICE',
		`${OGP}/self-assessment-process/ (three months after the first year)`,
	],
	[
		'SA_END',
		'PLAN_END',
		{ months: 3 },
		'RECOMMENDED',
		'PRACTICE',
		`${OGP}/self-assessment-process/ (three months after the end)`,
	],
	[
		'SA_CONSULTATION',
		'COMMENT_OPENED',
		{ days: 14 },
		'OLDER_RULE',
		'OGP',
		`${OGP}/self-assessment-process/ (two weeks of public comment)`,
	],
	[
		'IRM_APR',
		'PLAN_SUBMISSION',
		{ months: 4 },
		'IRM',
		'OGP',
		`${OGP}/documents/independent-reporting-mechanism-action-plan-review/`,
	],
	['IRM_RESULTS', 'PLAN_END', { months: 4 }, 'IRM', 'OGP', `${OGP}/irm-guidance-overview/ (results report)`],
	['ADMIN_CHANGE', 'ADMINISTRATION_CHANGE', { months: 12 }, 'RECOMMENDED', 'OURS', 'our own'],
]

const LOCAL: readonly Row[] = [
	['SITE_UPDATE_LOCAL', 'LAST_UPDATE', { months: 4, everyMonths: 4 }, 'RECOMMENDED', 'OGP', LOCAL_HANDBOOK],
	['INCEPTION', 'PLAN_SUBMISSION', { months: 2 }, 'OFFICIAL', 'OGP', `${OGP}/?p=57265`],
	[
		'END_OF_COMMITMENT',
		'COMMITMENT_COMPLETE',
		{ months: 1 },
		'OFFICIAL',
		'OGP',
		`${LOCAL_HANDBOOK} (end-of-commitment assessment)`,
	],
	[
		'END_OF_PLAN',
		'PLAN_END',
		{ months: 2 },
		'OFFICIAL',
		'PRACTICE',
		`${LOCAL_HANDBOOK} (end-of-plan assessment; the day is not confirmed)`,
	],
	[
		'SA_MIDTERM',
		'PLAN_START',
		{ months: 15 },
		'RECOMMENDED',
		'PRACTICE',
		`${OGP}/self-assessment-process/ (written for national members)`,
	],
	[
		'SA_END',
		'PLAN_END',
		{ months: 3 },
		'RECOMMENDED',
		'PRACTICE',
		`${OGP}/self-assessment-process/ (written for national members)`,
	],
	[
		'SA_CONSULTATION',
		'COMMENT_OPENED',
		{ days: 14 },
		'OLDER_RULE',
		'OGP',
		`${OGP}/self-assessment-process/ (two weeks of public comment)`,
	],
	['ADMIN_CHANGE', 'ADMINISTRATION_CHANGE', { months: 12 }, 'RECOMMENDED', 'OURS', 'our own'],
]

/** Both tracks: what the checkpoints ask for, and Indonesia's law on public information. */
const COMMON: readonly Row[] = [
	[
		'CHECKPOINT',
		'CHECKPOINT_DUE',
		{},
		'HABIT',
		'PRACTICE',
		'habit of action-plan monitoring in Indonesia: B03, B06, B09, B12',
	],
	[
		'KIP_BERKALA',
		'LAST_UPDATE',
		{ months: 6, everyMonths: 6 },
		'RECOMMENDED',
		'PRACTICE',
		'UU 14/2008 (KIP) article 9',
	],
]

const shared = {
	planMonthsTolerance: ours(2),
	refreshMonths: practice(24, `${HANDBOOK} (the two-year mark; the day is not confirmed)`),
	refreshWindowMonths: practice(6, `${HANDBOOK} (not confirmed)`),
	administrationMarginMonths: ours(6),
	consultationDays: ours(14, `our own, after ${OGP}/self-assessment-process/`),
	checkpointLockDays: ours(30),
	reminderDays: { values: [30, 7, 1], basis: 'OURS' as const, source: 'our own' },
	reminderEveryDays: ours(7),
}

/** Deadlines and lengths of national plans. */
export const NATIONAL_CYCLE = CycleRules.parse({
	...shared,
	planMonths: { values: [24, 48], basis: 'OGP', source: `${HANDBOOK} (two or four years)` },
	commitmentsWarnStronglyAbove: practice(
		20,
		`${OGP}/how-it-works/action-plans (a cap of 20 was proposed in 2017)`,
	),
	checkpointScheme: {
		value: 'HALF_YEARLY',
		basis: 'OURS',
		source: `our own, after ${OGP}/glossary/repository/`,
	},
	obligations: [...NATIONAL, ...COMMON].map(ruleOf),
} satisfies CycleRules)

/** Deadlines and lengths of local plans. */
export const LOCAL_CYCLE = CycleRules.parse({
	...shared,
	planMonths: { values: [], basis: 'OGP', source: `${LOCAL_HANDBOOK} (as the member chooses)` },
	commitmentsWarnStronglyAbove: ours(10),
	checkpointScheme: {
		value: 'QUARTERLY',
		basis: 'PRACTICE',
		source: 'habit of action-plan monitoring in Indonesia: B03, B06, B09, B12',
	},
	obligations: [...LOCAL, ...COMMON].map(ruleOf),
} satisfies CycleRules)

function ruleOf([code, from, offset, weight, basis, source]: Row): ObligationRule {
	const { months = 0, days = 0, everyMonths = null } = offset
	return { code, from, months, days, everyMonths, weight, basis, source }
}
