import { changed } from '../tamper/alterations.ts'
import { madeNow } from './face.ts'
import { PLAN } from './life.ts'
import type { Place } from './place.ts'
import { quietCases } from './quiet-cases.ts'

/** One change with SQL as the application's login, and where it must show. */
export type SqlCase = {
	readonly what: string
	/** The tables that it changes. */
	readonly tables: readonly string[]
	readonly statements: readonly string[]
	readonly shows: Shows
}

/**
 * On the page of a record; in the check of the whole site; nowhere, since nothing that was published depends on it; or
 * nowhere although something does, and why.
 */
export type Shows =
	| { readonly on: 'page'; readonly recordId: string }
	| { readonly on: 'fsck' }
	| { readonly on: 'nothing'; readonly path: string }
	| { readonly on: 'limit'; readonly because: string }

export type Verdict = 'refused' | 'detected' | 'no effect' | 'known limit' | 'BROKEN'

type Trying = {
	readonly isQuick: boolean
	readonly random: () => number
	readonly tell: (verdict: Verdict, text: string) => void
}

export type Tried = {
	readonly failures: readonly string[]
	readonly counts: Readonly<Record<string, number>>
}

/** Tables of acts of those who judge, and of what is said to them, with the column that names the record. */
const ACTS = [
	'Verification',
	'VerifierDecision',
	'Recusal',
	'ActSignature',
	'LocalAssessment',
	'Observation',
	'ObservationHiding',
	'CsoAccountChange',
	'IrmCoding',
	'Reply',
	'ReportSnapshot',
	'Evidence',
	'LedgerEntry',
] as const

/** How many cases of a column are tried in the quick form. */
const QUICK_COLUMNS = 16

/**
 * Every column of every act of judges, every row, and everything that acts point to: as the application's login may do
 * it, and then with the table's own guard switched off, as the owner of the database may. Each is refused, or the
 * page of the record says so when it is looked at next, `fsck` names it, and the site is no longer ready.
 */
export async function trySql(place: Place, { isQuick, random, tell }: Trying): Promise<Tried> {
	const counts: Record<Verdict, number> = {
		refused: 0,
		detected: 0,
		'no effect': 0,
		'known limit': 0,
		BROKEN: 0,
	}
	const failures: string[] = []
	const told = (verdict: Verdict, text: string) => {
		counts[verdict] += 1
		tell(verdict, text)
		if (verdict === 'BROKEN') failures.push(text)
	}
	const columns = await columnCases(place, random)
	const some = isQuick ? sampled(columns, QUICK_COLUMNS, random) : columns
	const cases = [...some, ...quietCases(await factsOf(place))]
	for (const table of ACTS) told(...(await refusal(place, `TRUNCATE "${table}" CASCADE`)))
	for (const table of ACTS) told(...(await refusal(place, `DELETE FROM "${table}"`)))
	for (const one of columns) told(...(await refusal(place, one.statements.join('; '))))
	for (const statement of KEPT_BESIDE) told(...(await refusal(place, statement)))
	const keeper = await openKeeper(place, [...new Set(cases.flatMap(({ tables }) => tables))])
	for (const one of cases) {
		try {
			const before = one.shows.on === 'nothing' ? await shownOn(place, one.shows.path) : ''
			await keeper.unguarded(one)
			if (one.shows.on === 'nothing' && (await shownOn(place, one.shows.path)) !== before)
				told('BROKEN', `${one.what}: ${one.shows.path} is another page`)
			else told(...(await verdictOf(place, one)))
		} catch (error) {
			told(
				'refused',
				`${one.what}: ${error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : ''}`,
			)
		} finally {
			await keeper.restore(one.tables)
			await place.fsck()
		}
	}
	// A log that was shorter than what it had signed signs no more until a start: that is the last case.
	const left = (await place.fsck()).filter(({ fault }) => fault !== 'log_stopped')
	if (left.length > 0) failures.push(`after everything was put back, fsck finds ${JSON.stringify(left[0])}`)
	return { failures, counts }
}

