import { robotsText } from '#app/export/robots.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { LOCALES } from '#app/i18n/locale.ts'

/** What machines are asked to leave out. */
export const loader = guardedLoader(
	'public',
	({ load }) =>
		new Response(robotsText(load.config.baseUrl, LOCALES), {
			headers: { 'Content-Type': 'text/plain; charset=utf-8' },
		}),
)
