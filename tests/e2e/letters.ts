import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from './site.ts'

/** The part of an address that stands after `before` in a letter to somebody; waits until one has come. */
export async function fromLetter(outbox: string, to: string, before: RegExp): Promise<string> {
	const found = () => newestIn(outbox, to, before)
	await expect.poll(found).not.toBeNull()
	return found() ?? ''
}

/** The same of the newest letter that has come already; null where there is none. */
export function newestIn(outbox: string, to: string, before: RegExp): string | null {
	const names = existsSync(outbox) ? readdirSync(outbox).sort() : []
	const letters = names.map((name) => readFileSync(join(outbox, name), 'utf8').replace(/=\r?\n/g, ''))
	const theirs = letters.filter((letter) => letter.includes(`To: ${to}\n`))
	const rest = theirs.flatMap((letter) => new RegExp(`${before.source}([\\w.-]+)`).exec(letter)?.[1] ?? [])
	return rest.at(-1) ?? null
}