/** Who an organization is and what was asked are no acts, and are kept like them. */
const KEPT_BESIDE = [
	`UPDATE "Organization" SET "nameEn" = 'Friends of the Regent' WHERE "id" = 'contoh-forum-warga'`,
	`UPDATE "Organization" SET "kind" = 'GOVERNMENT_INSTITUTION' WHERE "id" = 'contoh-forum-warga'`,
	`DELETE FROM "Organization" WHERE "id" = 'contoh-forum-warga'`,
	`UPDATE "AssessmentQuestion" SET "textEn" = 'Is all well?'`,
]

/** What the tables themselves refuse, whoever asks as the application does. */
async function refusal(place: Place, statement: string): Promise<readonly [Verdict, string]> {
	try {
		await place.site.database.exec(`BEGIN; ${statement}`)
		return ['BROKEN', `taken without a word: ${statement}`]
	} catch {
		return ['refused', statement]
	} finally {
		await place.site.database.exec('ROLLBACK')
	}
}

async function verdictOf(place: Place, { what, shows }: SqlCase): Promise<readonly [Verdict, string]> {
	if (shows.on === 'limit') {
		const { length } = await place.fsck()
		return length > 0 ? ['detected', what] : ['known limit', `${what}: ${shows.because}`]
	}
	if (shows.on === 'nothing') return [(await place.fsck()).length > 0 ? 'detected' : 'no effect', what]
	const silent: string[] = []
	if (shows.on === 'page') {
		const page = await madeNow(place, `/en/records/${shows.recordId}`)
		if (!page.text.includes('govuk-warning-text'))
			silent.push(`its page (${String(page.status)}) says nothing`)
	}
	if (shows.on === 'fsck') await place.fsck()
	if ((await place.public.get('/readyz')).status === 200) silent.push('the site says that it is ready')
	silent.push(...(await silentLists(place)))
	const found = await place.fsck()
	const isNamed =
		shows.on === 'fsck' ? found.length > 0 : found.some(({ recordId }) => recordId === shows.recordId)
	if (!isNamed) silent.push('fsck does not name it')
	return silent.length === 0 ? ['detected', what] : ['BROKEN', `${what}: ${silent.join(', ')}`]
}

async function shownOn(place: Place, path: string): Promise<string> {
	return (await madeNow(place, path)).text
}

const LISTS = [
	`/en/plans/${PLAN}`,
	'/id/divergence',
	`/api/v1/plans/${PLAN}`,
	'/files/divergence.csv',
] as const

