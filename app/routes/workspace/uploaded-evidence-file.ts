import { findUploadedFile } from '#app/domain/evidence-file/queries.server.ts'
import { fileAnswer } from '#app/http/file-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const handle = { streamed: true }

export const loader = guardedLoader('member', async (visit) =>
	fileAnswer(visit, await findUploadedFile(visit.ctx, idFrom(visit.params.upload), 'file'), 'named'),
)
