import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from './site.ts'

/** Before the token of an address that signs somebody in. */
export const SIGN_IN_LINK = /sign-in\/link\?token=(?:3D)?/

/** The part of an address that stands after `before` in a letter to somebody; waits until one other than `known` came. */
export async function fromLetter(
	outbox: string,
	to: string,
	before: RegExp,
	known: string | null = null,
): Promise<string> {
	const found = () => newestIn(outbox, to, before) ?? known
	await expect.poll(found).not.toBe(known)
	return found() ?? ''
}

/** The same of the newest letter that has come already; null where there is none. */
export function newestIn(outbox: string, to: string, before: RegExp): string | null {
	const files = existsSync(outbox) ? readdirSync(outbox).map((name) => join(outbox, name)) : []
	// The names of letters say nothing about when they came.
	const inOrder = files.map((file) => ({ file, at: statSync(file).mtimeMs })).sort((a, b) => a.at - b.at)
	const letters = inOrder.map(({ file }) => readFileSync(file, 'utf8').replace(/=\r?\n/g, ''))
	const theirs = letters.filter((letter) => letter.includes(`To: ${to}\n`))
	const rest = theirs.flatMap((letter) => new RegExp(`${before.source}([\\w.-]+)`).exec(letter)?.[1] ?? [])
	return rest.at(-1) ?? null
}
