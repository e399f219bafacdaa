import { listLettersDue } from '#app/domain/checkpoint-letter/queries.server.ts'
import { noteCheckpointLetter } from '#app/domain/checkpoint-letter/commands.server.ts'
import type { LetterReader } from '#app/domain/checkpoint-letter/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'

export type LettersWorld = {
	readonly ctx: Pick<Context, 'db' | 'now'>
	readonly publicLog: Pick<PublicLog, 'publish' | 'vkey'>
	readonly mail: Pick<Mail, 'send'>
	readonly baseUrl: string
}

/**
 * Sends the log's newest checkpoint to those who asked for it and had none this week. Each letter is noted when it
 * went out, so that a job that broke off goes on with the next reader.
 *
 * Returns  how many letters went out.
 */
export async function sendCheckpointLetters({
	ctx,
	publicLog,
	mail,
	baseUrl,
}: LettersWorld): Promise<number> {
	const readers = await listLettersDue(ctx)
	if (readers.length === 0) return 0
	const { text } = await publicLog.publish()
	for (const reader of readers) {
		await mail.send(letterTo(reader, { checkpoint: text, key: publicLog.vkey, baseUrl }))
		await noteCheckpointLetter(ctx, reader.personId)
	}
	return readers.length
}

function letterTo(
	{ email, locale }: LetterReader,
	{
		checkpoint,
		key,
		baseUrl,
	}: { readonly checkpoint: string; readonly key: string; readonly baseUrl: string },
): Letter {
	const language = isLocale(locale) ? locale : 'id'
	const say = sayIn(language)
	const parts = [
		say('checkpoint-letter.text.lead'),
		checkpoint.trimEnd(),
		say('checkpoint-letter.text.key'),
		key,
		say('checkpoint-letter.text.use', { address: `${baseUrl}/${language}/log/consistency` }),
		say('checkpoint-letter.text.end', { address: `${baseUrl}/${language}/checkpoint-letter` }),
	]
	return { to: email, subject: say('checkpoint-letter.subject'), text: `${parts.join('\n\n')}\n` }
}
