import { compiledAnswer } from '#app/http/compiled-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { reportFileFrom } from '#app/http/report-answer.server.ts'

/** Handed on as it lies on the disk, in the parts that are asked for. */
export const handle = { streamed: true }

/**
 * A published report of a plan: the very file that its act seals, or, without what was withdrawn since and for Word,
 * drawn from its frozen model: `<recordId>.<language>.pdf` or `.docx`.
 */
export const loader = guardedLoader('public', (visit) => {
	const asked = reportFileFrom(visit.params.file)
	return compiledAnswer(visit, asked, idFrom(asked.name))
})
