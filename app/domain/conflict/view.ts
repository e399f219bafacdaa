import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ConflictDeclaration } from '#prisma/generated/client.ts'
import { SCOPES, interestsOf, interestsShown } from './rules.ts'
import type { Interest, NamedInterest, Scope, Ties } from './rules.ts'
import { StoredInterests } from './schema.ts'
import type { DeclarationAsked } from './schema.ts'

/** A declaration as the people of its organization see it. */
export type DeclarationView = {
	readonly hasInterest: boolean
	readonly interests: readonly Interest[]
	readonly statement: string | null
	readonly declaredOn: CalendarDay
	readonly validUntilOn: CalendarDay
}

/** What holds of a monitor and a commitment today; null where nothing is declared. */
export type Declarations = { readonly [S in Scope]: DeclarationView | null }

/** What is declared and what the record shows, as the monitor sees it. */
export type ConflictView = {
	readonly declarations: Declarations
	readonly ties: Ties
	readonly declarationMonths: number
	readonly employmentMonths: number
}

/** A declaration with its stored parts read. */
export function declarationView(row: ConflictDeclaration): DeclarationView {
	const { hasInterest, statement, declaredOn, validUntilOn } = row
	const interests = StoredInterests.parse(row.interests)
	return { hasInterest, interests, statement, declaredOn, validUntilOn }
}

/** Of whom nothing is declared that holds. */
export function missingIn(declarations: Declarations): readonly Scope[] {
	return SCOPES.filter((scope) => declarations[scope] === null)
}

/** What a form of declaration is held against. */
export function askedOf({
	declarations,
	ties,
}: Pick<ConflictView, 'declarations' | 'ties'>): DeclarationAsked {
	return {
		missing: missingIn(declarations),
		shown: {
			PERSON: interestsShown(ties, 'PERSON'),
			ORGANIZATION: interestsShown(ties, 'ORGANIZATION'),
		},
	}
}

/** All interests, with what was stated about them; null while something is not declared. */
export function interestsIn({ declarations, ties }: Pick<ConflictView, 'declarations' | 'ties'>): {
	readonly interests: readonly NamedInterest[]
	readonly statement: string | null
} | null {
	const { PERSON, ORGANIZATION } = declarations
	if (PERSON === null || ORGANIZATION === null) return null
	const statements = [PERSON.statement, ORGANIZATION.statement].filter((text) => text !== null)
	return {
		interests: interestsOf({ PERSON, ORGANIZATION }, ties),
		statement: statements.length === 0 ? null : [...new Set(statements)].join('\n'),
	}
}
