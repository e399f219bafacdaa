import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { emptied, shapeOf } from './emptied-database.ts'
import type { Shape } from './emptied-database.ts'
import { onServer, urlOf } from './template-database.ts'

/** An engine in memory keeps all that was ever written: after so many tests it makes room. */
const USES_MAX = 20

type Kept = {
	uses: number
	readonly database: Database
	readonly shape: Shape
	readonly drop: () => Promise<void>
}

/** Databases of this process that nobody uses now, as they were when they were opened. */
const idle: Kept[] = []

/**
 * A database of its own with every migration and no other rows: embedded and in memory, or on the PostgreSQL server that
 * TEST_DATABASE_URL names. Whoever asks for it closes it. Opening one takes a second, emptying one some milliseconds:
 * one that was closed is emptied and handed out again, unless its tables or triggers are others than before.
 */
export async function freshDatabase(): Promise<Database> {
	const kept = idle.pop() ?? (await opened())
	kept.uses += 1
	let isClosed = false
	return {
		...kept.database,
		close: async () => {
			if (isClosed) return
			isClosed = true
			if (kept.uses < USES_MAX && (await emptied(kept.database, kept.shape))) idle.push(kept)
			else await kept.drop()
		},
	}
}

async function opened(): Promise<Kept> {
	const template = inject('templateDatabase')
	if ('packed' in template) {
		const database = await openDatabase({ kind: 'embedded', folder: null, template: template.packed })
		return { uses: 0, database, shape: await shapeOf(database), drop: () => database.close() }
	}
	const name = `renaksi_test_${randomUUID().replaceAll('-', '')}`
	await onServer(template.url, `CREATE DATABASE "${name}" TEMPLATE "${template.name}"`)
	const database = await openDatabase({ kind: 'server', url: urlOf(template.url, name) })
	const drop = async () => {
		await database.close()
		await onServer(template.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
	}
	return { uses: 0, database, shape: await shapeOf(database), drop }
}
