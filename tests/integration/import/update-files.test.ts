import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import { answerLevel } from '#app/domain/progress-update/commands.server.ts'
import { keepUpdates } from '#app/domain/update-file/commands.server.ts'
import { findUpdatesPreview, judgeRows, listOpenUpdates } from '#app/domain/update-file/queries.server.ts'
import { codeChoices } from '#app/export/code-choices.ts'
import { updateWorkbook } from '#app/export/update-workbook.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { SAY } from '#app/http/plan-file-answer.server.ts'
import { takeUpdateFile } from '#app/http/update-file-import.server.ts'
import { readUpdateTemplate } from '#app/import/read-update-template.ts'
import { cellAt, typed, withCells } from '#tests/factories/changed-workbook.ts'
import { as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterAll(() => database.close())

const choices = codeChoices(SAY)

async function openFile(): Promise<Uint8Array> {
	const updates = await listOpenUpdates(as(database, 'officer'))
	return writeXlsx(updateWorkbook({ updates, choices, locale: 'en', say: SAY }))
}

type Cells = Readonly<Record<string, string>>

/** Rows of a file in which cells were filled in, by `key@row`. */
function rowsOf(bytes: Uint8Array, cells: Cells) {
	const placed = Object.entries(cells).map(([place, inside]) => {
		const [key = '', row = ''] = place.split('@')
		return [cellAt(bytes, 'Updates', { key, row: Number(row) }), inside] as const
	})
	return readUpdateTemplate(withCells(bytes, 'Updates', Object.fromEntries(placed)), choices)
}

const DONE: Cells = {
	'level@3': typed('Limited [LIMITED]'),
	'doneId@3': typed('Rapat pertama'),
	'doneEn@3': typed('First meeting'),
	'nextStepEn@3': typed('Second meeting'),
	'startedOn@3': typed('2026-03-01'),
	'challenge1@3': typed('Change of funding'),
	'evidence1Url@3': typed('https://example.org/minutes'),
	'evidence1Kind@3': typed('Minutes [MINUTES]'),
	'evidence1Title@3': typed('Minutes of the meeting'),
}

describe('the file of an office', () => {
	test('has one row per open report, and taken back as it is it changes nothing', async () => {
		const bytes = await openFile()
		const { rows, problems } = rowsOf(bytes, {})
		expect(problems).toEqual([])
		expect(rows.map(({ key, mark }) => [key, mark])).toEqual([['m1|B06', '0.0']])
		const judged = await judgeRows(as(database, 'officer'), rows)
		expect(judged.map(({ verdict }) => verdict)).toEqual(['UNCHANGED'])
	})

	test('names each fault with its cell', async () => {
		const bytes = await openFile()
		const faultsAt = async (cells: Cells) => {
			const judged = await judgeRows(as(database, 'officer'), rowsOf(bytes, cells).rows)
			return judged.flatMap(({ verdict, faults }) => [verdict, ...faults.map(({ message }) => message)])
		}
		expect(await faultsAt({ ...DONE, 'doneId@3': '<f>A1</f><v>x</v>' })).toEqual([
			'FAULTY',
			'import.error.cell_formula',
		])
		expect(await faultsAt({ ...DONE, 'startedOn@3': typed('31 June 2026') })).toEqual([
			'FAULTY',
			'import.error.day_impossible',
		])
		expect(await faultsAt({ 'doneId@3': typed('Tanpa tingkat') })).toEqual(['FAULTY', 'task.missing.LEVEL'])
		expect(await faultsAt({ 'level@3': typed('LIMITED') })).toEqual([
			'FAULTY',
			'progress-update.done.required',
		])
		expect(await faultsAt({ ...DONE, 'evidence1Url@3': typed('minutes') })).toEqual([
			'FAULTY',
			'evidence.url.web',
		])
		const { rows } = rowsOf(bytes, { ...DONE, 'evidence1Url@3': typed('minutes') })
		const [judged] = await judgeRows(as(database, 'officer'), rows)
		const place = `Updates!${cellAt(bytes, 'Updates', { key: 'evidence1Url', row: 3 })}`
		expect(judged?.faults[0]?.place).toBe(place)
	})

	test('says of other rows why they are not taken', async () => {
		const bytes = await openFile()
		const verdict = async (key: string, who: 'officer' | 'otherOfficer' = 'officer') => {
			const { rows } = rowsOf(bytes, { ...DONE, 'key@3': typed(key) })
			return (await judgeRows(as(database, who), rows))[0]?.verdict
		}
		expect(await verdict('m1|B06')).toBe('READY')
		expect(await verdict('m1|B03')).toBe('LOCKED')
		expect(await verdict('m1|B09')).toBe('NOT_OPEN')
		expect(await verdict('m3|B06')).toBe('NOT_YOURS')
		expect(await verdict('m1|B06', 'otherOfficer')).toBe('NOT_YOURS')
		expect(await verdict('nonsense')).toBe('NOT_YOURS')
	})
})

test('a confirmed row is a report that waits for the lead, sent once; the lead publishes it as always', async () => {
	const officer = as(database, 'officer')
	const early = await openFile()
	const { rows } = rowsOf(early, DONE)
	const { id } = await keepUpdates(officer, 'updates.xlsx', rows)
	expect((await countsOf(database)).drafts).toBe(0)
	await expect(findUpdatesPreview(as(database, 'colleague'), id)).rejects.toMatchObject({
		reason: 'not_found',
	})
	await expect(takeUpdateFile(as(database, 'colleague'), id)).rejects.toMatchObject({ reason: 'not_found' })

	await takeUpdateFile(officer, id)
	await takeUpdateFile(officer, id)
	const draft = await database.db.progressUpdateDraft.findFirstOrThrow()
	expect(draft).toMatchObject({
		state: 'SUBMITTED',
		claimedLevel: 'LIMITED',
		doneId: 'Rapat pertama',
		nextStepEn: 'Second meeting',
		startedOn: '2026-03-01',
		challenges: ['FUNDING'],
		evidence: [{ kind: 'MINUTES', url: 'https://example.org/minutes' }],
	})
	expect((await findUpdatesPreview(officer, id)).taken).toEqual({ 'm1|B06': null })
	expect((await judgeRows(officer, rows)).map(({ verdict }) => verdict)).toEqual(['UNCHANGED'])
	const other = rowsOf(early, { ...DONE, 'doneEn@3': typed('Something else') }).rows
	expect((await judgeRows(officer, other)).map(({ verdict }) => verdict)).toEqual(['WAITING'])

	await approveProgressUpdate(as(database, 'lead'), draft.id, { version: draft.version })
	expect((await countsOf(database)).claims).toBe(1)
	expect((await judgeRows(officer, other)).map(({ verdict }) => verdict)).toEqual(['CHANGED'])
})

test('what a colleague began meanwhile is not written over', async () => {
	await database.db.checkpoint.create({
		data: { id: 'b07', actionPlanId: 'plan', code: 'B07', opensOn: '2026-07-01', dueOn: '2026-07-31' },
	})
	const bytes = await openFile()
	const { rows } = rowsOf(bytes, {})
	const at = rows.findIndex(({ key }) => key === 'm1|B07') + 3
	const filled = Object.fromEntries(
		Object.entries(DONE).map(([key, text]) => [key.replace('@3', `@${at}`), text]),
	)
	const mine = rowsOf(bytes, filled).rows.filter(({ key }) => key === 'm1|B07')
	const key = { milestoneId: 'm1', checkpointCode: 'B07' }
	const officer = as(database, 'officer')
	const { id } = await keepUpdates(officer, 'updates.xlsx', mine)
	await answerLevel(as(database, 'colleague'), key, { version: 0, level: 'COMPLETE' })
	await takeUpdateFile(officer, id)
	const preview = await findUpdatesPreview(officer, id)
	expect(preview.rows.map(({ verdict }) => verdict)).toEqual(['CHANGED'])
	expect(await database.db.progressUpdateDraft.findMany()).toMatchObject([{ claimedLevel: 'COMPLETE' }])
})
