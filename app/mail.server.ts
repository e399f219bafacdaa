import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from './config.server.ts'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

export type Mail = { readonly send: (letter: Letter) => Promise<void>; readonly close: () => void }

/** The one door for e-mail: a mail server where one is configured, else files in DATA_DIR/outbox for the operator. */
export function openMail(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mail {
	return config.smtpUrl === null ? outbox(config) : server(config.smtpUrl, config.mailFrom)
}

function server(smtpUrl: string, from: string): Mail {
	const transport = createTransport(smtpUrl, { from, disableFileAccess: true, disableUrlAccess: true })
	return {
		send: async (letter) => void (await transport.sendMail(letter)),
		close: () => transport.close(),
	}
}

function outbox({ dataDir, mailFrom }: Pick<Config, 'mailFrom' | 'dataDir'>): Mail {
	const folder = join(dataDir, 'outbox')
	const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from: mailFrom })
	return {
		send: async (letter) => {
			const { message } = await writer.sendMail(letter)
			mkdirSync(folder, { recursive: true, mode: 0o700 })
			writeFileSync(join(folder, `${randomUUID()}.eml`), Buffer.isBuffer(message) ? message : '', {
				mode: 0o600,
				flag: 'wx',
			})
		},
		close: () => writer.close(),
	}
}
