import type { ReportModel } from '#app/domain/report/view.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { missingWords } from '#reports/document/letters.ts'
import { wordsIn } from '#reports/document/words.ts'
import { missingLetters } from '#reports/pdf/letters.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { reportDocument } from './render.ts'

/** Letters of a report that no typeface has, in either language, as code points in their order. */
export function missingInReport(model: ReportModel): readonly string[] {
	// The name of the snapshot has none of them.
	const documentIn = (locale: Locale) => reportDocument({ model, snapshotId: '', locale })
	const found = LOCALES.flatMap((locale) => missingLetters(documentIn(locale)))
	return [...new Set(found)].sort((a, b) => codeOf(a) - codeOf(b))
}

/** The sentence that names the letters of a document which are not drawn; null where all are. */
export function lettersSentence(document: ReportDocument): string | null {
	const missing = missingLetters(document)
	return missing.length === 0 ? null : missingWords(wordsIn(document.frame.language))(missing)
}

function codeOf(letter: string): number {
	return Number.parseInt(letter.slice(2), 16)
}
