import { z } from 'zod'
import { DOCUMENT_REQUIREMENTS, PHASES } from '#app/domain/cocreation/rules.ts'
import { SHOWN_NOUNS } from './rules.ts'

const page = z.coerce.number().int().min(1).max(10_000).optional()

/** Which list of a member's registers is asked for in full; nothing: the newest of each. */
export const RegisterFilter = z.strictObject({ list: z.enum(SHOWN_NOUNS).optional(), page })
export type RegisterFilter = z.infer<typeof RegisterFilter>

/** What the repository of documents can be narrowed by. */
export const RepositoryFilter = z.strictObject({
	phase: z.enum(PHASES).optional(),
	requirement: z.enum(DOCUMENT_REQUIREMENTS).optional(),
	page,
})
export type RepositoryFilter = z.infer<typeof RepositoryFilter>
