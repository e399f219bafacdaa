import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { onServer, urlOf } from './template-database.ts'

/**
 * A database of its own with every migration and no rows: embedded and in memory, or on the PostgreSQL server that
 * TEST_DATABASE_URL names. Whoever asks for it closes it; closing drops it.
 */
export async function freshDatabase(): Promise<Database> {
	const template = inject('templateDatabase')
	if ('packed' in template) return openDatabase({ kind: 'embedded', folder: null, template: template.packed })
	const name = `renaksi_test_${randomUUID().replaceAll('-', '')}`
	await onServer(template.url, `CREATE DATABASE "${name}" TEMPLATE "${template.name}"`)
	const database = await openDatabase({ kind: 'server', url: urlOf(template.url, name) })
	return {
		...database,
		close: async () => {
			await database.close()
			await onServer(template.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
		},
	}
}
