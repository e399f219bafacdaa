import { z } from 'zod'
import { openApi } from '#app/export/api/open-api.ts'
import { API_LIMIT } from '#app/http/api-limits.server.ts'
import { apiQuery } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { sayIn } from '#app/i18n/translate.ts'

const Query = z.strictObject({ lang: z.enum(['en', 'id']).optional() })

/** The API as a document that programs read, in either language. */
export const loader = guardedLoader('public', (visit) => {
	const { lang = 'en' } = apiQuery(visit, Query)
	const { baseUrl, openDataLicence: licence } = visit.load.config
	return Response.json(openApi({ baseUrl, limit: API_LIMIT, licence, say: sayIn(lang) }))
})
