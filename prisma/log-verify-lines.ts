import { sayIn } from '#app/i18n/translate.ts'
import type { Finding } from './log-findings.ts'

/** What came of the command: it was not understood, or things were looked at. */
export type VerifyResult =
	| { readonly kind: 'usage'; readonly fault: Pick<Finding, 'code' | 'values'> }
	| { readonly kind: 'findings'; readonly findings: readonly Finding[] }

const LANGUAGES = { en: sayIn('en'), id: sayIn('id') }

/** 0: everything holds; 1: something does not; 2: the command was not understood. */
export function exitCodeOf(result: VerifyResult): number {
	if (result.kind === 'usage') return 2
	return result.findings.every(({ holds }) => holds) ? 0 : 1
}

/** The result for people: one sentence for each finding, in both languages. */
export function linesOf(result: VerifyResult): readonly string[] {
	if (result.kind === 'usage') return inBoth(result.fault, '')
	return result.findings.flatMap((finding) => inBoth(finding, finding.holds ? '✓ ' : '✗ '))
}

/** The result for programs: codes, values, and the sentences in both languages. */
export function jsonOf(result: VerifyResult): object {
	if (result.kind === 'usage') return { outcome: 'usage', message: sentences(result.fault) }
	const isSound = exitCodeOf(result) === 0
	return {
		outcome: isSound ? 'holds' : 'does_not_hold',
		findings: result.findings.map((finding) => ({ ...finding, message: sentences(finding) })),
	}
}

type Said = Pick<Finding, 'code' | 'values'>

function inBoth(said: Said, mark: string): readonly string[] {
	const { en, id } = sentences(said)
	return [`${mark}${en}`, `    ${id}`]
}

function sentences({ code, values }: Said): { en: string; id: string } {
	const key = `log-verify.${code}`
	return { en: LANGUAGES.en(key, values), id: LANGUAGES.id(key, values) }
}
