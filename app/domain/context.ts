import type { Actor } from '#app/access/policy.ts'
import type { WithdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { PrismaClient } from '#prisma/generated/client.ts'

/** The world a query or command sees: nothing below a route reads a clock, a session, the environment or a disk. */
export type Context = {
	readonly db: PrismaClient
	readonly actor: Actor
	readonly now: Date
	readonly requestId: string
	/** What was withdrawn, whatever the database remembers of it. */
	readonly withdrawals: WithdrawalList
}

/** A database client inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
