import { redirect } from '@remix-run/node'
import { guardedLoader } from '#app/http/guard.server.ts'
import { wantedLocale } from '#app/http/wanted-locale.ts'

/** The site's address without a language leads to the language that the reader's browser likes best. */
export const loader = guardedLoader('public', ({ request }) =>
	redirect(`/${wantedLocale(request.headers.get('accept-language'))}`, {
		headers: { Vary: 'Accept-Language', 'Cache-Control': 'no-store' },
	}),
)
