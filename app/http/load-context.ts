import type { Calls } from '#app/calls.server.ts'
import type { Config } from '#app/config.server.ts'
import type { Database } from '#app/db.server.ts'
import type { FileStore } from '#app/files.server.ts'
import type { Integrity } from '#app/integrity.server.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import type { Log } from '#app/log.server.ts'
import type { ReportWork } from '#app/report-work.server.ts'
import type { WithdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { Accounts } from './session.server.ts'

/** What the process hands to Remix with every request; the guard builds the domain's context from it. */
export type LoadContext = {
	readonly database: Database
	readonly config: Config
	readonly log: Log
	readonly accounts: Accounts
	readonly publicLog: PublicLog
	readonly files: FileStore
	readonly withdrawals: WithdrawalList
	readonly integrity: Integrity
	readonly reportWork: ReportWork
	readonly calls: Calls
	readonly requestId: string
	/** Nonce of this response's scripts. */
	readonly cspNonce: string
	/** Address of the client, as the process saw it. */
	readonly clientAddress: string
	/** The instant the request arrived. */
	readonly now: Date
}

declare module '@remix-run/node' {
	// Remix reads the type of its load context from this interface, so it cannot be a type alias.
	// eslint-disable-next-line @typescript-eslint/consistent-type-definitions, @typescript-eslint/no-empty-object-type
	interface AppLoadContext extends LoadContext {}
}
