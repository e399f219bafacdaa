import { dayIn } from '#app/domain/calendar.ts'
import { listOpenRecords } from '#app/domain/open-data/queries.server.ts'
import { OpenDataQuery } from '#app/domain/open-data/schema.ts'
import { commitmentLines, updateLines } from '#app/domain/open-data/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { COMMITMENT_COLUMNS } from '#app/export/commitment-columns.ts'
import { openItems, openRows } from '#app/export/open-data.ts'
import type { OpenColumn } from '#app/export/open-data.ts'
import { UPDATE_COLUMNS } from '#app/export/update-columns.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { apiAnswer, apiQuery, withDifferences } from './api-answer.server.ts'
import type { Visit } from './guard.server.ts'
import { csvAnswer } from './table-answer.server.ts'

const FILE = /^(commitments|milestone-updates)\.(csv|json)$/

/** The open data that an address asks for: `commitments` or `milestone-updates`, as `.csv` or `.json`. */
export async function openDataAnswer(visit: Visit): Promise<Response> {
	const [, name, format] = FILE.exec(visit.params.file ?? '') ?? []
	if (name === undefined) throw new Refusal('not_found')
	const records = await listOpenRecords(visit.ctx, apiQuery(visit, OpenDataQuery))
	const asked = { visit, name, format }
	if (name === 'milestone-updates') return answer(asked, UPDATE_COLUMNS, updateLines(records))
	const lines = commitmentLines(records, {
		origin: visit.url.origin,
		dayOf: ({ member }) => dayIn(member.timeZone, visit.ctx.now),
	})
	return answer(asked, COMMITMENT_COLUMNS, lines)
}

type Asked = { readonly visit: Visit; readonly name: string; readonly format: string | undefined }

async function answer<Line>(
	{ visit, name, format }: Asked,
	columns: readonly OpenColumn<Line>[],
	lines: readonly Line[],
): Promise<Response> {
	if (format === 'json') return apiAnswer(visit, { items: openItems(columns, lines), next: null })
	return withDifferences(visit, csvAnswer(writeCsv(openRows(columns, lines)), `${name}.csv`))
}
