import type { Database } from '#app/db.server.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import type { Act } from '#app/ledger/append.server.ts'

/** An act of a commitment; whatever is not given does not matter. */
export function anAct(given: Partial<Act> = {}): Act {
	return {
		kind: 'commitment.published',
		recordId: 'contoh-2025-k1',
		version: 1,
		actorOrganization: 'kabupaten-contoh',
		day: '2026-06-30',
		content: { titleEn: 'Open budgets' },
		salt: new Uint8Array(32),
		...given,
	}
}

/** Logs so many acts in one transaction, under ids of their own. */
export async function logActs({ db }: Pick<Database, 'db'>, count: number, prefix = 'k'): Promise<void> {
	const acts = Array.from({ length: count }, (_act, at) => anAct({ recordId: `${prefix}${at}` }))
	await db.$transaction((tx) => appendActs(tx, acts))
}

/** Changes the log's tables as nobody can who comes through the site: triggers are put aside. */
export async function behindTheBack({ exec }: Pick<Database, 'exec'>, script: string): Promise<void> {
	const tables = ['LedgerEntry', 'LedgerHead']
	const triggers = (what: string) =>
		tables.map((table) => `ALTER TABLE "${table}" ${what} TRIGGER USER;`).join('\n')
	await exec(`${triggers('DISABLE')}\n${script};\n${triggers('ENABLE')}`)
}
