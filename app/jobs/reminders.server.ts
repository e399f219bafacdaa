import type { Context } from '#app/domain/context.ts'
import { listDueDigests } from '#app/domain/digest/queries.server.ts'
import { forgetLetters, noteLetters, tokenOf } from '#app/domain/notice/commands.server.ts'
import { listDueLetters } from '#app/domain/notice/queries.server.ts'
import type { Reader } from '#app/domain/notice/view.ts'
import { generateAllObligations } from '#app/domain/obligation/commands.server.ts'
import type { Log } from '#app/log.server.ts'
import { isSurelyUnsent } from '#app/mail.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'
import { digestLetter, letterAboutDeadlines } from './letter-words.ts'

export type RemindersWorld = {
	readonly ctx: Pick<Context, 'db' | 'now' | 'withdrawals'>
	readonly mail: Pick<Mail, 'send'>
	readonly log: Pick<Log, 'error'>
	readonly baseUrl: string
}

export type Sent = { readonly sent: number; readonly failed: number }

/**
 * Writes down what is owed today and sends the letters about it: before a deadline to those who owe, after it to
 * their superiors. Several things due for one person are one letter.
 */
export async function sendReminders(world: RemindersWorld): Promise<Sent & { readonly changed: number }> {
	const { ctx, baseUrl } = world
	const changed = await generateAllObligations(ctx)
	const outcomes: boolean[] = []
	for (const due of await listDueLetters(ctx)) {
		const keys = due.items.map(({ key }) => key)
		const outcome = await sendOnce(world, { reader: due.reader, keys }, (noted, token) => {
			const items = due.items.filter(({ key }) => noted.includes(key))
			return letterAboutDeadlines({ ...due, items }, { baseUrl, token })
		})
		if (outcome !== null) outcomes.push(outcome)
	}
	return { changed, ...counted(outcomes) }
}

/** Sends the digest of last week to those who have not had it. */
export async function sendDigests(world: RemindersWorld): Promise<Sent> {
	const { ctx, baseUrl } = world
	const outcomes: boolean[] = []
	for (const due of await listDueDigests(ctx)) {
		const outcome = await sendOnce(world, { reader: due.reader, keys: [due.key] }, (_noted, token) =>
			digestLetter(due, { baseUrl, token }),
		)
		if (outcome !== null) outcomes.push(outcome)
	}
	return counted(outcomes)
}

type Envelope = { readonly reader: Reader; readonly keys: readonly string[] }

/**
 * Sends one letter at most once: it is written down first, and the note is taken back only where the letter surely
 * did not go out. A process that ends in between has sent one letter too few, and the next one of the row follows.
 *
 * Returns  whether it went out; null where another run has sent it.
 */
async function sendOnce(
	{ ctx, mail, log }: RemindersWorld,
	{ reader, keys }: Envelope,
	letterOf: (noted: readonly string[], token: string) => Letter,
): Promise<boolean | null> {
	const { personId } = reader
	const token = reader.token || (await tokenOf(ctx, personId))
	const noted = await noteLetters(ctx, personId, keys)
	if (noted.length === 0) return null
	try {
		await mail.send(letterOf(noted, token))
		return true
	} catch (error) {
		if (isSurelyUnsent(error)) await forgetLetters(ctx, personId, noted)
		log.error({ event: 'mail', personId, err: error })
		return false
	}
}

function counted(outcomes: readonly boolean[]): Sent {
	const sent = outcomes.filter((wasSent) => wasSent).length
	return { sent, failed: outcomes.length - sent }
}
