import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileRefusal } from '#app/domain/upload/rules.ts'
import type { UploadView } from '#app/domain/upload/view.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { endAnswer } from './linger.server.ts'
import { wantedLocale } from './wanted-locale.ts'

/** An answer that a script reads; `message` is for the person, in their language. */
export type UploadAnswer = { readonly status: number; readonly body: string }

/** Refusals that are not about the file have a status of their own. */
const STATUS_OF: Partial<Record<FileRefusal, number>> = {
	TOO_LARGE: 413,
	TOO_MANY_UPLOADS: 429,
	UNAVAILABLE: 503,
}

/** Says why a file is not taken. */
export function refusedUpload(acceptLanguage: string | null | undefined, refused: FileRefusal): UploadAnswer {
	const message = sayIn(wantedLocale(acceptLanguage))(`upload.refused.${refused}`)
	return { status: STATUS_OF[refused] ?? 422, body: JSON.stringify({ refused, message }) }
}

/** Says what became of a file that was taken. */
export function takenUpload({ id, mediaType, fileBytes, pages, removed }: UploadView): UploadAnswer {
	return { status: 200, body: JSON.stringify({ upload: id, mediaType, bytes: fileBytes, pages, removed }) }
}

/** Says why a request about a file is not followed; the reason has a sentence under `refusal`. */
export function refusedRequest(
	req: IncomingMessage,
	reason: 'not_signed_in' | 'not_allowed' | 'not_found' | 'malformed',
): UploadAnswer {
	const say = sayIn(wantedLocale(req.headers['accept-language']))
	const answers = {
		not_signed_in: { status: 401, message: () => say('upload.not-signed-in') },
		not_allowed: { status: 403, message: () => say('refusal.not_allowed') },
		not_found: { status: 404, message: () => say('refusal.not_found') },
		malformed: { status: 400, message: () => say('error.400.text') },
	}
	const { status, message } = answers[reason]
	return { status, body: JSON.stringify({ reason, message: message() }) }
}

/** Sends an answer, also where the body of the request was not read. */
export function sendAnswer(req: IncomingMessage, res: ServerResponse, { status, body }: UploadAnswer): void {
	res.statusCode = status
	res.setHeader('Content-Type', 'application/json; charset=utf-8')
	res.setHeader('Content-Length', Buffer.byteLength(body))
	endAnswer(req, res, req.method === 'HEAD' ? undefined : body)
}
