import { findReport } from '#app/domain/report/queries.server.ts'
import { snapshotText } from '#app/domain/report/rules.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** The frozen model that a compiled report is drawn from, as `npm run report -- --snapshot` reads it. */
export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const { model } = await findReport(ctx, idFrom(params.recordId))
	return new Response(snapshotText(model), { headers: { 'Content-Type': 'application/json' } })
})
