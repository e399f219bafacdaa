import { z } from 'zod'
import { typedText } from '#app/domain/evidence/schema.ts'
import { INTERESTS, SCOPES, STATEMENT_MAX_CHARACTERS } from './rules.ts'
import type { Interest, Scope } from './rules.ts'

/** The interests of one declaration, as they are stored. */
export const StoredInterests = z.array(z.enum(INTERESTS))

/** The interests that a published finding names, and whose they are. */
export const NamedInterests = z.array(z.strictObject({ scope: z.enum(SCOPES), code: z.enum(INTERESTS) }))
export type NamedInterests = z.infer<typeof NamedInterests>

/** What a form offers: one of the interests, or that there is none. */
export const INTEREST_CHOICES = ['NONE', ...INTERESTS] as const
export type InterestChoice = (typeof INTEREST_CHOICES)[number]

/** What a declaration is held against. */
export type DeclarationAsked = {
	/** Of whom nothing is declared that holds; where nobody is left, one of the two declares anew. */
	readonly missing: readonly Scope[]
	/** Interests of which at least one is named, by scope; empty where the record shows nothing. */
	readonly shown: { readonly [S in Scope]: readonly Interest[] }
}

const choices = z
	.array(z.enum(INTEREST_CHOICES, { error: 'verification.interest.required' }))
	.max(INTEREST_CHOICES.length, { error: 'verification.interest.required' })
	.optional()
const statement = typedText(STATEMENT_MAX_CHARACTERS).optional()

const fields = z.strictObject({
	personInterests: choices,
	personStatement: statement,
	organizationInterests: choices,
	organizationStatement: statement,
})
export type DeclarationAnswer = z.infer<typeof fields>

/** What the monitor declares of themselves and, where nobody has, of their organization. */
export function declarationAnswer(asked: DeclarationAsked) {
	return fields.superRefine((answer, context) => {
		for (const [field, error] of faultsOf(answer, asked))
			context.addIssue({ code: 'custom', path: [field], message: error })
	})
}

const PREFIX = { PERSON: 'person', ORGANIZATION: 'organization' } as const satisfies Record<Scope, string>

type Fault = readonly [field: keyof DeclarationAnswer, error: string]

function faultsOf(answer: DeclarationAnswer, { missing, shown }: DeclarationAsked): readonly Fault[] {
	const isEmpty = SCOPES.every((scope) => (answer[`${PREFIX[scope]}Interests`] ?? []).length === 0)
	const required = missing.length === 0 && isEmpty ? (['PERSON'] as const) : missing
	return SCOPES.flatMap((scope): Fault[] => {
		const chosen = answer[`${PREFIX[scope]}Interests`] ?? []
		const field = `${PREFIX[scope]}Interests` as const
		if (chosen.length === 0)
			return required.includes(scope) ? [[field, 'verification.interest.required']] : []
		if (chosen.includes('NONE') && chosen.length > 1) return [[field, 'verification.interest.none-alone']]
		if (shown[scope].length > 0 && !chosen.some((code) => shown[scope].some((one) => one === code)))
			return [[field, `verification.interest.shown.${scope}`]]
		const says = answer[`${PREFIX[scope]}Statement`]
		const isNone = chosen.includes('NONE')
		return isNone || says ? [] : [[`${PREFIX[scope]}Statement`, 'verification.statement.required']]
	})
}

/** One declaration out of the answers of the form. */
export type DeclarationPart = {
	readonly scope: Scope
	readonly interests: readonly Interest[]
	readonly statement: string | null
}

/** The declarations that a form makes: of those about whom it says something. */
export function partsOf(answer: DeclarationAnswer): readonly DeclarationPart[] {
	return SCOPES.flatMap((scope) => {
		const chosen = answer[`${PREFIX[scope]}Interests`] ?? []
		const interests = INTERESTS.filter((code) => chosen.includes(code))
		const said = answer[`${PREFIX[scope]}Statement`]
		return chosen.length === 0
			? []
			: [{ scope, interests, statement: interests.length > 0 ? (said ?? null) : null }]
	})
}
