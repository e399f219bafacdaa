import { z } from 'zod'
import { EVIDENCE_KINDS, STANCES } from './rules.ts'

/** Longest address of a link and longest words about it. Unit: characters. Source: our own. */
export const URL_MAX_CHARACTERS = 2000
export const TITLE_MAX_CHARACTERS = 300

/**
 * Text as it is kept: line ends of one kind, composed letters (NFC), no control characters, no space around it.
 *
 * Source  the ledger seals text as stored, so it is put into one form before.
 */
export function tidied(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/(?![\n\t])\p{Cc}/gu, '')
		.normalize('NFC')
		.trim()
}

/** Typed text up to a length; longer text is refused with a sentence. Unit: Unicode code points. */
export function typedText(maxCharacters: number) {
	return z
		.string({ error: 'field.text' })
		.overwrite(tidied)
		.refine((text) => [...text].length <= maxCharacters, { error: 'field.too-long' })
}

/** Whether the text is the address of a page or file on the web, without a name and password in it. */
export function isWebAddress(text: string): boolean {
	if (!URL.canParse(text)) return false
	const { protocol, hostname, username, password } = new URL(text)
	return /^https?:$/.test(protocol) && hostname.includes('.') && username === '' && password === ''
}

const kind = z.enum(EVIDENCE_KINDS, { error: 'evidence.kind.required' })
const title = z.string({ error: 'evidence.title.required' }).pipe(typedText(TITLE_MAX_CHARACTERS))
const address = z
	.string({ error: 'evidence.url.required' })
	.overwrite(tidied)
	.max(URL_MAX_CHARACTERS, { error: 'evidence.url.web' })
	.refine(isWebAddress, { error: 'evidence.url.web' })

/** A link to evidence of a claim: what it is, where it is, and what it shows. */
export const EvidenceLink = z.strictObject({
	kind,
	url: address,
	title: title.refine((text) => text !== '', { error: 'evidence.title.required' }),
})
export type EvidenceLink = z.infer<typeof EvidenceLink>

/**
 * A piece of evidence of a verification, with what it says about the claim. Of an interview the place may be a
 * reference in words (who keeps the record, under which number) instead of an address.
 */
export const StancedEvidence = z
	.strictObject({
		kind,
		url: z
			.string({ error: 'evidence.url.required' })
			.pipe(typedText(URL_MAX_CHARACTERS))
			.refine((text) => text !== '', { error: 'evidence.url.required' }),
		title: EvidenceLink.shape.title,
		stance: z.enum(STANCES, { error: 'evidence.stance.required' }),
	})
	.refine((given) => isWebAddress(given.url) || (given.kind === 'INTERVIEW' && !hasScheme(given.url)), {
		path: ['url'],
		error: 'evidence.url.web',
	})
export type StancedEvidence = z.infer<typeof StancedEvidence>

/** Whether the text begins like an address of any kind, `javascript:` among them. */
function hasScheme(text: string): boolean {
	return /^[a-z][a-z0-9+.-]*:/i.test(text)
}
