import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Refusal } from '#app/domain/refusal.ts'
import { endLostStep } from '#app/domain/second-step/commands.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { inBoth } from './import-lines.ts'
import { OPERATOR, sayFault, withDatabase } from './with-database.ts'

// Ends the second step of somebody who lost it and has too few colleagues to vouch:
//   npm run second-step:end -- --email ADDRESS
// All their sessions end, and at the next signing in they set a new one up. Of people of civil society the public log
// says that the site did it.

const now = new Date()
try {
	const email = emailGiven()
	const key = email === null ? 'usage' : await ended(email)
	const lines = inBoth((say) => say(`second-step.end-command.${key}`, { email: email ?? '' }))
	process.stdout.write(`${lines.join('\n')}\n`)
	process.exitCode = { usage: 2, unknown: 1, ended: 0 }[key]
} catch (error) {
	sayFault(error)
}

function emailGiven(): string | null {
	try {
		const { email } = parseArgs({ options: { email: { type: 'string' } } }).values
		return z.email().safeParse(email).data ?? null
	} catch {
		return null
	}
}

function ended(email: string): Promise<'ended' | 'unknown'> {
	return withDatabase(now, async ({ db }) => {
		const withdrawals = withdrawalList([], () => {})
		const ctx = { db, actor: OPERATOR, now, requestId: 'second-step-end', withdrawals }
		try {
			await endLostStep(ctx, email)
			return 'ended'
		} catch (error) {
			if (error instanceof Refusal) return 'unknown'
			throw error
		}
	})
}
