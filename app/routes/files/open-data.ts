import { guardedLoader } from '#app/http/guard.server.ts'
import { openDataAnswer } from '#app/http/open-data.server.ts'

/** One row per commitment in OGP's own columns, or one per report on a milestone: as a table or for programs. */
export const loader = guardedLoader('public', openDataAnswer)
