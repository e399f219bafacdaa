import { OPEN_KINDS, SHEET_CELL_MAX, numbered } from '#app/domain/plan-file/schema.ts'
import type { CellKind, Choices, Fields, FileColumn, FileRow } from '#app/domain/plan-file/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** A column as it is written: a text too long for one cell goes on in columns of its own. */
export type WrittenColumn = {
	/** `descriptionEn`, and `descriptionEn~2` for what goes on. */
	readonly key: string
	readonly column: FileColumn
	/** From 1. */
	readonly part: number
}

export type CellWords = { readonly choices: Choices; readonly locale: Locale }

/** The columns that rows need, with those for long texts. */
export function writtenColumns(
	columns: readonly FileColumn[],
	rows: readonly Fields[],
): readonly WrittenColumn[] {
	return columns.flatMap((column) => {
		const parts = Math.max(1, ...rows.map((fields) => partsOf(fields[column.key] ?? '').length))
		return numbered(parts).map((part) => ({
			key: part === 1 ? column.key : `${column.key}~${part}`,
			column,
			part,
		}))
	})
}

/** The cells of a row under some columns. */
export function cellsOf(
	fields: Fields,
	columns: readonly WrittenColumn[],
	words: CellWords,
): readonly string[] {
	return columns.map(({ column, part }) => {
		const text = worded(fields[column.key] ?? '', column.kind, words)
		return partsOf(text)[part - 1] ?? ''
	})
}

/** A code as it stands in a cell: its words with the code in brackets; what is on no list stays as it is. */
export function worded(code: string, kind: CellKind, { choices, locale }: CellWords): string {
	if (OPEN_KINDS.includes(kind)) return code
	const choice = choices[kind]?.find((known) => known.code === code)
	if (!choice) return code
	const name = choice.name[locale] ?? choice.name.en ?? choice.name.id
	return name === null || name === code ? code : `${name} [${code}]`
}

/** Milestones with the number of their commitment before its key, so that a reader knows which it is. */
export function withCommitmentNames(
	milestones: readonly FileRow[],
	commitments: readonly FileRow[],
): readonly FileRow[] {
	const numbers = new Map(commitments.map(({ key, fields }) => [key, fields.number]))
	return milestones.map((row) => {
		const key = row.fields.commitment ?? ''
		const commitment = `${numbers.get(key) ?? ''} [${key}]`.trim()
		return { ...row, fields: { ...row.fields, commitment } }
	})
}

/** A text in pieces that fit a cell; characters of two units stay whole. */
function partsOf(text: string): readonly string[] {
	const parts: string[] = []
	for (let at = 0; at < text.length; at += parts.at(-1)?.length ?? 1) {
		const piece = text.slice(at, at + SHEET_CELL_MAX)
		parts.push(piece.isWellFormed() || at + piece.length >= text.length ? piece : piece.slice(0, -1))
	}
	return parts
}
