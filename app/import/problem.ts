/** What can be wrong with a file. Each has a sentence under `import.error.<code>` that says what it is and what to do. */
export const PROBLEM_CODES = [
	'file_empty',
	'file_too_large',
	'file_unknown',
	'workbook_unreadable',
	'nul_character',
	'quotes_broken',
	'rows_too_many',
	'column_twice',
	'column_missing',
	'row_width',
	'cell_too_long',
	'text_unstorable',
	'value_missing',
	'key_unusable',
	'key_twice',
	'rows_disagree',
	'day_unreadable',
	'day_impossible',
	'day_order_unknown',
	'day_year_short',
	'days_reversed',
	'word_unknown',
	'ogp_id_wrong',
	'link_wrong',
	'json_broken',
	'json_type',
	'json_unknown',
	'json_value',
	'plan_missing',
	'plan_choice',
	'mapping_missing',
	'workbook_too_large',
	'workbook_macros',
	'workbook_links',
	'sheet_missing',
	'template_wrong',
	'cells_merged',
	'cell_formula',
	'cell_error',
	'key_unknown',
	'commitment_unknown',
	'commitment_twice',
	'changed_since',
	'day_not_whole',
	'plan_elsewhere',
	'member_unknown',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that keeps a file from being imported: where it is, what stands there, and what is wrong. */
export type ImportProblem = {
	readonly code: ProblemCode
	/** Row as a spreadsheet counts, the header being row 1; null where it is not about a row. */
	readonly row: number | null
	/** Column's title or, in JSON, the path of the member. */
	readonly column: string | null
	readonly value: string | null
	/** What the sentence needs to be precise: limits, names, what was expected. */
	readonly detail: string | null
}

/** What the file's owner should know although it stops nothing. */
export const NOTICE_CODES = ['column_not_kept', 'title_not_given', 'encoding_guessed'] as const
export type ImportNotice = {
	readonly code: (typeof NOTICE_CODES)[number]
	readonly detail: string
}

/** A problem with the parts that are known; the others are null. */
export function problem(
	code: ProblemCode,
	where: { row?: number; column?: string; value?: string; detail?: string | number } = {},
): ImportProblem {
	return {
		code,
		row: where.row ?? null,
		column: where.column ?? null,
		value: where.value === undefined ? null : excerpt(where.value),
		detail: where.detail === undefined ? null : String(where.detail),
	}
}

/** Enough of a long value to find it again. */
export function excerpt(value: string): string {
	return value.length > 120 ? `${value.slice(0, 119)}…`.toWellFormed() : value.toWellFormed()
}
