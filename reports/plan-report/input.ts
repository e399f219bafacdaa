import type { ReportModel } from '#app/domain/report/view.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** What is drawn: a frozen model, the name of its snapshot, and the language. */
export type ReportInput = {
	readonly model: ReportModel
	readonly snapshotId: string
	readonly locale: Locale
}
