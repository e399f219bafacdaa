import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#app/db.server.ts'
import { applyMigrations } from '#prisma/apply-migrations.ts'
import { fingerprint, packedEmptyDatabase } from '#prisma/build-template.ts'

declare module 'vitest' {
	// Only an interface merges into vitest's own declaration.
	// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
	export interface ProvidedContext {
		/** A packed embedded database, or the address of a PostgreSQL server and the name of its template database. */
		templateDatabase: { packed: string } | { url: string; name: string }
	}
}

/** Once per run: what every test's own database is copied from. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
	const url = process.env.TEST_DATABASE_URL
	if (!url) {
		project.provide('templateDatabase', { packed: await packedEmptyDatabase() })
		return undefined
	}
	const name = `renaksi_template_${fingerprint()}`
	await dropLeftovers(url)
	await onServer(url, `CREATE DATABASE "${name}"`)
	const database = await openDatabase({ kind: 'server', url: urlOf(url, name) })
	await applyMigrations(database)
	await database.close()
	project.provide('templateDatabase', { url, name })
	return () => dropLeftovers(url)
}

/** The server's address with another database. */
export function urlOf(url: string, name: string): string {
	const address = new URL(url)
	address.pathname = `/${name}`
	return address.href
}

/** Runs one statement on the server, outside any of our databases. */
export async function onServer(url: string, statement: string): Promise<void> {
	const client = new Client({ connectionString: url })
	await client.connect()
	try {
		await client.query(statement)
	} finally {
		await client.end()
	}
}

async function dropLeftovers(url: string): Promise<void> {
	const client = new Client({ connectionString: url })
	await client.connect()
	const { rows } = await client.query<{ datname: string }>(
		"SELECT datname FROM pg_database WHERE datname LIKE 'renaksi\\_%'",
	)
	for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`)
	await client.end()
}
