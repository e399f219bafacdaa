import type { Database } from '#app/db.server.ts'

/** One change past the application, and the records that a check has to name. */
export type Alteration = {
	readonly what: string
	/** Empty where nothing that is left, and nothing that was kept, can tell which record it was. */
	readonly records: readonly string[]
}

export type Chance = {
	readonly random: () => number
	readonly pick: <Item>(items: readonly Item[]) => Item
}

type Sql = Database['sql']
type Alter = (database: Database, chance: Chance) => Promise<Alteration | null>

/** The tables of acts, and the column that names the record. */
const ACTS: readonly (readonly [table: string, id: string])[] = [
	['ActionPlanVersion', 'actionPlanId'],
	['CommitmentVersion', 'commitmentId'],
	['MilestoneVersion', 'milestoneId'],
	['ProgressUpdate', 'recordId'],
	['Verification', 'recordId'],
	['IrmCoding', 'recordId'],
	['ReportSnapshot', 'recordId'],
	['Withdrawal', 'recordId'],
	['CommitmentLevel', 'recordId'],
	['Amendment', 'recordId'],
	['SelfAssessment', 'recordId'],
	['Reply', 'recordId'],
	['VerifierDecision', 'recordId'],
	['Recusal', 'recordId'],
	['CsoAccountChange', 'recordId'],
	['LocalAssessment', 'recordId'],
	['Observation', 'recordId'],
]

/** Acts from before there was a salt for them say nothing of people and instants, and nothing seals those. */
const UNSEALED_ON_OLDER = ['authorId', 'submittedById', 'approvedById', 'compiledById', 'publishedAt']

const DAYS = ['publishedOn', 'publishedAt']
const AUTHORS = [
	'actorOrganizationId',
	'organizationId',
	'authorId',
	'submittedById',
	'approvedById',
	'compiledById',
	'requestedById',
	'importedById',
]

