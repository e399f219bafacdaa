import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { snapshotId } from '#app/domain/report/rules.ts'
import { batchProgress, writeBatch, writeWhole } from '#reports/batch.ts'
import { renderReport } from '#reports/plan-report/render.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

const model = aProgressReport(aSmallPlanRecord(), { asOfOn: '2026-08-01' })
const found = { model, snapshotId: snapshotId(model) }
const full = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))

let out: string
beforeEach(() => {
	out = mkdtempSync(join(tmpdir(), 'renaksi-batch-'))
})
afterEach(() => rmSync(out, { recursive: true }))

test('every report is written in both languages; one that fails is named and stops no other', async () => {
	const told: string[] = []
	const written = await writeBatch({
		out,
		progress: (done, all, name) => void told.push(`${String(done)}/${String(all)} ${name}`),
		reports: [
			{ name: 'a-progress-report', read: () => Promise.reject(new Error('a record cannot be read')) },
			{ name: 'b-progress-report', read: () => Promise.resolve(null) },
			{ name: 'c-progress-report', read: () => Promise.resolve(found) },
		],
	})
	const files = ['en', 'id'].map((locale) => `c-progress-report-2026-08-01.${locale}.pdf`)
	expect(written).toEqual({
		files: files.map((file) => join(out, file)),
		missing: ['b-progress-report'],
		failures: [{ name: 'a-progress-report', why: 'a record cannot be read' }],
		isFull: false,
	})
	expect(readdirSync(out)).toEqual(files)
	const drawn = await renderReport({ ...found, locale: 'id' })
	expect(readFileSync(join(out, files[1] ?? '')).equals(Buffer.from(drawn))).toBe(true)
	expect(told).toEqual(['1/3 a-progress-report', '2/3 b-progress-report', '3/3 c-progress-report'])
})

test('a full disk ends it, with what was written whole', async () => {
	const reports = ['a', 'b'].map((name) => ({ name, read: full }))
	const written = await writeBatch({ out, progress: () => {}, reports })
	expect([written.isFull, written.failures.length]).toEqual([true, 1])
	expect(readdirSync(out)).toEqual([])
})

test('a file that cannot be put into its place leaves nothing beside it', async () => {
	await writeWhole(join(out, 'a.pdf'), Buffer.from('first'))
	await writeWhole(join(out, 'a.pdf'), Buffer.from('second'))
	expect(readFileSync(join(out, 'a.pdf'), 'utf8')).toBe('second')
	await expect(writeWhole(join(out, 'no', 'a.pdf'), Buffer.from('x'))).rejects.toThrow('ENOENT')
	expect(readdirSync(out)).toEqual(['a.pdf'])
})

test.each([
	[false, '1/2 a\n'],
	[true, '\r\u001b[2K███████████████░░░░░░░░░░░░░░░ 1/2 a'],
])('where somebody watches (%s), progress is %j', (isTTY, shown) => {
	const stream = Object.assign(new PassThrough(), { isTTY })
	batchProgress(stream)(1, 2, 'a')
	expect(String(stream.read())).toBe(shown)
})
