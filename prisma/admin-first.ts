import { parseArgs } from 'node:util'
import { readConfig } from '#app/config.server.ts'
import type { Config } from '#app/config.server.ts'
import { appointFirstAdmin } from '#app/domain/first-admin/commands.server.ts'
import { FirstAdmin } from '#app/domain/first-admin/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { firstAdminLetter } from '#app/http/first-admin-letter.server.ts'
import { openAccounts } from '#app/http/session.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { openLog } from '#app/log.server.ts'
import { openMail, outboxFolder } from '#app/mail.server.ts'
import type { Database } from '#app/db.server.ts'
import { exitCodeOf, jsonOf, linesOf } from './admin-first-lines.ts'
import type { FirstAdminResult } from './admin-first-lines.ts'
import { OPERATOR, sayFault, withDatabase } from './with-database.ts'

// Appoints the first person who runs a new site, and sends them a one-time link to sign in:
//   npm run admin:first -- --email ADDRESS [--name NAME] [--lang en|id] [--json]

const OPTIONS = {
	email: { type: 'string' },
	name: { type: 'string' },
	lang: { type: 'string', default: 'id' },
	json: { type: 'boolean', default: false },
} as const

const now = new Date()
try {
	const result = await asked()
	const isJson = process.argv.includes('--json')
	const lines = isJson ? [JSON.stringify(jsonOf(result), null, '\t')] : linesOf(result)
	process.stdout.write(`${lines.join('\n')}\n`)
	process.exitCode = exitCodeOf(result)
} catch (error) {
	sayFault(error)
}

async function asked(): Promise<FirstAdminResult> {
	const answer = argumentsGiven()
	if (!answer) return { kind: 'usage' }
	const config = readConfig()
	return withDatabase(now, async (database) => appointed(config, database, answer))
}

function argumentsGiven(): FirstAdmin | null {
	try {
		const { email, name, lang } = parseArgs({ options: OPTIONS }).values
		const said = { email, locale: lang, ...(name === undefined ? {} : { displayName: name }) }
		return FirstAdmin.safeParse(said).data ?? null
	} catch {
		return null
	}
}

async function appointed(config: Config, { db }: Database, answer: FirstAdmin): Promise<FirstAdminResult> {
	const { baseUrl, dataDir, smtpUrl } = config
	const log = openLog('silent')
	const mail = openMail(config)
	const accounts = openAccounts({ db, baseUrl, secret: openKeys(dataDir).authSecret, mail, log })
	try {
		const withdrawals = withdrawalList([], () => {})
		const ctx = { db, actor: OPERATOR, now, requestId: 'admin-first', withdrawals }
		const { email, locale } = await appointFirstAdmin(ctx, answer)
		const told = { email, folder: outboxFolder(dataDir), signIn: `${baseUrl}/${locale}/sign-in` }
		const link = await accounts.linkFor({ email, locale })
		const isSent = await mail.send(firstAdminLetter({ email, locale, link })).then(
			() => true,
			() => false,
		)
		const sent = !isSent ? 'unsent' : smtpUrl === null ? 'outbox' : 'mailed'
		return { kind: 'appointed', ...told, sent }
	} catch (error) {
		if (error instanceof Refusal) return { kind: 'refused', reason: error.reason }
		throw error
	} finally {
		mail.close()
	}
}
