import { z } from 'zod'
import { Key } from '#app/domain/action-plan/schema.ts'
import { keyFrom, shortKeyFrom } from './key-from.ts'
import knownMembers from './irm-members.json' with { type: 'json' }

const KnownMember = z.strictObject({
	id: Key,
	countryCode: z.string().regex(/^[A-Z]{2}$/),
	nameEn: z.string(),
	nameId: z.string(),
	timeZone: z.string(),
	alsoCalled: z.array(z.string()),
})

const KNOWN = z.strictObject({ note: z.string(), members: z.array(KnownMember) }).parse(knownMembers).members

/** A member as a table of commitments names it; `isKnown` false: the name is in no list, so it stands for itself. */
export type NamedMember = Omit<z.infer<typeof KnownMember>, 'alsoCalled'> & { readonly isKnown: boolean }

const BY_NAME: ReadonlyMap<string, NamedMember> = new Map(
	KNOWN.flatMap(({ alsoCalled, ...member }) =>
		[member.nameEn, ...alsoCalled].map((name) => [keyFrom(name), { ...member, isKnown: true }]),
	),
)

/** No country: the code that ISO 3166-1 leaves for private use. */
const NO_COUNTRY = 'ZZ'

/** The member a name stands for. A name that is in no list becomes a member of its own; nothing is guessed about it. */
export function memberNamed(name: string): NamedMember {
	const known = BY_NAME.get(keyFrom(name))
	if (known) return known
	return {
		id: shortKeyFrom(name),
		countryCode: NO_COUNTRY,
		nameEn: name,
		nameId: name,
		timeZone: 'UTC',
		isKnown: false,
	}
}
