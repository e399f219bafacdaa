import { afterEach, expect, test, vi } from 'vitest'
import { snapshotId } from '#app/domain/report/rules.ts'
import { openDrawings } from '#app/drawing/drawings.server.ts'
import type { Drawings } from '#app/drawing/drawings.server.ts'
import { openLog } from '#app/log.server.ts'
import { renderReport } from '#reports/plan-report/render.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

// A thread loads all that draws before its first document, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000 })

const model = aProgressReport(aSmallPlanRecord(), { asOfOn: '2026-08-01' })
const input = { model, snapshotId: snapshotId(model), locale: 'id' } as const
const asked = { drawing: { kind: 'plan-report', input }, format: 'pdf' } as const

const beginning = (bytes: Uint8Array, length: number) => Buffer.from(bytes.subarray(0, length)).toString()

let drawings: Drawings
const opened = (...limits: [Parameters<typeof openDrawings>[1]?]) =>
	(drawings = openDrawings(openLog('silent'), ...limits))
afterEach(() => drawings.close())

test('the thread draws the very bytes that are drawn without it, and equal content at once is one drawing', async () => {
	opened()
	const same = { ...asked, drawing: { kind: 'plan-report', input: structuredClone(input) } } as const
	const both = Promise.all([drawings.draw(asked), drawings.draw(same)])
	expect(drawings.waiting()).toBe(1)
	const [first, second] = await both
	expect(second).toBe(first)
	expect(Buffer.from(first).equals(Buffer.from(await renderReport(input)))).toBe(true)
	expect(beginning(await drawings.draw({ ...asked, format: 'docx' }), 2)).toBe('PK')
})

test('a thread that has no memory left is a refusal, and the next document has a new thread', async () => {
	opened({ heapMb: 8 })
	await expect(drawings.draw(asked)).rejects.toMatchObject({ reason: 'drawing_failed' })
	await expect(drawings.draw(asked)).rejects.toMatchObject({ reason: 'drawing_failed' })
	expect(drawings.waiting()).toBe(0)
})

test('a document that takes too long is given up; what waits behind it is drawn all the same', async () => {
	opened({ longestMs: 1 })
	await expect(drawings.draw(asked)).rejects.toMatchObject({ reason: 'drawing_failed' })
})

test('what cannot be drawn is a refusal, and the thread goes on', async () => {
	opened()
	const broken = { ...input, model: { ...model, kind: 'no-such-report' } } as unknown as typeof input
	const refused = drawings.draw({ drawing: { kind: 'plan-report', input: broken }, format: 'pdf' })
	const drawn = drawings.draw(asked)
	await expect(refused).rejects.toMatchObject({ reason: 'drawing_failed' })
	expect(beginning(await drawn, 5)).toBe('%PDF-')
})

test('requests are let in two at a time; whoever comes when forty wait is told to ask again', async () => {
	opened()
	let end = () => {}
	const held = new Promise<void>((resolve) => (end = resolve))
	let begun = 0
	const work = () => {
		begun += 1
		return held
	}
	const all = Array.from({ length: 42 }, () => drawings.inTurn(work))
	await expect(drawings.inTurn(work)).rejects.toMatchObject({ reason: 'drawing_busy' })
	expect([begun, drawings.waiting()]).toEqual([2, 40])
	end()
	await Promise.all(all)
	expect([begun, drawings.waiting()]).toEqual([42, 0])
	await expect(drawings.inTurn(() => Promise.reject(new Error('no record')))).rejects.toThrow('no record')
	expect(await drawings.inTurn(() => Promise.resolve('next'))).toBe('next')
})

test('a site that stops gives up what is drawn, and draws no more', async () => {
	opened()
	const drawn = drawings.draw(asked)
	await Promise.all([expect(drawn).rejects.toMatchObject({ reason: 'drawing_busy' }), drawings.close()])
	await expect(drawings.draw(asked)).rejects.toMatchObject({ reason: 'drawing_busy' })
})
