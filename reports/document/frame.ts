import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Frame } from '#reports/pdf/document.ts'
import { missingWords } from './letters.ts'
import { attachedCheckpoint, checkpointLine } from './witness.ts'
import type { Witness } from './witness.ts'
import { nameOf } from './words.ts'
import type { Words } from './words.ts'

/** What a document is besides what it says. */
export type Framed = {
	readonly title: string
	readonly author: Bilingual
	/** The file's date of making. */
	readonly onDay: CalendarDay
	readonly isDemonstration: boolean
	/** Lines of every page's foot, above the log's checkpoint. */
	readonly foot: readonly string[]
	readonly witness: Witness
}

/** What every page of a document repeats, and what travels inside it. */
export function frameOf(
	{ title, author, onDay, isDemonstration, foot, witness }: Framed,
	words: Words,
): Frame {
	const { say, locale } = words
	return {
		language: locale,
		title,
		author: nameOf(author, words),
		createdAt: new Date(`${onDay}T00:00:00Z`),
		header: { left: title, right: isDemonstration ? say('report.demonstration') : '' },
		footer: [...foot, ...checkpointLine(witness, words)],
		attachments: attachedCheckpoint(witness, words),
		pageWords: (page, pages) => say('report.page', { page, pages }),
		missingWords: missingWords(words),
	}
}
