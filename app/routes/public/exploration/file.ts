import { explorationFileAnswer } from '#app/http/exploration-file.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** What was counted as a file: the table with all groups, or its drawing. */
export const loader = guardedLoader('public', explorationFileAnswer)
