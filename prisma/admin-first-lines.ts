import type { RefusalReason } from '#app/domain/refusal.ts'
import { bothOf, inBoth } from './import-lines.ts'

/** What came of appointing the first person who runs the site. */
export type FirstAdminResult =
	| { readonly kind: 'usage' }
	| { readonly kind: 'refused'; readonly reason: RefusalReason }
	| {
			readonly kind: 'appointed'
			readonly email: string
			/** How the link went: to the mail server, into a folder, or not at all. */
			readonly sent: 'mailed' | 'outbox' | 'unsent'
			/** The folder of letters. */
			readonly folder: string
			/** Where a new link can be asked for. */
			readonly signIn: string
	  }

/** 0: appointed and told; 1: refused, or appointed without a letter; 2: not understood. */
export function exitCodeOf(result: FirstAdminResult): number {
	if (result.kind === 'usage') return 2
	return result.kind === 'appointed' && result.sent !== 'unsent' ? 0 : 1
}

/** The result for people: every sentence in both languages. */
export function linesOf(result: FirstAdminResult): readonly string[] {
	const { key, values } = sentenceOf(result)
	return inBoth((say) => say(key, values))
}

/** The result for programs, with the sentence in both languages. */
export function jsonOf(result: FirstAdminResult): object {
	const { key, values } = sentenceOf(result)
	const { kind, ...facts } = result
	return { outcome: kind, ...facts, message: bothOf((say) => say(key, values)) }
}

function sentenceOf(result: FirstAdminResult) {
	if (result.kind === 'usage') return { key: 'admin-first.usage', values: {} }
	if (result.kind === 'refused') return { key: `refusal.${result.reason}`, values: {} }
	const { email, folder, signIn, sent } = result
	return { key: `admin-first.${sent}`, values: { email, folder, signIn } }
}
