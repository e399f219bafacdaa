import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#app/config.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { outboxFolder } from '#app/mail.server.ts'
import { letterTextOf, withoutLinks } from './letter-text.ts'
import type { LetterText } from './letter-text.ts'

type Place = Pick<Config, 'smtpUrl' | 'dataDir'>

/** Most letters on the page of the outbox. Source: our own. */
export const OUTBOX_SHOWN = 200

/** The newest letters in the folder, newest first; null where a mail server sends them. */
export async function listOutbox(
	config: Place,
): Promise<readonly (Omit<LetterText, 'text'> & { readonly id: string })[] | null> {
	if (config.smtpUrl !== null) return null
	const folder = outboxFolder(config.dataDir)
	const names = (await readdir(folder).catch(noFolder)).filter((name) => NAME.test(name))
	const dated = await Promise.all(
		names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
	)
	const newest = dated.sort((a, b) => b.at - a.at).slice(0, OUTBOX_SHOWN)
	return Promise.all(
		newest.map(async ({ name }) => {
			const { to, subject, at } = letterTextOf(await readFile(join(folder, name), 'utf8'))
			return { id: name.slice(0, -'.eml'.length), to, subject, at }
		}),
	)
}

/** One letter of the folder without the links that act for its reader. Refuses with `not_found`. */
export async function findInOutbox(config: Place, id: string, instead: string): Promise<LetterText> {
	const name = `${id}.eml`
	if (config.smtpUrl !== null || !NAME.test(name)) throw new Refusal('not_found')
	const file = await readFile(join(outboxFolder(config.dataDir), name), 'utf8').catch(noFile)
	const letter = letterTextOf(file)
	return { ...letter, text: withoutLinks(letter.text, instead) }
}

/** Letters are named by the mail's door: a random id. */
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.eml$/

function noFolder(): readonly string[] {
	return []
}

function noFile(): never {
	throw new Refusal('not_found')
}
