import { findApplication } from '#app/domain/application/queries.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { applicationIdFrom } from '#app/http/application-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { applicationModel } from '#reports/application/model.ts'
import { applicationText } from '#reports/application/plain.ts'

/** An application as plain text, to be pasted into OGP's form field by field. */
export const loader = guardedLoader(APPLICATION_ROLES, async (visit) => {
	const application = await findApplication(visit.ctx, applicationIdFrom(visit.params))
	const text = applicationText(applicationModel(application), visit.locale)
	return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
})
