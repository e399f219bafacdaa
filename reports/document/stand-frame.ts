import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Frame } from '#reports/pdf/document.ts'
import { frameOf } from './frame.ts'
import type { Witness } from './witness.ts'
import type { Words } from './words.ts'

/** A document of the record as it stands: what it is called and of whom, its day, and the log it was read from. */
type Standing = {
	readonly title: string
	readonly of: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly asOfOn: CalendarDay
	/** Acts in the log on that day. */
	readonly ledgerSize: number
	/** What the document is not, at the foot of every page. */
	readonly statement: string
	readonly witness: Witness
}

/** What every page of a document repeats that is no act: beside its statement the day and the size of the log. */
export function standFrame(
	{ title, of, asOfOn, ledgerSize, statement, witness }: Standing,
	words: Words,
): Frame {
	const { say, format } = words
	const stand = say('report.sheet.stand', { on: format.day(asOfOn), size: format.count(ledgerSize) })
	return frameOf(
		{
			title,
			author: of.name,
			onDay: asOfOn,
			isDemonstration: of.isDemonstration,
			foot: [statement, stand],
			witness,
		},
		words,
	)
}
