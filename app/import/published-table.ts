import { decodeText } from './decode-text.ts'
import { isIrmTable } from './irm-table.ts'
import { isProcessTable } from './process-table.ts'
import { readCsv } from './read-csv.ts'
import { tableFrom } from './table.ts'

/** Tables of OGP that hold many members at once. */
export const PUBLISHED_TABLES = ['COMMITMENTS', 'PROCESS'] as const
export type PublishedTable = (typeof PUBLISHED_TABLES)[number]

/** Which table of OGP a file is, by its first line; null where it is neither. The rest may still be broken. */
export function publishedTable(bytes: Uint8Array): PublishedTable | null {
	const { text } = decodeText(bytes)
	const end = text.search(/[\r\n]/)
	const read = readCsv(end === -1 ? text : text.slice(0, end))
	if ('problem' in read) return null
	const { table } = tableFrom(read.sheet)
	if (isIrmTable(table)) return 'COMMITMENTS'
	return isProcessTable(table) ? 'PROCESS' : null
}
