import { findRepositoryIndex } from '#app/domain/repository-index/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { repositoryIndexModel } from '#reports/repository-index/model.ts'

/** The documents of a member as the public record stands today: `<memberId>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const memberId = idFrom(asked.name)
	return reportAnswer(visit, asked, async () => {
		const index = await findRepositoryIndex(visit.ctx, memberId)
		const model = repositoryIndexModel(index, { origin: visit.url.origin, ...(await logWitness(visit)) })
		return {
			drawing: { kind: 'repository-index', input: { model, locale: asked.locale } },
			fileName: `${memberId}-repository-${index.asOfOn}`,
		}
	})
})
