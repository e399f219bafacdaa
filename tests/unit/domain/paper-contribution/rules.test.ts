import { describe, expect, test } from 'vitest'
import { judgePaper } from '#app/domain/paper-contribution/rules.ts'
import type { PaperRow } from '#app/domain/paper-contribution/schema.ts'

const FRAME = {
	consultationId: 'c1',
	opensOn: '2026-07-01',
	closesOn: '2026-07-31',
	today: '2026-07-15',
	known: new Set(['7']),
}
const aRow = (over: Partial<PaperRow> = {}): PaperRow => ({
	line: 2,
	number: '1',
	receivedOn: '14-7-2026',
	text: 'Perbaiki jalan desa kami.',
	sector: 'COMMUNITY',
	name: '',
	...over,
})
const faultsOf = (...rows: readonly PaperRow[]) =>
	judgePaper(rows, FRAME).map(({ faults }) => faults.map(({ column, message }) => `${column}: ${message}`))

describe('a line of contributions on paper', () => {
	test('says what it says, with the day in one form and nothing where nothing stands', () => {
		const [judged] = judgePaper([aRow()], FRAME)
		expect(judged?.faults).toEqual([])
		expect(judged?.said).toEqual({
			consultationId: 'c1',
			text: 'Perbaiki jalan desa kami.',
			locale: 'und',
			receivedOn: '2026-07-14',
			channel: 'PAPER',
			paperNumber: '1',
			sector: 'COMMUNITY',
		})
	})

	test.each([
		['without a number', { number: '' }, ['number: paper.number.required']],
		['with a number taken in before', { number: '7' }, ['number: paper.number.known']],
		['received tomorrow', { receivedOn: '2026-07-16' }, ['receivedOn: paper.received-on.future']],
		['received before it opened', { receivedOn: '2026-06-30' }, ['receivedOn: paper.received-on.outside']],
		['received some day', { receivedOn: 'Selasa' }, ['receivedOn: day.unreadable']],
		['received on 31 June', { receivedOn: '31-6-2026' }, ['receivedOn: day.not-in-calendar']],
		['of one word', { text: 'Ya' }, ['text: contribution.text.short']],
		['of a whole book', { text: 'x'.repeat(5001) }, ['text: field.too-long']],
		['of a sector that is none', { sector: 'tani' }, ['sector: field.choose']],
		[
			'with everything wrong at once',
			{ number: '', receivedOn: '', text: '', sector: '?' },
			[
				'number: paper.number.required',
				'receivedOn: day.unreadable',
				'text: contribution.text.short',
				'sector: field.choose',
			],
		],
	])('%s has its sentence', (_what, over, faults) => {
		expect(faultsOf(aRow(over))).toEqual([faults])
	})

	test('whose number comes twice is wrong both times', () => {
		const twice = ['number: paper.number.twice']
		expect(faultsOf(aRow(), aRow({ line: 3 }), aRow({ line: 4, number: '2' }))).toEqual([twice, twice, []])
	})
})
