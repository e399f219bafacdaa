import { checkAll } from '#app/domain/integrity/queries.server.ts'
import type { Check, Recorded } from '#app/domain/integrity/queries.server.ts'
import type { Witness } from '#app/domain/integrity/schema.ts'
import type { Config } from '#app/config.server.ts'
import type { Database } from '#app/db.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { openWithdrawals } from '#app/withdrawals.server.ts'
import { readLog } from './fsck-log.ts'
import { SHIPPED_CALLS } from './seed/application-calls.ts'
import { RULE_SETS } from './seed/rule-sets.ts'

type Beside = Pick<Config, 'dataDir' | 'logOrigin'> &
	Pick<Recorded, 'files' | 'now'> & {
		/** Folder that holds `log`, where that is not the data folder. */
		readonly logIn?: string
	}

/** Compares a database that no server holds with its log, its files and what was kept elsewhere. */
export async function checkDatabase(
	database: Database,
	{ dataDir, logIn = dataDir, logOrigin: origin, files, now }: Beside,
	witnesses: readonly Witness[] = [],
): Promise<Check> {
	const { log, kept } = await readLog(database, { dataDir: logIn, origin, key: openKeys(dataDir).ledgerKey })
	const world = { db: database.db, log, files, withdrawals: openWithdrawals(dataDir), now }
	return checkAll(world, { kept, witnesses, shippedRules: RULE_SETS, shippedCalls: SHIPPED_CALLS })
}
