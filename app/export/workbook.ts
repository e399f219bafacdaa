/** A column of a sheet: how wide, whether its cells may be changed, and the list that they are chosen from. */
export type SheetColumn = {
	/** Unit: characters. */
	readonly width: number
	readonly isLocked: boolean
	readonly list: string | null
	/** Whether only what is on the list is taken. */
	readonly isStrict: boolean
}

/** A table of a workbook: rows of texts under a row of words and a row of keys, both locked. */
export type TableSheet = {
	readonly kind: 'table'
	readonly name: string
	readonly columns: readonly SheetColumn[]
	readonly heads: readonly [words: readonly string[], keys: readonly string[]]
	readonly rows: readonly (readonly string[])[]
	/** How many rows can be filled in. */
	readonly room: number
}

/** A page of sentences; those that begin a part are headings. */
export type TextSheet = {
	readonly kind: 'text'
	readonly name: string
	readonly lines: readonly { readonly text: string; readonly isHeading: boolean }[]
}

/** A workbook with the lists that its cells are chosen from. */
export type WorkbookPlan = {
	readonly sheets: readonly (TableSheet | TextSheet)[]
	readonly lists: ReadonlyMap<string, readonly string[]>
}

/** Rows of words and of keys above the values. */
export const HEAD_ROWS = 2
/** Name of the hidden sheet with the lists. */
export const LISTS_SHEET = 'Lists'
