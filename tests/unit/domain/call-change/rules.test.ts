import { expect, test } from 'vitest'
import { CALL_PARTS, partsChanged } from '#app/domain/call-change/rules.ts'
import { aCall } from '#tests/factories/application-view.ts'

const fieldSet = { id: 'set.1', fields: [], note: { en: '', id: '' }, source: 'OGP' }
const before = { call: aCall(), fieldSet }

test('a call that says the same changed nothing, whatever its version is called', () => {
	expect(partsChanged(before, { call: aCall({ version: 2 }), fieldSet })).toEqual([])
})

test.each([
	['an extension', { extendedTo: '2026-08-28' }, ['EXTENDED']],
	['another name', { name: { en: 'A call', id: 'Undangan lain' } }, ['NAME']],
	['no months any more', { monthsLeft: null }, ['MONTHS']],
	['another step and another source', { stages: [], source: 'another page' }, ['SOURCE']],
] as const)('%s is told by its part', (_what, over, parts) => {
	expect(partsChanged(before, { call: aCall(over), fieldSet })).toEqual(parts)
})

test('another set of fields is another question', () => {
	expect(partsChanged(before, { ...before, fieldSet: { ...fieldSet, id: 'set.2' } })).toEqual(['FIELDS'])
	expect(CALL_PARTS).toContain('FIELDS')
})
