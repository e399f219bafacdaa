import { z } from 'zod'
import { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'
import { GROUPS, MEASURES } from './rules.ts'

/** What is counted, by what it is put into groups, and which commitments are counted; all of it is in the address. */
export const ExplorationQuery = CommitmentsFilter.omit({ sort: true, page: true }).extend({
	measure: z.enum(MEASURES).optional(),
	group: z.enum(GROUPS).optional(),
})
export type ExplorationQuery = z.infer<typeof ExplorationQuery>

/** The same for a file, and the language of its words. */
export const ExplorationFileQuery = ExplorationQuery.extend({ lang: z.enum(['en', 'id']).optional() })
