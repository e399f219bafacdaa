import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from './config.server.ts'

export type Letter = {
	readonly to: string
	readonly subject: string
	readonly text: string
	/** Further header lines, such as how the letters are ended. */
	readonly headers?: Readonly<Record<string, string>>
}

export type Mail = { readonly send: (letter: Letter) => Promise<void>; readonly close: () => void }

/** The one door for e-mail: a mail server where one is configured, else files in DATA_DIR/outbox for the operator. */
export function openMail(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mail {
	return config.smtpUrl === null ? outbox(config) : server(config.smtpUrl, config.mailFrom)
}

function server(smtpUrl: string, from: string): Mail {
	const transport = createTransport(smtpUrl, { from, disableFileAccess: true, disableUrlAccess: true })
	return {
		send: async (letter) => void (await transport.sendMail(whole(letter))),
		close: () => transport.close(),
	}
}

/** The folder of letters that wait for the operator. */
export function outboxFolder(dataDir: string): string {
	return join(dataDir, 'outbox')
}

/**
 * Whether a letter surely did not go out: no connection came about, or the mail server answered that it does not take
 * it. Where the line broke after the letter was on its way, nobody knows.
 */
export function isSurelyUnsent(error: unknown): boolean {
	if (typeof error !== 'object' || error === null) return false
	if (typeof Reflect.get(error, 'responseCode') === 'number') return true
	return SURELY_UNSENT.some((code) => code === Reflect.get(error, 'code'))
}

const SURELY_UNSENT = ['ECONNREFUSED', 'ECONNECTION', 'EDNS', 'EAUTH', 'EENVELOPE', 'ETLS']

function whole({ to, subject, text, headers = {} }: Letter) {
	return { to, subject, text, headers: { ...headers } }
}

function outbox({ dataDir, mailFrom }: Pick<Config, 'mailFrom' | 'dataDir'>): Mail {
	const folder = outboxFolder(dataDir)
	const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from: mailFrom })
	return {
		send: async (letter) => {
			const { message } = await writer.sendMail(whole(letter))
			mkdirSync(folder, { recursive: true, mode: 0o700 })
			writeFileSync(join(folder, `${randomUUID()}.eml`), Buffer.isBuffer(message) ? message : '', {
				mode: 0o600,
				flag: 'wx',
			})
		},
		close: () => writer.close(),
	}
}
