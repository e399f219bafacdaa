import { CommitmentImport } from '#app/domain/action-plan/schema.ts'
import type { PartialDay } from '#app/domain/calendar.ts'
import type { CodedMember, CodedRow } from '#app/domain/coding-import/schema.ts'
import { codingKey, codingValue } from './coding-value.ts'
import { listOf } from './cells.ts'
import { CODED_COLUMNS, NO_VALUE, REPORTS, VALUE_COLUMNS } from './irm-columns.ts'
import type { ReadColumn } from './irm-columns.ts'
import type { Tally, UnreadDay } from './irm-findings.ts'
import { rowNotes } from './irm-notes.ts'
import { keyFrom, withoutFloatNoise } from './key-from.ts'
import { readDay } from './read-day.ts'

/** The text of a cell, and its value: null where the cell is empty or says that there is none. */
export type RowCells = {
	readonly rowId: string
	readonly text: (column: ReadColumn) => string
	readonly value: (column: ReadColumn) => string | null
	/** Columns that say that there is no value, by the word they say it with. */
	readonly noValue: ReadonlyMap<string, readonly string[]>
}

/** A row's cells under the columns that the table has. */
export function rowCells(text: (column: ReadColumn) => string, columns: readonly ReadColumn[]): RowCells {
	const isNoValue = (said: string) => NO_VALUE.some((word) => word === said)
	const value = (column: ReadColumn) => {
		const said = text(column)
		return said === '' || isNoValue(said) ? null : said
	}
	const noValue = new Map<string, string[]>()
	for (const column of columns) {
		const said = text(column)
		if (isNoValue(said)) noValue.set(said, [...(noValue.get(said) ?? []), column])
	}
	return { rowId: text('row_id'), text, value, noValue }
}

/** The commitment a row speaks of, with the IRM's values; what was ambiguous goes to the tally. */
export function codedRow(cells: RowCells, member: CodedMember, tally: Tally): CodedRow {
	const { rowId, value } = cells
	const source = cells.text('source')
	const memberName = cells.text('member')
	tally.row(source)
	tally.member(member.id, memberName)
	for (const [word, columns] of cells.noValue) for (const column of columns) tally.noValue(column, word)
	const number = numberOf(cells, tally)
	const starts = dayOf(cells, tally, { read: 'start_date_iso', written: 'start_date_raw' })
	const ends = dayOf(cells, tally, { read: 'end_date_iso', written: 'end_date_raw' })
	const origin = { source: `${source}, row ${rowId}`, sourceUrl: linkOf(value('source_url')) }
	return {
		rowId,
		rowKey: keyFrom(rowId),
		source,
		member,
		memberName,
		planNumber: withoutFloatNoise(cells.text('action_plan_number')),
		planKey: keyFrom(cells.text('action_plan_number')),
		submittedOn: yearOf(value('year_submitted')),
		planEndsOn: yearOf(value('action_plan_end_year')),
		notes: rowNotes(cells, number, [...starts.unread, ...ends.unread]),
		commitment: CommitmentImport.parse({
			key: keyFrom(number ?? '') || keyFrom(rowId),
			number,
			ogpId: ogpIdOf(value('commitment_uid')),
			titleEn: cells.text('title'),
			theme: value('theme'),
			leadInstitution: value('lead_institution'),
			supportingInstitutions: value('supporting_institutions'),
			startsOn: starts.day,
			endsOn: ends.day,
			ogpValues: VALUE_COLUMNS.filter(({ column }) => value(column) === '1').map(({ code }) => ({ code })),
			policyAreas: listOf(value('policy_areas') ?? '', ';'),
			...origin,
			codings: codingsOf(cells, tally),
		}),
	}
}

function numberOf({ rowId, value }: RowCells, tally: Tally): string | null {
	const text = value('commitment_number')
	if (text === null) return null
	const number = withoutFloatNoise(text)
	if (number !== text) tally.fraction({ rowId, text, number })
	return number
}

function yearOf(text: string | null): string | null {
	return text !== null && /^\d{4}$/.test(text) ? text : null
}

function ogpIdOf(text: string | null): string | null {
	return text !== null && /^[A-Z]{2,5}\d{4}$/.test(text) ? text : null
}

function linkOf(text: string | null): string | null {
	return text !== null && URL.canParse(text) && /^https?:/.test(text) ? text : null
}

type DayColumns = { readonly read: ReadColumn; readonly written: ReadColumn }

type DayOf = { readonly day: PartialDay | null; readonly unread: readonly UnreadDay[] }

/** A day the table gives whole, a month or a year; a day in figures that may be read in two ways stays open. */
function dayOf(cells: RowCells, tally: Tally, { read, written }: DayColumns): DayOf {
	const text = cells.value(read) ?? cells.value(written)
	if (text === null) {
		tally.day('none')
		return { day: null, unread: [] }
	}
	const found = readDay(text, 'ISO')
	if ('day' in found) {
		tally.day(found.day.length === 10 ? 'whole' : 'partial')
		return { day: found.day, unread: [] }
	}
	const { fault } = found
	const outcome = fault === 'day_order_unknown' ? 'order_unknown' : 'unreadable'
	const unread = { rowId: cells.rowId, column: written, text, fault }
	tally.day(outcome, unread)
	return { day: null, unread: [unread] }
}

function codingsOf(cells: RowCells, tally: Tally) {
	const single = CODED_COLUMNS.flatMap(({ column, indicator, report }) => {
		const word = cells.value(column)
		if (word === null) return []
		const value = codingValue(indicator, word)
		if (value === null) tally.offScale(indicator, word)
		return [
			{ key: codingKey(indicator), indicator, value, valueAsPublished: word, ...originOf(cells, report) },
		]
	})
	return [...single, ...relevanceOf(cells)]
}

/** Relevance as the table gives it: one word for each value of OGP. */
function relevanceOf(cells: RowCells) {
	const given = VALUE_COLUMNS.flatMap(({ column, word, counts }) => {
		const said = cells.value(column)
		return said === null ? [] : [{ said, word, counts }]
	})
	if (given.length === 0) return []
	const counted = given.filter(({ counts }) => counts)
	const isRelevant = counted.some(({ said }) => said === '1')
	const allSaid = counted.length === VALUE_COLUMNS.filter(({ counts }) => counts).length
	return [
		{
			key: codingKey('RELEVANCE'),
			indicator: 'RELEVANCE' as const,
			value: isRelevant ? 'YES' : allSaid ? 'NO' : null,
			valueAsPublished: given.map(({ word, said }) => `${word} ${said}`).join('; '),
			...originOf(cells, 'FIRST'),
		},
	]
}

function originOf(cells: RowCells, report: keyof typeof REPORTS) {
	const year = yearOf(cells.value(REPORTS[report].year))
	return {
		product: REPORTS[report].product,
		year: year === null ? null : Number(year),
		codedOn: year,
		source: cells.text('source'),
		sourceUrl: linkOf(cells.value('source_url')),
		locator: `row ${cells.rowId}`,
	}
}
