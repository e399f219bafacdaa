import { strFromU8, unzipSync } from 'fflate'
import { readCsv } from '#app/import/read-csv.ts'
import { fromCsvText, toCsvText } from '#app/import/csv-text.ts'
import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import { openSite } from './open-site.ts'

// Names and titles that a spreadsheet would run, in every table that the site gives away:
//   npm run t:csv -- [--quick] [--json]
// No cell of a CSV begins with them, no sheet holds a formula, and what is read again is what was written.

const BEGINNINGS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']
const RUNS = ['1+1', 'cmd|" /C calc"!A0', 'HYPERLINK("http://evil.example")', 'SUM(A1:A9)']
const PAYLOADS = BEGINNINGS.flatMap((beginning) => RUNS.map((run) => beginning + run))
const HARMFUL = /^[=+\-@\t\r\0＝＋－＠]/
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/
/** Columns of the database whose texts stand in tables. */
const NAMES = ['nameEn', 'nameId', 'titleEn', 'titleId', 'shortTitleEn', 'shortTitleId']
const PAGES = [
	'/en',
	'/en/data',
	'/en/commitments',
	'/en/expectations',
	'/en/divergence',
	'/en/explore',
	'/en/members',
]
	.concat(['/en/plans/contoh-2025', '/en/plans/contoh-2025/obligations', '/en/plans/contoh-2025/dashboard'])
	.concat(['/en/members/kabupaten-contoh', '/en/expectations/kabupaten-contoh', '/en/charts'])

const options = readOptions({ rounds: 1, quick: 1 })
const failures: string[] = []
const counts = { payloads: PAYLOADS.length, tables: 0, cells: 0, guarded: 0 }
const open = await openSite((line) => progress(options, line))
const [nobody] = open.actors
try {
	for (const payload of PAYLOADS)
		if (fromCsvText(toCsvText(payload)) !== payload)
			failures.push(`${JSON.stringify(payload)} is read as another text`)
	await plant()
	for (const address of await tableAddresses()) await tryTable(address)
	if (counts.tables < 10) failures.push(`only ${String(counts.tables)} tables were found`)
	if (counts.guarded === 0) failures.push('no table held what was planted')
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
report({ suite: 'csv', figures: counts, failures: [...new Set(failures)].slice(0, 20) }, options)

/** Each name begins with a payload of its own, below the guards of the application. */
async function plant(): Promise<void> {
	const { db } = open.site.database
	await db.$executeRawUnsafe('SET session_replication_role = replica')
	const columns = await db.$queryRawUnsafe<{ table: string; column: string }[]>(
		`SELECT c."table_name" AS "table", c."column_name" AS "column" FROM information_schema.columns c
		JOIN information_schema.tables t USING ("table_schema", "table_name")
		WHERE c."table_schema" = 'public' AND t."table_type" = 'BASE TABLE' AND c."column_name" = ANY($1)`,
		NAMES,
	)
	for (const { table, column } of columns)
		await db.$executeRawUnsafe(
			`UPDATE "${table}" SET "${column}" = ($1::text[])[1 + abs(hashtext(ctid::text)) % $2::int] || "${column}"
			WHERE "${column}" IS NOT NULL`,
			PAYLOADS,
			PAYLOADS.length,
		)
	await db.$executeRawUnsafe('SET session_replication_role = DEFAULT')
}

async function tableAddresses(): Promise<readonly string[]> {
	const found = new Set<string>()
	for (const page of PAGES) {
		const { text } = await ask(page)
		for (const [, address = ''] of text.matchAll(/href="(\/[^"#]+\.(?:csv|xlsx)(?:\?[^"]*)?)"/g))
			found.add(address.replaceAll('&amp;', '&'))
	}
	return [...found].sort()
}

async function ask(path: string) {
	if (!nobody) throw new Error('nobody asks')
	return open.ask(nobody, path, { method: 'GET' })
}

async function tryTable(address: string): Promise<void> {
	const response = await fetch(`http://127.0.0.1:${String(open.port)}${address}`, {
		headers: { 'X-Forwarded-For': `10.66.0.${String(counts.tables % 250)}` },
	})
	if (response.status !== 200) return void failures.push(`${address}: answered ${String(response.status)}`)
	counts.tables += 1
	const bytes = new Uint8Array(await response.arrayBuffer())
	if (address.includes('.xlsx')) {
		trySheets(address, bytes)
		return
	}
	const read = readCsv(new TextDecoder().decode(bytes))
	if ('problem' in read) return void failures.push(`${address}: cannot be read again`)
	for (const cell of read.sheet.flat()) {
		counts.cells += 1
		if (HARMFUL.test(fromCsvText(cell)) && !PLAIN_NUMBER.test(cell)) counts.guarded += 1
		if (HARMFUL.test(cell) && !PLAIN_NUMBER.test(cell))
			failures.push(`${address}: a cell begins ${JSON.stringify(cell.slice(0, 12))}`)
	}
}

/** A sheet's cells are texts and numbers: where there is no formula, nothing runs. */
function trySheets(address: string, bytes: Uint8Array): void {
	for (const [name, xml] of Object.entries(unzipSync(bytes)))
		if (name.startsWith('xl/worksheets/') && /<f[ >]/.test(strFromU8(xml)))
			failures.push(`${address}: ${name} has a formula`)
}
