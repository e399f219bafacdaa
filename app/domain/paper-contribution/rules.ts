import type { CalendarDay } from '#app/domain/calendar.ts'
import { PublicContributionSaid } from '#app/domain/consultation/schema.ts'
import { givenText } from '#app/domain/public-contribution/schema.ts'
import type { PaperRow } from './schema.ts'

/** Most contributions that one file brings. Source: our own. */
export const PAPER_ROWS_MAX = 5_000

/** Columns of the file, in their order. */
export const PAPER_COLUMNS = ['number', 'receivedOn', 'text', 'sector', 'name'] as const
export type PaperColumn = (typeof PAPER_COLUMNS)[number]

/** What is wrong with a cell: the message that says it. */
export type PaperFault = { readonly column: PaperColumn; readonly message: string }

/** A line of the file with what it says, or with all that is wrong with it. */
export type JudgedPaper = {
	readonly row: PaperRow
	readonly faults: readonly PaperFault[]
	/** Null where something is wrong. */
	readonly said: PublicContributionSaid | null
}

type Frame = {
	readonly consultationId: string
	readonly opensOn: CalendarDay
	readonly closesOn: CalendarDay
	readonly today: CalendarDay
	/** Numbers on paper that the consultation has already. */
	readonly known: ReadonlySet<string>
}

/**
 * What each line of a file of contributions on paper says, or what is wrong with it: a number that comes twice, in the
 * file or with what was taken before, would be one contribution counted twice.
 */
export function judgePaper(rows: readonly PaperRow[], frame: Frame): readonly JudgedPaper[] {
	const times = new Map<string, number>()
	for (const { number } of rows) times.set(number, (times.get(number) ?? 0) + 1)
	return rows.map((row) => {
		const read = PublicContributionSaid.safeParse(saidOf(row, frame))
		const text = givenText.safeParse(row.text)
		const faults = [
			...numberFaults(row.number, { times: times.get(row.number) ?? 0, known: frame.known }),
			...(read.success ? dayFaults(read.data.receivedOn, frame) : faultsOf(read.error.issues)),
		]
		const isGood = faults.length === 0 && read.success && text.success
		return { row, faults, said: isGood ? { ...read.data, text: text.data } : null }
	})
}

function saidOf({ number, receivedOn, text, sector, name }: PaperRow, { consultationId }: Frame) {
	return {
		consultationId,
		text,
		locale: 'und',
		receivedOn,
		channel: 'PAPER',
		paperNumber: number,
		...(name === '' ? {} : { name }),
		...(sector === '' ? {} : { sector }),
	}
}

function numberFaults(
	number: string,
	{ times, known }: { readonly times: number; readonly known: ReadonlySet<string> },
): readonly PaperFault[] {
	if (number === '') return [{ column: 'number', message: 'paper.number.required' }]
	if (times > 1) return [{ column: 'number', message: 'paper.number.twice' }]
	return known.has(number) ? [{ column: 'number', message: 'paper.number.known' }] : []
}

function dayFaults(day: CalendarDay, { opensOn, closesOn, today }: Frame): readonly PaperFault[] {
	if (day > today) return [{ column: 'receivedOn', message: 'paper.received-on.future' }]
	const isOutside = day < opensOn || day > closesOn
	return isOutside ? [{ column: 'receivedOn', message: 'paper.received-on.outside' }] : []
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** One sentence a cell: the first thing that is wrong with it. */
function faultsOf(issues: readonly Issue[]): readonly PaperFault[] {
	return PAPER_COLUMNS.flatMap((column) => {
		const name = column === 'number' ? 'paperNumber' : column
		const issue = issues.find(({ path }) => path[0] === name)
		return issue ? [{ column, message: issue.message }] : []
	})
}