/** Every alteration of rows, by its name in the table of results. */
export const ROW_ALTERATIONS: Readonly<Record<string, Alter>> = {
	'row edit': editOf(() => true),
	're-date': editOf((column) => DAYS.includes(column)),
	'author change': editOf((column) => AUTHORS.includes(column)),
	'row delete': async ({ sql }, chance) => {
		const row = await anAct(sql, chance)
		await sql(`DELETE FROM "${row.table}" WHERE ${row.where}`)
		return { what: `${row.table} deleted`, records: [row.recordId] }
	},
	'row insert': async ({ sql }, chance) => {
		const row = await anAct(sql, chance)
		const isVersion = chance.random() < 0.5
		const recordId = isVersion ? row.recordId : `forged-${String(Math.floor(chance.random() * 1e9))}`
		const version = isVersion ? 900 : 1
		await insertCopy(sql, row.table, row.where, { [row.id]: recordId, version })
		return { what: `${row.table} forged`, records: [recordId] }
	},
	'row swap': async ({ sql }, chance) => {
		const [table, id] = chance.pick(ACTS.slice(0, 6))
		const rows = await rowsOf(sql, table, id)
		const [some, other] = [chance.pick(rows), chance.pick(rows)]
		if (some.recordId === other.recordId) return null
		const columns = (await columnsOf(sql, table)).filter(({ name }) => name !== id && name !== 'version')
		const list = columns.map(({ name }) => `"${name}"`).join(', ')
		const source = columns.map(({ name }) => `s."${name}"`).join(', ')
		await sql(
			`UPDATE "${table}" t SET (${list}) = (SELECT ${source} FROM "${table}" s
			 WHERE s."${id}" = CASE WHEN t."${id}" = $1 THEN $3 ELSE $1 END AND s."version" = CASE WHEN t."${id}" = $1 THEN $4::int ELSE $2::int END)
			 WHERE (t."${id}", t."version") IN (($1, $2::int), ($3, $4::int))`,
			[some.recordId, some.version, other.recordId, other.version],
		)
		return { what: `${table} swapped`, records: [some.recordId, other.recordId] }
	},
	'evidence edit': async (database, chance) => {
		const row = await aPiece(database.sql, chance)
		const column = chance.pick(await columnsOf(database.sql, 'Evidence'))
		await database.sql(`UPDATE "Evidence" SET ${changed(column, chance)} WHERE "id" = $1`, [row.id])
		return { what: `Evidence.${column.name}`, records: [row.recordId] }
	},
	'evidence delete': async ({ sql }, chance) => {
		const row = await aPiece(sql, chance)
		await sql('DELETE FROM "Evidence" WHERE "id" = $1', [row.id])
		return { what: 'Evidence deleted', records: [row.recordId] }
	},
	'evidence insert': async ({ sql }, chance) => {
		const row = await aPiece(sql, chance)
		const position = 700 + Math.floor(chance.random() * 100)
		const id = `${row.recordId}.${String(row.recordVersion)}.${String(position)}`
		await insertCopy(sql, 'Evidence', `"id" = '${row.id}'`, { id, position })
		return { what: 'Evidence forged', records: [row.recordId] }
	},
	'log row edit': async ({ sql }, chance) => {
		const [entry] = await someEntries(sql, chance)
		const column = chance.pick(await columnsOf(sql, 'LedgerEntry'))
		await sql(`UPDATE "LedgerEntry" SET ${changed(column, chance)} WHERE "index" = $1`, [entry.index])
		return { what: `LedgerEntry.${column.name}`, records: [entry.recordId] }
	},
	'log row delete': async ({ sql }, chance) => {
		const [entry] = await someEntries(sql, chance)
		await sql('DELETE FROM "LedgerEntry" WHERE "index" = $1', [entry.index])
		return { what: 'LedgerEntry deleted', records: [entry.recordId] }
	},
	'log row swap': async ({ sql }, chance) => {
		const [some, other] = await someEntries(sql, chance)
		if (some.index === other.index) return null
		const what = chance.pick(['"entry"', '"leafHash"', '"entry", "leafHash"'])
		const values = what
			.replaceAll('"', 's."')
			.replaceAll('s."entrys."', 's."entry"')
			.replaceAll('s."leafHashs."', 's."leafHash"')
		await sql(
			`UPDATE "LedgerEntry" t SET (${what}) = (SELECT ${values} FROM "LedgerEntry" s
			 WHERE s."index" = CASE WHEN t."index" = $1::int THEN $2::int ELSE $1::int END)
			 WHERE t."index" IN ($1::int, $2::int)`,
			[some.index, other.index],
		)
		return { what: `LedgerEntry ${what} swapped`, records: [some.recordId, other.recordId] }
	},
	'log row insert': async ({ sql }, chance) => {
		const [entry] = await someEntries(sql, chance)
		const [head] = await sql<{ size: number }>('SELECT "size" FROM "LedgerHead"')
		const recordId = `forged-${String(Math.floor(chance.random() * 1e9))}`
		const [index, grown] = [head?.size ?? 0, chance.random() < 0.5]
		await insertCopy(sql, 'LedgerEntry', `"index" = ${String(entry.index)}`, { index, recordId })
		if (grown) await sql('UPDATE "LedgerHead" SET "size" = "size" + 1')
		return { what: `LedgerEntry forged${grown ? ', head raised' : ''}`, records: [recordId] }
	},
	'log truncation': async ({ sql }, chance) => {
		const [head] = await sql<{ size: number }>('SELECT "size" FROM "LedgerHead"')
		const size = head?.size ?? 0
		const left = size - 1 - Math.floor(chance.random() ** 3 * (size - 1))
		const cut = await sql<{ recordId: string }>(
			'DELETE FROM "LedgerEntry" WHERE "index" >= $1 RETURNING "recordId"',
			[left],
		)
		await sql('UPDATE "LedgerHead" SET "size" = $1', [left])
		return { what: `log cut to ${String(left)}`, records: cut.map(({ recordId }) => recordId) }
	},
}

/** Changes one value of one act. */
function editOf(isOne: (column: string) => boolean): Alter {
	return async ({ sql }, chance) => {
		const row = await anAct(sql, chance)
		const columns = (await columnsOf(sql, row.table)).filter(
			({ name }) => isOne(name) && !row.unsealed.includes(name),
		)
		if (columns.length === 0) return null
		const column = chance.pick(columns)
		await sql(`UPDATE "${row.table}" SET ${changed(column, chance)} WHERE ${row.where}`)
		return { what: `${row.table}.${column.name}`, records: [row.recordId] }
	}
}

