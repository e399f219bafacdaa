import { readMemberNames } from '#app/domain/member-name/queries.server.ts'
import { memberNameRows } from '#app/export/member-name-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { csvAnswer } from '#app/http/table-answer.server.ts'

/** The table of members' names as a file. */
export const loader = guardedLoader('public', () =>
	csvAnswer(writeCsv(memberNameRows(readMemberNames().rows)), 'member-names.csv'),
)
