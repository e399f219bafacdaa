import { Refusal } from '#app/domain/refusal.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Drawing, DrawnFormat } from '#reports/drawing.ts'
import { drawingRefusal } from './drawing-refusal.server.ts'
import type { Visit } from './guard.server.ts'

/** A file of a report as an address asks for it: `<name>.<language>.pdf` or `.docx`. */
export type AskedReport = { readonly name: string; readonly locale: Locale; readonly format: DrawnFormat }

const ASKED = /^([a-z0-9][a-z0-9._-]*)\.([a-z]{2})\.(pdf|docx)$/

/** Which file an address asks for; what cannot be one is not found. */
export function reportFileFrom(file: string | undefined): AskedReport {
	const [, name, locale, format] = ASKED.exec(file ?? '') ?? []
	if (name === undefined || !isLocale(locale)) throw new Refusal('not_found')
	return { name, locale, format: format === 'docx' ? 'docx' : 'pdf' }
}

const TYPES: { readonly [Format in DrawnFormat]: string } = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What a file is drawn from, and the name that it is saved under, without language and ending. */
export type FoundDrawing = { readonly drawing: Drawing; readonly fileName: string }

/**
 * A document as the file that was asked for. It is read and drawn in its turn, beside the pages; where too many wait
 * already, or it cannot be drawn, a sentence says so.
 */
export async function reportAnswer(
	visit: Visit,
	{ format, locale }: Pick<AskedReport, 'format' | 'locale'>,
	find: () => Promise<FoundDrawing>,
): Promise<Response> {
	const { drawings } = visit.load.reportWork
	try {
		const { bytes, fileName } = await drawings.inTurn(async () => {
			const found = await find()
			return { bytes: await drawings.draw({ drawing: found.drawing, format }), fileName: found.fileName }
		})
		const headers = fileHeaders({ format, locale, fileName })
		return new Response(new Uint8Array(bytes), {
			headers: { ...headers, 'Content-Length': String(bytes.length) },
		})
	} catch (thrown) {
		throw drawingRefusal(visit, thrown, locale) ?? thrown
	}
}

/** What a report's file says of itself, and the name it is saved under. */
export function fileHeaders(file: Pick<AskedReport, 'format' | 'locale'> & { readonly fileName: string }) {
	const { format, locale, fileName } = file
	const how = format === 'pdf' ? 'inline' : 'attachment'
	return {
		'Content-Type': TYPES[format],
		'Content-Disposition': `${how}; filename="${fileName}.${locale}.${format}"`,
	}
}
