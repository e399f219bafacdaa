/** A letter from the outbox as people read it. */
export type LetterText = {
	readonly to: string
	readonly subject: string
	/** As the letter says it. */
	readonly at: string
	readonly text: string
}

/**
 * A letter out of its file, for the letters that this site writes: one part of plain text, as it is, in
 * quoted-printable or in base64.
 *
 * Source  RFC 2045 §6.7, RFC 2047
 */
export function letterTextOf(file: string): LetterText {
	const [, head = '', body = ''] = /^([\s\S]*?)\n\n([\s\S]*)$/.exec(file.replace(/\r\n/g, '\n')) ?? []
	const lines = head.replace(/\n[ \t]+/g, ' ').split('\n')
	const header = (name: string) =>
		lines
			.find((line) => line.toLowerCase().startsWith(`${name}:`))
			?.slice(name.length + 1)
			.trim() ?? ''
	return {
		to: words(header('to')),
		subject: words(header('subject')),
		at: header('date'),
		text: decoded(body, header('content-transfer-encoding').toLowerCase()),
	}
}

/** A text without the links that sign somebody in, or that act for whoever holds the letter. */
export function withoutLinks(text: string, instead: string): string {
	return text.replace(/\S*(?:[?&]token=|\/letters\/)\S*/g, instead)
}

function decoded(body: string, encoding: string): string {
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
	return encoding === 'quoted-printable' ? quotedPrintable(body.replace(/=\n/g, '')) : body
}

function quotedPrintable(text: string): string {
	const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
		String.fromCharCode(parseInt(hex, 16)),
	)
	return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** Words of a header line that are written in another set of characters. */
function words(line: string): string {
	return line
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, text: string) =>
			how.toLowerCase() === 'b'
				? Buffer.from(text, 'base64').toString('utf8')
				: quotedPrintable(text.replaceAll('_', ' ')),
		)
}
