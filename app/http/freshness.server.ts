import { createHash } from 'node:crypto'
import type { Database } from '#app/db.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Finding } from '#app/domain/integrity/rules.ts'
import { shareNext } from './share-next.ts'

/** Gives a mark that is the same as long as no public page can have changed; at once where it is known. */
export type Freshness = () => string | Promise<string>

type FreshnessWorld = {
	readonly database: Pick<Database, 'sql' | 'ended'>
	readonly buildId: string
	readonly clock: () => Date
	/** How many findings are withdrawn as the list outside the database knows: a restored database knows fewer. */
	readonly withdrawn: () => number
	/** What is known to differ from the log: every page says how much. The same list as long as it says the same. */
	readonly findings: () => readonly Finding[]
}

const NOTHING: readonly Finding[] = []

/** Every offset from UTC is a whole number of quarters of an hour, so no zone's day changes within one. */
const QUARTER_MS = 15 * 60_000

type Reference = {
	readonly ruleSets: string | null
	readonly zones: string | null
	readonly lastLeaf: string | null
}

/**
 * What a public page depends on besides its address: the length of the log, the number of members, the rule sets, the
 * build, and the day in UTC and in each member's time zone. One cheap question to the database, shared by the requests of the same moment; none where
 * this process alone writes, and has not touched the database since the last one.
 */
export function openFreshness(world: FreshnessWorld): Freshness {
	const { database, buildId, clock, withdrawn, findings } = world
	let known = { size: -1, members: -1, quarter: -1, hidden: -1, found: NOTHING, mark: '', ended: -1 }

	const ask = shareNext(async () => {
		const endedBefore = database.ended()
		const [head] = await database.sql<{ size: number; members: number }>(
			'SELECT "size", (SELECT count(*)::int FROM "Member") AS "members" FROM "LedgerHead"',
		)
		const now = clock()
		const size = head?.size ?? 0
		const members = head?.members ?? 0
		const quarter = quarterOf(now)
		const hidden = withdrawn()
		const found = findings()
		// Had anything else ended meanwhile, the count is past this one, and the next request asks again.
		const ended = endedBefore === null ? -1 : endedBefore + 1
		const isSame =
			known.size === size &&
			known.members === members &&
			known.quarter === quarter &&
			known.hidden === hidden &&
			known.found === found
		known = {
			size,
			members,
			quarter,
			hidden,
			found,
			ended,
			mark: isSame ? known.mark : await markOf({ database, buildId, size, members, hidden, found, now }),
		}
		return known.mark
	})

	const isKnown = () =>
		database.ended() === known.ended &&
		quarterOf(clock()) === known.quarter &&
		withdrawn() === known.hidden &&
		findings() === known.found
	return () => (isKnown() ? known.mark : ask())
}

function quarterOf(now: Date): number {
	return Math.floor(now.getTime() / QUARTER_MS)
}

async function markOf(moment: {
	readonly database: Pick<Database, 'sql'>
	readonly buildId: string
	readonly size: number
	readonly members: number
	readonly hidden: number
	readonly found: readonly Finding[]
	readonly now: Date
}): Promise<string> {
	const [reference] = await moment.database.sql<Reference>(
		`SELECT (SELECT string_agg("id", ',' ORDER BY "id") FROM "RuleSet") AS "ruleSets",
			(SELECT string_agg(DISTINCT "timeZone", ',') FROM "Member") AS "zones",
			(SELECT encode("leafHash", 'hex') FROM "LedgerEntry" ORDER BY "index" DESC LIMIT 1) AS "lastLeaf"`,
	)
	// Protected evidence becomes public by the day of UTC.
	const zones = ['UTC', ...(reference?.zones?.split(',') ?? [])]
	const days = [...new Set(zones.map((zone) => dayIn(zone, moment.now)))].sort()
	const { size, members, hidden, found, buildId } = moment
	const around = hashOf([members, hidden, found, reference?.ruleSets, buildId, days])
	return `${around}${APART}${hashOf([around, size, reference?.lastLeaf])}`
}

const APART = '.'

function hashOf(facts: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(facts)).digest('base64url')
}

/** Whether all that happened between two marks is that the log grew: nothing was withdrawn, no day and no rule changed. */
export function differsInActsOnly(before: string, after: string): boolean {
	const [around] = before.split(APART)
	return around !== undefined && around !== before && after.startsWith(`${around}${APART}`)
}
