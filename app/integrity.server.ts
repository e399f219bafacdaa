import { join } from 'node:path'
import { SHIPPED_CALLS } from '#prisma/seed/application-calls.ts'
import { RULE_SETS } from '#prisma/seed/rule-sets.ts'
import type { Config } from './config.server.ts'
import type { Database } from './db.server.ts'
import { checkAll } from './domain/integrity/queries.server.ts'
import type { Check } from './domain/integrity/queries.server.ts'
import { areSameFindings, findingsOf } from './domain/integrity/rules.ts'
import type { Finding } from './domain/integrity/rules.ts'
import type { Witness } from './domain/integrity/schema.ts'
import type { WithdrawalList } from './domain/withdrawal/rules.ts'
import type { FileStore } from './files.server.ts'
import { openLogFolder } from './ledger/log-folder.server.ts'
import type { PublicLog } from './ledger/public-log.server.ts'
import type { Log } from './log.server.ts'

/** What this process knows of differences between the database, the log and the files. */
export type Integrity = {
	/** The same list as long as it says the same. */
	readonly findings: () => readonly Finding[]
	/** Whether the last whole check could not be done. */
	readonly isUnchecked: () => boolean
	/** Compares everything now, one check after the other; what it finds takes the place of what was known. */
	readonly check: (witnesses?: readonly Witness[]) => Promise<Check>
	/** Takes note of what was found about one record, or that nothing is wrong with it any more. */
	readonly note: (recordId: string, found: readonly Finding[]) => void
	/** Checks soon, and then every day, until it is closed. */
	readonly begin: () => void
	readonly close: () => void
}

/** The first pages are not kept waiting by the first check. Unit: ms. */
const FIRST_MS = 3_000
const EVERY_MS = 24 * 60 * 60 * 1_000

export type IntegrityWorld = {
	readonly config: Pick<Config, 'dataDir'>
	readonly database: Pick<Database, 'db'>
	readonly publicLog: PublicLog
	readonly files: FileStore
	readonly withdrawals: WithdrawalList
	readonly log: Log
	readonly clock: () => Date
}

/** Watches over a running site: its database, its log in memory and on the disk, and its files. */
export function openIntegrity({
	config,
	database,
	publicLog,
	log,
	clock,
	...outside
}: IntegrityWorld): Integrity {
	return integrityOver(async (witnesses) => {
		// What is new is signed first, as long as the log signs; the check does without.
		await publicLog.publish().catch(() => null)
		const kept = await openLogFolder(join(config.dataDir, 'log'))
		const world = { ...outside, db: database.db, log: publicLog, now: clock() }
		return checkAll(world, { kept, witnesses, shippedRules: RULE_SETS, shippedCalls: SHIPPED_CALLS })
	}, log)
}

/** Keeps what checks find in memory; a start knows nothing until its first check. */
export function integrityOver(
	compare: (witnesses: readonly Witness[]) => Promise<Check>,
	log: Pick<Log, 'info' | 'error'>,
): Integrity {
	const memory = memoryOf(log)
	let isUnchecked = false
	let running: Promise<unknown> = Promise.resolve()

	async function checkNow(witnesses: readonly Witness[]): Promise<Check> {
		try {
			const check = await memory.replacedBy(compare(witnesses))
			isUnchecked = false
			return check
		} catch (error) {
			isUnchecked = true
			throw error
		}
	}

	function check(witnesses: readonly Witness[] = []): Promise<Check> {
		const next = running.then(() => checkNow(witnesses))
		running = next.catch(() => null)
		return next
	}

	return {
		findings: memory.findings,
		isUnchecked: () => isUnchecked,
		check,
		note: memory.note,
		...repeated(() => check(), log),
	}
}

type Memory = Pick<Integrity, 'findings' | 'note'> & {
	/** Takes what a check found in place of what was known when it began. */
	readonly replacedBy: (checking: Promise<Check>) => Promise<Check>
}

function memoryOf(log: Pick<Log, 'error'>): Memory {
	let findings: readonly Finding[] = []
	/** Records that were looked at since the last whole check began: what is known of them is younger than it. */
	let looked = new Set<string>()
	const isYounger = ({ recordId }: Finding) => recordId !== null && looked.has(recordId)

	function keep(found: readonly Finding[]): void {
		if (areSameFindings(found, findings)) return
		const known = findings
		findings = found
		for (const finding of found)
			if (!known.some((one) => areSameFindings([one], [finding])))
				log.error({ event: 'integrity.differs', ...finding })
	}

	return {
		findings: () => findings,
		note: (recordId, found) => {
			looked.add(recordId)
			if (found.length === 0 && findingsOf(recordId, findings).length === 0) return
			keep([...findings.filter((known) => known.recordId !== recordId), ...found])
		},
		replacedBy: async (checking) => {
			looked = new Set()
			const check = await checking
			const found = check.findings.filter((one) => !isOfWitness(one) && !isYounger(one))
			keep([...found, ...findings.filter(isYounger)])
			return check
		},
	}
}

/** Checks soon after the start, and then every day. */
function repeated(
	check: () => Promise<Check>,
	log: Pick<Log, 'info' | 'error'>,
): Pick<Integrity, 'begin' | 'close'> {
	let timer: NodeJS.Timeout | null = null

	function checkIn(delayMs: number): void {
		timer = setTimeout(() => {
			check()
				.then(({ entries, files, findings }) =>
					log.info({ event: 'integrity.checked', entries, files, findings: findings.length }),
				)
				// A check that the end of the process broke off has nothing to say.
				.catch((error: unknown) => timer && log.error({ event: 'integrity.unchecked', err: error }))
				.finally(() => timer && checkIn(EVERY_MS))
		}, delayMs).unref()
	}

	return {
		begin: () => checkIn(FIRST_MS),
		close: () => {
			if (timer) clearTimeout(timer)
			timer = null
		},
	}
}

/** What an operator holds against the log is told to the operator: what was kept elsewhere may be of another log. */
function isOfWitness({ fault }: Finding): boolean {
	return fault.startsWith('witness_')
}
