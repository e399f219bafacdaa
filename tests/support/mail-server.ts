import { SMTPServer } from 'smtp-server'

export type MailServer = {
	readonly smtpUrl: string
	/** What was taken, in order. */
	readonly letters: readonly Received[]
	/** Answers the next letter with a refusal. */
	readonly refuseNext: () => void
	readonly close: () => Promise<void>
}

export type Received = { readonly to: readonly string[]; readonly source: string }

/** A mail server on this machine that keeps what it is sent. */
export async function mailServer(): Promise<MailServer> {
	const letters: Received[] = []
	let refuses = false
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData: (stream, session, done) => {
			const chunks: Buffer[] = []
			stream.on('data', (chunk: Buffer) => chunks.push(chunk))
			stream.on('end', () => {
				if (refuses) {
					refuses = false
					return done(Object.assign(new Error('mailbox full'), { responseCode: 452 }))
				}
				letters.push({
					to: session.envelope.rcptTo.map(({ address }) => address),
					source: Buffer.concat(chunks).toString('utf8'),
				})
				return done()
			})
		},
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const address = server.server.address()
	const port = typeof address === 'object' && address ? address.port : 0
	return {
		smtpUrl: `smtp://127.0.0.1:${String(port)}`,
		letters,
		refuseNext: () => {
			refuses = true
		},
		close: () => new Promise((resolve) => server.close(() => resolve())),
	}
}
