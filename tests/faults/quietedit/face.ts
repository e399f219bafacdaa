import type { Place } from './place.ts'
import { PLAN } from './life.ts'

/** A record of somebody who judges, as the log knows it, with the words by which a page can be seen to show it. */
export type Judged = {
	readonly recordId: string
	readonly version: number
	readonly kind: string
	/** Texts, days and names: whichever of them a page shows it must go on showing. */
	readonly words: readonly string[]
}

/** Who judges: what these kinds of acts say is nobody else's to change. */
export const JUDGING = [
	'verification.published',
	'verifier-decision.published',
	'recusal.published',
	'signature.published',
	'local-assessment.published',
	'observation.published',
	'observation.hidden',
	'irm-coding.published',
	'cso-account.changed',
] as const

/** What the public sees: every record with its receipt, and every page, file and feed with what it shows of them. */
export type Face = {
	readonly judged: readonly Judged[]
	/** By record and version: its bytes for everyone, and its place in the log. */
	readonly records: ReadonlyMap<string, { readonly bytes: string; readonly receipt: string }>
	readonly pages: ReadonlyMap<string, string>
	readonly leaves: readonly string[]
}

const LANGUAGES = ['en', 'id'] as const
/** Where judges are shown: all of the demonstration, and the lists of all plans. */
const FOLLOWED = /contoh|\/divergence|\/observations\/|\/members$|\/plans$/
/** Pages that only say what came last, of which there is more elsewhere. */
const NEWEST = /^\/(en|id)$/
/** Links that show nothing of judges, that other files are looked at for, or that have no end. */
const NOT_FOLLOWED =
	/\/(sign-in|sign-out|update-link|invitation|letters|receipts|assets|about|log|self-assessments|amendments)(\/|$|\?)|\/observe|\/comment|\.(xlsx|svg|html)|\/members\/(?!kabupaten-contoh)|^\/(records|log|api)\/|[?&]version=/
const MOST_PAGES = 150

/** A page as it is made now: an address with an escape in it is none of those that are kept. */
export async function madeNow({ public: reader }: Place, path: string) {
	const [pathname = '', ...query] = path.split('?')
	const escape = `%${pathname.charCodeAt(pathname.length - 1).toString(16)}`
	return reader.get([`${pathname.slice(0, -1)}${escape}`, ...query].join('?'))
}

/** Files and lists for machines that show independent records. */
const MACHINES = [
	'/files/divergence.csv',
	`/files/divergence.csv?plan=${PLAN}`,
	'/api/v1/divergence',
	`/api/v1/divergence?plan=${PLAN}`,
	'/api/v1/plans',
	`/api/v1/plans/${PLAN}`,
	...[1, 2, 3, 4, 5, 6].map((n) => `/api/v1/commitments/${PLAN}-${String(n)}`),
	`/files/plans/${PLAN}/plan.csv`,
	`/files/plans/${PLAN}/progress-report.en.pdf`,
	`/api/v1/assessments/${PLAN}-inception`,
]

/** The public record as a reader finds it who follows the links of the demonstration. */
export async function lookAtAll(place: Place, known?: Face): Promise<Face> {
	const judged = known?.judged ?? (await judgedIn(place))
	const pages = known ? await again(place, [...known.pages.keys()]) : await crawled(place, judged)
	const { sql } = place.site.database
	const leaves = await sql<{ leaf: string }>(
		`SELECT encode("entry", 'hex') || encode("leafHash", 'hex') AS "leaf" FROM "LedgerEntry" ORDER BY "index"`,
	)
	return {
		judged,
		records: await recordsOf(place, judged),
		pages,
		leaves: leaves.map(({ leaf }) => leaf),
	}
}

async function recordsOf(place: Place, judged: readonly Judged[]) {
	const records = new Map<string, { bytes: string; receipt: string }>()
	for (const { recordId, version } of judged) {
		const query = `?version=${String(version)}`
		const bytes = await place.public.get(`/records/${recordId}.json${query}`)
		const receipt = await place.public.get(`/log/receipt/${recordId}${query}`)
		records.set(`${recordId}@${String(version)}`, {
			bytes: `${String(bytes.status)} ${bytes.text}`,
			// The proof grows with the log; the position and the entry do not.
			receipt: `${String(receipt.status)} ${receipt.text.split('\n').slice(0, 3).join('\n')}`,
		})
	}
	return records
}

async function again(place: Place, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const pages = new Map<string, string>()
	for (const path of paths) {
		const { status, text } = await madeNow(place, path)
		pages.set(path, `${String(status)} ${text}`)
	}
	return pages
}

