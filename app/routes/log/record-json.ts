import { findRecord } from '#app/domain/record/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { fileNameFrom, idFrom, versionFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url }) => {
	const recordId = idFrom(fileNameFrom(params.file, '.json'))
	return Response.json(await findRecord(ctx, recordId, versionFrom(url)), {
		headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' },
	})
})
