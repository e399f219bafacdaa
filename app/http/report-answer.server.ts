import { Refusal } from '#app/domain/refusal.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { writeDocument } from '#reports/docx/document.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { pdfAnswer } from './pdf-answer.server.ts'

/** A file of a report as an address asks for it: `<name>.<language>.pdf` or `.docx`. */
export type AskedReport = { readonly name: string; readonly locale: Locale; readonly format: 'pdf' | 'docx' }

const ASKED = /^([a-z0-9][a-z0-9._-]*)\.([a-z]{2})\.(pdf|docx)$/

/** Which file an address asks for; what cannot be one is not found. */
export function reportFileFrom(file: string | undefined): AskedReport {
	const [, name, locale, format] = ASKED.exec(file ?? '') ?? []
	if (name === undefined || !isLocale(locale)) throw new Refusal('not_found')
	return { name, locale, format: format === 'docx' ? 'docx' : 'pdf' }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A report as the file that was asked for, saved under the given name. */
export async function reportAnswer(
	{ blocks, frame }: ReportDocument,
	{ format, locale }: AskedReport,
	fileName: string,
): Promise<Response> {
	const name = `${fileName}.${locale}.${format}`
	if (format === 'pdf') return pdfAnswer(await drawDocument(blocks, frame), name)
	const bytes = await writeDocument(blocks, frame)
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': WORD,
			'Content-Length': String(bytes.length),
			'Content-Disposition': `attachment; filename="${name}"`,
		},
	})
}