type Column = { readonly name: string; readonly type: string }

const known = new Map<string, readonly Column[]>()

async function columnsOf(sql: Sql, table: string): Promise<readonly Column[]> {
	const columns =
		known.get(table) ??
		(await sql<Column>(
			'SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = $1',
			[table],
		))
	known.set(table, columns)
	return columns
}

/** An assignment that gives the column another value, whatever it has. */
export function changed({ name, type }: Column, { random }: Pick<Chance, 'random'>): string {
	const column = `"${name}"`
	if (type === 'integer')
		return `${column} = coalesce(${column}, 0) + ${String(1_000 + Math.floor(random() * 1_000))}`
	if (type === 'boolean') return `${column} = NOT ${column}`
	if (type.startsWith('timestamp')) return `${column} = ${column} + interval '1 day'`
	if (type === 'jsonb') {
		const fr = `'{"fr":{"title":"${String(random())}"}}'::jsonb`
		return `${column} = CASE jsonb_typeof(${column}) WHEN 'array' THEN ${column} || '["x"]'::jsonb ELSE ${fr} END`
	}
	if (type === 'bytea') {
		const at = Math.floor(random() * 32)
		const bit = Math.floor(random() * 8)
		const flipped = `set_bit(${column}, ${String(at * 8 + bit)}, 1 - get_bit(${column}, ${String(at * 8 + bit)}))`
		return `${column} = CASE WHEN ${column} IS NULL THEN '\\x01'::bytea ELSE ${flipped} END`
	}
	return `${column} = coalesce(${column}, '') || 'x'`
}

type Row = { readonly recordId: string; readonly version: number }

async function rowsOf(sql: Sql, table: string, id: string): Promise<readonly Row[]> {
	return sql<Row>(`SELECT "${id}" AS "recordId", "version" FROM "${table}" ORDER BY 1, 2`)
}

const filled = new Map<string, boolean>()

/** Tables of which there is something: nobody alters what is not there. */
async function actTables(sql: Sql): Promise<typeof ACTS> {
	for (const [table, id] of ACTS)
		if (!filled.get(table)) filled.set(table, (await rowsOf(sql, table, id)).length > 0)
	return ACTS.filter(([table]) => filled.get(table))
}

/** An act of any kind; kinds of which there are few come as often as the others. */
async function anAct(sql: Sql, { pick }: Chance) {
	const [table, id] = pick(await actTables(sql))
	const rows = await rowsOf(sql, table, id)
	const { recordId, version } = pick(rows)
	const where = `"${id}" = '${recordId}' AND "version" = ${String(version)}`
	const hasSeal = (await columnsOf(sql, table)).some(({ name }) => name === 'privateSalt')
	const [old] = hasSeal ? await sql(`SELECT 1 FROM "${table}" WHERE ${where} AND "privateSalt" IS NULL`) : []
	return { table, id, recordId, version, where, unsealed: old ? UNSEALED_ON_OLDER : [] }
}

async function aPiece(sql: Sql, { pick }: Chance) {
	return pick(
		await sql<{ id: string; recordId: string; recordVersion: number }>(
			'SELECT "id", "recordId", "recordVersion" FROM "Evidence" ORDER BY "id"',
		),
	)
}

type Entry = { readonly index: number; readonly recordId: string }

async function someEntries(sql: Sql, { pick }: Chance): Promise<readonly [Entry, Entry]> {
	const entries = await sql<Entry>('SELECT "index", "recordId" FROM "LedgerEntry" ORDER BY "index"')
	return [pick(entries), pick(entries)]
}

async function insertCopy(sql: Sql, table: string, where: string, other: Readonly<Record<string, unknown>>) {
	await sql(
		`INSERT INTO "${table}" SELECT (jsonb_populate_record(t, $1::jsonb)).* FROM "${table}" t WHERE ${where}`,
		[JSON.stringify(other)],
	)
}
