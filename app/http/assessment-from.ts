import { ASSESSMENT_KINDS, TEXT_SECTIONS } from '#app/domain/self-assessment/rules.ts'
import type { AssessmentKind, TextSection } from '#app/domain/self-assessment/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { idFrom } from './id-from.ts'

type Params = Readonly<Record<string, string | undefined>>

/** Which self-assessment a URL is about: a plan and the kind, `mid-term` or `end-of-term`. */
export function assessmentPlaceFrom(params: Params): {
	readonly planId: string
	readonly kind: AssessmentKind
} {
	return { planId: idFrom(params.planId), kind: codeIn(ASSESSMENT_KINDS, params.kind) }
}

/** Which text of the outline a URL is about. */
export function textSectionFrom(part: string | undefined): TextSection {
	return codeIn(TEXT_SECTIONS, part)
}

const NUMBER = /^[1-9]\d{0,3}$/

/** The number of a comment, counted from 1, from a URL part; anything that cannot be one is not found. */
export function commentNumberFrom(part: string | undefined): number {
	if (part === undefined || !NUMBER.test(part)) throw new Refusal('not_found')
	return Number(part)
}

/** The code that a part of an address writes in kebab-case; any other is not found. */
function codeIn<Code extends string>(codes: readonly Code[], part: string | undefined): Code {
	const found = codes.find((code) => code.toLowerCase().replaceAll('_', '-') === part)
	if (found === undefined) throw new Refusal('not_found')
	return found
}