async function crawled(place: Place, among: readonly Judged[]): Promise<ReadonlyMap<string, string>> {
	// A day or the name of an organization stands on many pages that show nothing of a judge.
	const words = [
		...new Set(among.flatMap((one) => one.words.filter((word) => word.length > 20 || word === one.recordId))),
	]
	const showsSome = (text: string) => words.some((word) => plain(text).includes(word))
	const rows = await place.site.database.sql<{ recordId: string }>(
		`SELECT DISTINCT "recordId" FROM "LedgerEntry" WHERE "kind" = ANY($1)`,
		[JUDGING],
	)
	const judged = rows.map(({ recordId }) => recordId)
	/** Pages of a record are followed where it is a judge's. */
	const isFollowed = (to: string) =>
		!NOT_FOLLOWED.test(to) &&
		(FOLLOWED.test(to) || judged.some((id) => to.includes(`/${id}`))) &&
		(/^\/\w\w\/(records|evidence)\//.test(to) ? judged.some((id) => to.includes(`/${id}`)) : true)
	const queue = LANGUAGES.flatMap((lang) => [`/${lang}`, `/${lang}/plans/${PLAN}`, `/${lang}/divergence`])
	const pages = new Map<string, string>()
	for (const path of MACHINES) {
		const { status, text } = await place.public.get(path)
		if (status === 200) pages.set(path, `200 ${text}`)
	}
	const seen = new Set<string>()
	while (queue.length > 0 && seen.size < MOST_PAGES) {
		const path = queue.shift() ?? ''
		if (seen.has(path)) continue
		seen.add(path)
		const { status, text, headers } = await place.public.get(path)
		if (status !== 200) continue
		if (!NEWEST.test(path) && showsSome(text)) pages.set(path, `200 ${text}`)
		if (!String(headers['content-type']).startsWith('text/html')) continue
		for (const [, link] of text.matchAll(/href="(\/[^"#]*)/g)) {
			const to = (link ?? '').replaceAll('&amp;', '&')
			if (isFollowed(to) && !seen.has(to) && !queue.includes(to)) queue.push(to)
		}
	}
	return pages
}

async function judgedIn({ site: { database } }: Place): Promise<readonly Judged[]> {
	const { sql } = database
	const entries = await sql<{ recordId: string; version: number; kind: string }>(
		`SELECT "recordId", "version", "kind" FROM "LedgerEntry" WHERE "kind" = ANY($1) AND ("kind" <> 'irm-coding.published' OR "index" % 40 = 0) ORDER BY "index"`,
		[JUDGING],
	)
	const words = new Map<string, readonly string[]>()
	for (const [table, columns] of WORDS) {
		const rows = await sql<{ recordId: string; version: number; words: (string | null)[] }>(
			`SELECT a."recordId", a."version", ARRAY[${columns}] AS "words" FROM "${table}" a LEFT JOIN "Organization" o ON o."id" = a."actorOrganizationId"`,
		)
		for (const row of rows)
			words.set(
				`${row.recordId}@${String(row.version)}`,
				row.words.flatMap((word) => (word === null || word === '' ? [] : word.slice(0, 60))),
			)
	}
	return entries.map((entry) => ({
		...entry,
		words: [entry.recordId, ...(words.get(`${entry.recordId}@${String(entry.version)}`) ?? [])],
	}))
}

/** Which columns hold what a page can show of an act. */
const WORDS: readonly (readonly [table: string, columns: string])[] = [
	['Verification', 'a."rationaleEn", a."rationaleId", a."publishedOn", o."nameEn", o."nameId"'],
	['VerifierDecision', 'a."reasonEn", a."reasonId"'],
	['Recusal', 'a."reasonEn", a."reasonId", o."nameEn", o."nameId"'],
	['LocalAssessment', 'a."publishedOn", o."nameEn", o."nameId"'],
	['Observation', 'a."text"'],
	['ObservationHiding', 'a."noteEn", a."noteId"'],
]

const UNESCAPED: readonly (readonly [RegExp, string])[] = [
	[/&#x27;/g, "'"],
	[/&quot;/g, '"'],
	[/&lt;/g, '<'],
	[/&gt;/g, '>'],
	[/&amp;/g, '&'],
]

function plain(page: string): string {
	return UNESCAPED.reduce((text, [from, to]) => text.replace(from, to), page)
}

const LISTS = /\/divergence|\/observations\/|\/verify/
/** A sentence that says how many are shown of how many there are. */
const N_OF_M = /\d+ (?:of|dari) \d+/

/** Everything in which a later look differs from an earlier one to the harm of who judged; empty where nothing does. */
export function harmDone(before: Face, after: Face): readonly string[] {
	const found: string[] = []
	before.leaves.forEach((leaf, index) => {
		if (after.leaves[index] !== leaf) found.push(`leaf ${String(index)} of the log is another one`)
	})
	// An observation that was hidden since is answered as hidden, and counted.
	const hidden = new Set(
		before.judged
			.filter(({ kind }) => kind === 'observation.published')
			.map(({ recordId, version }) => `${recordId}@${String(version)}`)
			.filter((key) => after.records.get(key)?.bytes.startsWith('410')),
	)
	for (const [key, { bytes, receipt }] of before.records) {
		const now = after.records.get(key)
		if (now?.receipt !== receipt) found.push(`${key}: its receipt is ${now?.receipt ?? 'gone'}`)
		if (now?.bytes !== bytes && !hidden.has(key))
			found.push(`${key}: its bytes are ${now?.bytes.slice(0, 90) ?? 'gone'}`)
	}
	for (const [path, page] of before.pages) {
		const [was, is] = [plain(page), plain(after.pages.get(path) ?? '')]
		if (is.startsWith('410') && [...hidden].some((key) => path.includes(`/${key.split('@')[0] ?? key}`)))
			continue
		if (!is.startsWith('200')) {
			found.push(`${path}: answers ${is.slice(0, 60)}`)
			continue
		}
		for (const { recordId, version, words } of before.judged) {
			if (hidden.has(`${recordId}@${String(version)}`)) continue
			const gone = words.find((word) => was.includes(word) && !is.includes(word))
			// A list that is cut says how many of how many it shows.
			if (gone !== undefined && !(LISTS.test(path) && N_OF_M.test(is)))
				found.push(`${path}: no longer says “${gone}” of ${recordId}`)
		}
	}
	return found
}
