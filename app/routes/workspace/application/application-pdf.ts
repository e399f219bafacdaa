import { findApplication } from '#app/domain/application/queries.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { applicationIdFrom } from '#app/http/application-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { reportAnswer } from '#app/http/report-answer.server.ts'
import { applicationModel } from '#reports/application/model.ts'

/** An application as a document, in the language of the page. */
export const loader = guardedLoader(APPLICATION_ROLES, (visit) => {
	const { locale } = visit
	const id = applicationIdFrom(visit.params)
	return reportAnswer(visit, { locale, format: 'pdf' }, async () => {
		const application = await findApplication(visit.ctx, id)
		return {
			drawing: { kind: 'application', input: { model: applicationModel(application), locale } },
			fileName: `${application.member.id}-${application.call.id}`,
		}
	})
})
