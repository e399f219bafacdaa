import { findPublicFile } from '#app/domain/evidence-file/queries.server.ts'
import { fileAnswer } from '#app/http/file-answer.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const handle = { streamed: true }

export const loader = guardedLoader('public', async (visit) =>
	fileAnswer(visit, await findPublicFile(visit.ctx, idFrom(visit.params.file)), 'all'),
)
