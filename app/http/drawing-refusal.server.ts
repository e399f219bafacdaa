import type { RefusalReason } from '#app/domain/refusal.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { smallPage } from './error-answer.server.ts'
import type { Visit } from './guard.server.ts'

/** When it is worth asking again. Unit: seconds. */
const RETRY_AFTER_S = { drawing_busy: 5, drawing_failed: 60 } as const satisfies Partial<
	Record<RefusalReason, number>
>
type NotDrawn = keyof typeof RETRY_AFTER_S

/**
 * The answer to whoever asked for a file that is not drawn now: a small page in the file's language, with the time after
 * which it is worth asking again. Null for whatever else was thrown.
 */
export function drawingRefusal(visit: Visit, thrown: unknown, locale: Locale): Response | null {
	const reason = notDrawn(thrown)
	if (reason === null) return null
	visit.load.log.warn({ event: reason, requestId: visit.ctx.requestId })
	return new Response(smallPage({ status: 503, reason, locale }), {
		status: 503,
		headers: {
			'Content-Type': 'text/html; charset=utf-8',
			'Cache-Control': 'no-store',
			'Retry-After': String(RETRY_AFTER_S[reason]),
		},
	})
}

/**
 * Why a file was not drawn. The process and the pages are built apart, and each knows a class of its own by the name of
 * `Refusal`: it is told by what it says.
 */
function notDrawn(thrown: unknown): NotDrawn | null {
	if (!(thrown instanceof Error) || thrown.name !== 'Refusal' || !('reason' in thrown)) return null
	return thrown.reason === 'drawing_busy' || thrown.reason === 'drawing_failed' ? thrown.reason : null
}
