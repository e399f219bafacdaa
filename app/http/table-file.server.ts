import { isLocale } from '#app/i18n/locale.ts'
import { refuse } from './guard.server.ts'
import type { Visit } from './guard.server.ts'

/** A file of a table as it came with a form, and what was chosen beside it. No file chosen: no bytes. */
export type TableForm = {
	readonly name: string
	readonly bytes: Uint8Array
	readonly memberId: string | null
}

/**
 * The file of a form with one file. The door has limited its size before; the file is read in memory and kept nowhere.
 *
 * Throws   a 400 answer in words where the body is no such form.
 */
export async function tableFormOf({ request, ctx, params }: Visit): Promise<TableForm> {
	const kind = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
	const sent = kind === 'multipart/form-data' ? await request.formData().catch(() => null) : null
	const file = sent?.get('file')
	const memberId = sent?.get('memberId')
	if (!sent || typeof file !== 'object' || file === null) {
		const locale = isLocale(params.lang) ? params.lang : 'en'
		throw refuse(400, 'bad_form', { requestId: ctx.requestId, locale })
	}
	return {
		name: file.name,
		bytes: new Uint8Array(await file.arrayBuffer()),
		memberId: typeof memberId === 'string' && memberId !== '' ? memberId : null,
	}
}
