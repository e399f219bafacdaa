import { findApplication } from '#app/domain/application/queries.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { applicationIdFrom } from '#app/http/application-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.server.ts'
import { applicationModel } from '#reports/application/model.ts'
import { renderApplication } from '#reports/application/render.ts'

/** An application as a document, in the language of the page. */
export const loader = guardedLoader(APPLICATION_ROLES, async (visit) => {
	const application = await findApplication(visit.ctx, applicationIdFrom(visit.params))
	const bytes = await renderApplication({ model: applicationModel(application), locale: visit.locale })
	return pdfAnswer(bytes, `${application.member.id}-${application.call.id}.${visit.locale}.pdf`)
})
