import type { IrmIndicator } from '#app/domain/irm-coding/rules.ts'

/** Words of the table that say that there is no value. The publishers do not say how they differ, so they are only counted. */
export const NO_VALUE = ['NR', 'ND', 'NA', 'Not Specified'] as const

/** Columns without which a row cannot be placed. */
export const NEEDED_COLUMNS = ['row_id', 'source', 'member', 'action_plan_number', 'title'] as const

/** What the column with the type of member may say: every name of the table is that of a country. */
export const MEMBER_TYPES = ['National', 'Other'] as const

/** Longest number or id of a row: it becomes part of an address. Unit: characters. Source: our own. */
export const ID_MAX_LENGTH = 60

/** Columns that are read where they are there. */
export const READ_COLUMNS = [
	...NEEDED_COLUMNS,
	'year_submitted',
	'action_plan_end_year',
	'commitment_uid',
	'commitment_number',
	'theme',
	'start_date_raw',
	'end_date_raw',
	'start_date_iso',
	'end_date_iso',
	'lead_institution',
	'supporting_institutions',
	'policy_areas',
	'ogp_value_access_to_information',
	'ogp_value_civic_participation',
	'ogp_value_public_accountability',
	'ogp_value_technology',
	'specificity',
	'potential_impact',
	'completion_progress_report',
	'completion_end_of_term',
	'did_it_open_government',
	'early_results',
	'potential_for_results',
	'verifiable',
	'starred_current_formula_progress',
	'progress_report_year',
	'end_of_term_report_year',
	'source_url',
	'member_type',
	'full_text_length',
] as const
export type ReadColumn = (typeof READ_COLUMNS)[number]

type CodedColumn = {
	readonly column: ReadColumn
	readonly indicator: IrmIndicator
	readonly report: keyof typeof REPORTS
}

/** The reviews the columns stand for, and the column with the year of each. Names changed over the years. */
export const REPORTS = {
	FIRST: { product: 'IRM progress or design report', year: 'progress_report_year' },
	LAST: { product: 'IRM end-of-term or results report', year: 'end_of_term_report_year' },
} as const satisfies Readonly<Record<string, { product: string; year: ReadColumn }>>

/** Columns that hold one value of one scale, and whose review it stands in. */
export const CODED_COLUMNS: readonly CodedColumn[] = [
	{ column: 'verifiable', indicator: 'VERIFIABLE', report: 'FIRST' },
	{ column: 'specificity', indicator: 'SPECIFICITY', report: 'FIRST' },
	{ column: 'potential_impact', indicator: 'POTENTIAL_IMPACT', report: 'FIRST' },
	{ column: 'potential_for_results', indicator: 'POTENTIAL_FOR_RESULTS', report: 'FIRST' },
	{ column: 'starred_current_formula_progress', indicator: 'STARRED', report: 'FIRST' },
	{ column: 'completion_progress_report', indicator: 'COMPLETION_MIDTERM', report: 'FIRST' },
	{ column: 'completion_end_of_term', indicator: 'COMPLETION_END', report: 'LAST' },
	{ column: 'did_it_open_government', indicator: 'DIOG', report: 'LAST' },
	{ column: 'early_results', indicator: 'EARLY_RESULTS', report: 'LAST' },
]

/**
 * Columns that together say whether a commitment is relevant to OGP's values, 1 or 0 each. Technology is shown, but
 * alone it does not make a commitment relevant.
 *
 * Source  https://www.opengovpartnership.org/irm-guidance-overview/
 */
export const VALUE_COLUMNS = [
	{
		column: 'ogp_value_access_to_information',
		code: 'TRANSPARENCY',
		word: 'access to information',
		counts: true,
	},
	{
		column: 'ogp_value_civic_participation',
		code: 'PARTICIPATION',
		word: 'civic participation',
		counts: true,
	},
	{
		column: 'ogp_value_public_accountability',
		code: 'ACCOUNTABILITY',
		word: 'public accountability',
		counts: true,
	},
	{ column: 'ogp_value_technology', code: 'TECHNOLOGY', word: 'technology', counts: false },
] as const satisfies readonly {
	column: ReadColumn
	code: string
	word: string
	counts: boolean
}[]
