import type { SourceNote } from '#app/domain/source-note/schema.ts'
import type { UnreadDay } from './irm-findings.ts'
import type { RowCells } from './irm-row.ts'

/** What a row leaves open or says oddly, to be kept beside the commitment. */
export function rowNotes(
	{ text, value, noValue }: RowCells,
	number: string | null,
	unread: readonly UnreadDay[],
): readonly SourceNote[] {
	const written = value('commitment_number')
	const length = text('full_text_length')
	return [
		...unread.map(({ column, text: day, fault }): SourceNote => ({
			code: fault === 'day_order_unknown' ? 'DAY_ORDER_UNKNOWN' : 'DAY_UNREADABLE',
			text: day,
			columns: [column],
		})),
		...[...noValue].map(([word, columns]): SourceNote => ({
			code: 'NO_VALUE',
			text: word,
			columns: [...columns],
		})),
		...(written === null || written === number
			? []
			: [{ code: 'NUMBER_FRACTION' as const, text: written, columns: ['commitment_number'] }]),
		...(/^[1-9]\d*$/.test(length)
			? [{ code: 'TITLE_ONLY' as const, text: length, columns: ['full_text_length'] }]
			: []),
	]
}
