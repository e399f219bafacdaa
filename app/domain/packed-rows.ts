import { z } from 'zod'
import type { Transaction } from '#app/domain/context.ts'

/**
 * The answer of a statement that packs all its rows into one text, `"rows"`: through the driver one by one, hundreds of
 * rows take several times as long to read.
 */
export function packedRows<Row extends z.ZodType>(row: Row) {
	return z.tuple([z.object({ rows: z.string().nullable() })]).transform(([{ rows }]) => {
		const parsed: unknown = JSON.parse(rows ?? '[]')
		return z.array(row).parse(parsed)
	})
}

/** What seals an act: no page says it, and from thousands of rows it takes as long to read as all the rest. */
const SEALS = ['salt', 'privateSalt', 'originalSalt', 'partSalt'] as const
type Seal = (typeof SEALS)[number]

/** A stored row without what seals it. */
export type Unsealed<Row> = Omit<Row, Seal>

/** An act with its position in the log; null where the log does not have it. */
export type Placed<Row> = Unsealed<Row> & { readonly ledgerIndex: number | null }

/** A table as statements read it that give several lists of rows at once. */
export type PackedTable<Row> = {
	/** Its rows as an expression of such a statement, in which the table is called `v`. */
	readonly list: (where: string, order?: string) => string
	/** The same with some columns empty that whoever asks does not read; only such as may be. */
	readonly listWithout: (columns: readonly EmptyColumn<Row>[], where: string, order?: string) => string
	/** The rows that were listed. */
	readonly rows: (packed: unknown) => readonly Row[]
}

type EmptyColumn<Row> = { [C in keyof Row & string]: null extends Row[C] ? C : never }[keyof Row & string]

/** The columns of a table with many rows: written out, and sent without their names, they are read in half the time. */
type Columns<Row> = Readonly<Record<keyof Unsealed<Row> & string, true>>

/**
 * A table whose rows are read without what seals them. What a column can hold is checked by the database alone; what
 * stands in JSON, by whoever reads it.
 */
export function packedTable<Row>(name: string, columns?: Columns<Row>): PackedTable<Unsealed<Row>> {
	const Rows = z.custom<readonly Unsealed<Row>[]>((rows) => Array.isArray(rows))
	const names = columns ? Object.keys(columns) : null
	return { ...listsOf(name, names), rows: (packed) => Rows.parse(unpacked(packed, names)) }
}

/** The same of a table of acts, each with its position in the log; `record` is the column that names what it is about. */
export function packedActs<Row>(
	name: string,
	record: keyof Row & string,
	columns?: Columns<Row>,
): PackedTable<Placed<Row>> {
	const Rows = z.custom<readonly Placed<Row>[]>((rows) => Array.isArray(rows))
	const names = columns ? [...Object.keys(columns), LEDGER_INDEX] : null
	const index = `(SELECT "index" FROM "LedgerEntry" e
		WHERE e."recordId" = v."${record}" AND e."version" = v."version")`
	return { ...listsOf(name, names, index), rows: (packed) => Rows.parse(unpacked(packed, names)) }
}

const LEDGER_INDEX = 'ledgerIndex'

/** The lists of a table, of some columns or of all; `index` gives a row's position in the log. */
function listsOf(
	name: string,
	names: readonly string[] | null,
	index?: string,
): Pick<PackedTable<unknown>, 'list'> & { readonly listWithout: Listing } {
	const listWithout: Listing = (empty, where, order) => {
		const valueOf = (column: string) =>
			empty.includes(column) ? 'NULL' : column === LEDGER_INDEX ? (index ?? 'NULL') : `v."${column}"`
		const all = ['v.*', ...(index ? [`${index} AS "${LEDGER_INDEX}"`] : [])]
		const read = names ? `json_build_array(${names.map(valueOf).join(', ')}) AS "row"` : all.join(', ')
		const json = names ? 'r."row"' : `to_jsonb(r) - '{${SEALS.join()}}'::text[]`
		const rows = `SELECT ${read} FROM "${name}" v WHERE ${where}${order ? ` ORDER BY ${order}` : ''}`
		return `(SELECT json_agg(${json}) FROM (${rows}) r)`
	}
	return { listWithout, list: (where, order) => listWithout([], where, order) }
}

type Listing = (empty: readonly string[], where: string, order?: string) => string

const Objects = z.array(z.custom<Record<string, unknown>>())
const Arrays = z.array(z.custom<readonly unknown[]>((row) => Array.isArray(row)))

/** Rows with the names of their columns; of thousands of rows, this takes a third of what `fromEntries` does. */
function named(rows: readonly (readonly unknown[])[], names: readonly string[]) {
	return rows.map((values) => {
		const row: Record<string, unknown> = {}
		names.forEach((name, at) => {
			row[name] = values[at]
		})
		return row
	})
}

/** The rows of a list. Instants are written in UTC, without saying so; the names of their columns end in `At`. */
function unpacked(packed: unknown, names: readonly string[] | null): readonly Record<string, unknown>[] {
	const rows = names ? named(Arrays.parse(packed ?? []), names) : Objects.parse(packed ?? [])
	const instants = Object.keys(rows[0] ?? {}).filter((name) => name.endsWith('At'))
	for (const row of rows)
		for (const name of instants) {
			const at = row[name]
			if (typeof at === 'string') row[name] = new Date(`${at}Z`)
		}
	return rows
}

const Lists = z
	.tuple([z.object({ rows: z.string() })])
	.transform(([{ rows }]): unknown => JSON.parse(rows))
	.pipe(z.record(z.string(), z.unknown()))

/**
 * Several lists in one statement, by their names: an embedded database takes as long for another statement as for a
 * hundred more rows.
 */
export async function packedLists(
	{ db }: { readonly db: Pick<Transaction, '$queryRawUnsafe'> },
	lists: Readonly<Record<string, string>>,
	...given: readonly unknown[]
): Promise<Readonly<Record<string, unknown>>> {
	const members = Object.entries(lists).map(([name, list]) => `'${name}', ${list}`)
	const statement = `SELECT json_build_object(${members.join(', ')})::text AS "rows"`
	return Lists.parse(await db.$queryRawUnsafe(statement, ...given))
}
