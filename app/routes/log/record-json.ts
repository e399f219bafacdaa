import { findSignedRecord } from '#app/domain/record/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { fileNameFrom, idFrom, versionFrom } from '#app/http/id-from.ts'
import { FOR_EVERY_SITE, newestCheckpoint } from '#app/http/log-answer.server.ts'

/** One act as it was logged; without `version` the newest one of the record that a checkpoint covers. */
export const loader = guardedLoader('public', async (visit) => {
	const recordId = idFrom(fileNameFrom(visit.params.file, '.json'))
	await newestCheckpoint(visit)
	const { positionOf, leafHashAt } = visit.load.publicLog
	const position = await positionOf(recordId, versionFrom(visit.url))
	if (!position) throw new Refusal('not_found')
	const { version } = position
	return Response.json(await findSignedRecord(visit.ctx, { recordId, version }, leafHashAt), {
		headers: { ...FOR_EVERY_SITE, 'Cache-Control': 'no-store' },
	})
})