/** Lists that say nothing of what is different, once it is known. */
async function silentLists(place: Place): Promise<readonly string[]> {
	const silent: string[] = []
	for (const path of LISTS) {
		const { status, text, headers } = await madeNow(place, path)
		const says =
			/"differing":\{|Not everything on this site|Tidak semua/.test(text) ||
			headers['differing-records'] !== undefined
		// What is not there at all is no list that leaves something out.
		if (status === 200 && !says) silent.push(`${path} (${String(status)}) says nothing`)
	}
	return silent
}

export type Facts = {
	/** An adverse finding with a reply and a decision, an independent one without, an observation that is shown. */
	readonly answered: string
	readonly decision: string
	readonly independent: string
	readonly observation: string
	readonly protectedPiece: string
	readonly assessment: string
	readonly coding: string
}

async function factsOf({ site: { database } }: Place): Promise<Facts> {
	const one = async (text: string) => {
		const [row] = await database.sql<{ id: string }>(text)
		if (!row) throw new Error(`nothing for: ${text}`)
		return row.id
	}
	return {
		decision: await one(`SELECT "recordId" AS "id" FROM "VerifierDecision" LIMIT 1`),
		answered: await one(`SELECT "verificationRecordId" AS "id" FROM "VerifierDecision" LIMIT 1`),
		independent: await one(
			`SELECT "recordId" AS "id" FROM "Verification" WHERE "independence" = 'INDEPENDENT' AND "recordId" NOT IN (SELECT "verificationRecordId" FROM "VerifierDecision") ORDER BY 1 LIMIT 1`,
		),
		observation: await one(
			`SELECT "recordId" AS "id" FROM "Observation" WHERE "recordId" NOT IN (SELECT "observationRecordId" FROM "ObservationHiding") LIMIT 1`,
		).catch(() => ''),
		protectedPiece: await one(`SELECT "id" FROM "Evidence" WHERE "visibility" = 'PROTECTED' LIMIT 1`),
		assessment: await one(`SELECT "recordId" AS "id" FROM "LocalAssessment" LIMIT 1`),
		coding: await one(`SELECT "recordId" AS "id" FROM "IrmCoding" ORDER BY 1 LIMIT 1`),
	}
}

/** One change of each column of each act, and the loss of each act. */
async function columnCases({ site: { database } }: Place, random: () => number): Promise<readonly SqlCase[]> {
	const cases: SqlCase[] = []
	for (const table of ACTS) {
		const columns = await database.sql<{ name: string; type: string }>(
			'SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position',
			[table],
		)
		const [row] = await database.sql<{ recordId: string; where: string }>(
			`SELECT "recordId", ${table === 'Evidence' ? `'"id" = ''' || "id" || ''''` : `'"recordId" = ''' || "recordId" || ''' AND "version" = ' || "version"`} AS "where" FROM "${table}" t WHERE ${CHOSEN[table] ?? 'TRUE'} ORDER BY 1 LIMIT 1`,
		)
		if (!row) continue
		const about = { tables: [table], shows: { on: 'page' as const, recordId: row.recordId } }
		for (const column of columns)
			cases.push({
				...about,
				what: `${table}.${column.name} of ${row.recordId}`,
				statements: [`UPDATE "${table}" SET ${changed(column, { random })} WHERE ${row.where}`],
			})
		cases.push({
			...about,
			what: `${table}: ${row.recordId} deleted`,
			statements: [`DELETE FROM "${table}" WHERE ${row.where}`],
		})
	}
	return cases
}

/** Rows that everything is known of: acts from before there was a salt for people and instants do not seal those. */
const CHOSEN: Readonly<Record<string, string>> = {
	Verification: '"privateSalt" IS NOT NULL',
	IrmCoding: '"privateSalt" IS NOT NULL',
	LedgerEntry: `"kind" = 'verification.published'`,
	Evidence: `"recordId" IN (SELECT "recordId" FROM "Verification")`,
}

function sampled<Item>(items: readonly Item[], most: number, random: () => number): readonly Item[] {
	return items
		.map((item) => ({ item, at: random() }))
		.sort((a, b) => a.at - b.at)
		.slice(0, most)
		.map(({ item }) => item)
}

/** Keeps what tables hold, and puts it back after each change. */
async function openKeeper({ site: { database } }: Place, tables: readonly string[]) {
	await database.exec('CREATE SCHEMA kept_aside')
	for (const table of tables)
		await database.exec(`CREATE TABLE kept_aside."${table}" AS TABLE public."${table}"`)
	// What cannot be told apart from the owner is done as the owner: guards and foreign keys are off in this transaction.
	const off = 'SET LOCAL session_replication_role = replica'
	return {
		unguarded: async ({ statements }: SqlCase) => {
			try {
				await database.exec(`BEGIN; ${off}; ${statements.join('; ')}; COMMIT`)
			} catch (error) {
				await database.exec('ROLLBACK')
				throw error
			}
		},
		restore: async (changedTables: readonly string[]) => {
			const back = changedTables.map(
				(table) =>
					`DELETE FROM public."${table}"; INSERT INTO public."${table}" SELECT * FROM kept_aside."${table}"`,
			)
			await database.exec(`BEGIN; ${off}; ${back.join('; ')}; COMMIT`)
		},
	}
}
