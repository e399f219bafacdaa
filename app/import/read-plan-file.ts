import { decodeText } from './decode-text.ts'
import { columnsOf } from './mapping.ts'
import type { ImportMapping } from './mapping.ts'
import { planFromTable } from './plan-from-table.ts'
import type { PlanReading } from './plan-from-table.ts'
import type { PlanSetting } from './plan-part.ts'
import { problem } from './problem.ts'
import type { ImportNotice, ImportProblem } from './problem.ts'
import { readCsv } from './read-csv.ts'
import { readJsonPlan } from './read-json.ts'
import { readXlsx } from './read-xlsx.ts'
import { FILE_MAX_BYTES, tableFrom } from './table.ts'

/** The most a workbook may unpack to. Unit: bytes. Source: our own. */
const UNPACKED_MAX_BYTES = 200 * 1024 * 1024

/** A column mapping and the name it is asked for by. */
export type NamedMapping = { readonly name: string; readonly mapping: ImportMapping }

/** Reads a plan from the bytes of a CSV, XLSX or JSON file. `mappings`: the first whose columns are all there is used. */
export async function readPlanFile(
	bytes: Uint8Array,
	mappings: readonly NamedMapping[],
	setting: PlanSetting,
): Promise<PlanReading> {
	if (bytes.length === 0) return failed([problem('file_empty')])
	if (bytes.length > FILE_MAX_BYTES) {
		return failed([
			problem('file_too_large', { value: String(bytes.length), detail: FILE_MAX_BYTES / 1024 / 1024 }),
		])
	}
	if (isZip(bytes)) {
		if (unpackedBytes(bytes) > UNPACKED_MAX_BYTES) return failed([problem('workbook_unreadable')])
		return fromSheet(await readXlsx(bytes), mappings, { setting, notices: [] })
	}
	if (isOldWorkbook(bytes)) return failed([problem('file_unknown', { value: setting.fileName })])
	const { text, encoding } = decodeText(bytes)
	if (/\.json$/i.test(setting.fileName)) return readJsonPlan(text, setting)
	const notices: readonly ImportNotice[] =
		encoding === 'Windows-1252' ? [{ code: 'encoding_guessed', detail: encoding }] : []
	return fromSheet(readCsv(text), mappings, { setting, notices })
}

type Sheet = { sheet: readonly (readonly string[])[] } | { problem: ImportProblem }

function fromSheet(
	read: Sheet,
	mappings: readonly NamedMapping[],
	{ setting, notices }: { setting: PlanSetting; notices: readonly ImportNotice[] },
): PlanReading {
	if ('problem' in read) return failed([read.problem])
	const { table, problems } = tableFrom(read.sheet)
	if (problems.some(({ code }) => code === 'file_empty' || code === 'rows_too_many')) return failed(problems)
	const fits = mappings.find(({ mapping }) =>
		columnsOf(mapping).every((column) => table.header.includes(column)),
	)
	const chosen = fits ?? mappings[0]
	if (!chosen) return failed([problem('mapping_missing')])
	const reading = planFromTable(table, chosen.mapping, setting)
	const all = [...problems, ...reading.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
	return {
		...reading,
		plan: all.length === 0 ? reading.plan : null,
		problems: all,
		notices: [...notices, ...reading.notices],
	}
}

function failed(problems: readonly ImportProblem[]): PlanReading {
	return { plan: null, problems, notices: [], member: null }
}

function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The binary format of spreadsheets before 2007. */
function isOldWorkbook(bytes: Uint8Array): boolean {
	return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

/** What the entries of a zip file say they unpack to. Source: APPNOTE.TXT 4.3.12, central directory header. */
function unpackedBytes(zip: Uint8Array): number {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
	let total = 0
	for (let at = 0; at + 46 <= zip.length; at += 1) {
		if (zip[at] === 0x50 && view.getUint32(at, true) === 0x02014b50) total += view.getUint32(at + 24, true)
	}
	return total
}
