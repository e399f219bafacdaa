import { describe, expect, test } from 'vitest'
import { LEVEL_COLUMNS, memberRows, standingRows } from '#app/export/level-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { levelsOf } from '#app/domain/standing/view.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { aStanding, anExpectation } from '#tests/factories/standing.ts'

const say = sayIn('en')
const pinned = { id: 'rules-old', track: 'LOCAL', version: '2019.1' } as const
const standing = aStanding({
	planId: 'plan',
	expectations: [
		anExpectation(),
		anExpectation({
			...{ code: 'E2_COMMITMENTS', level: 'PARTIAL', reasons: ['NOT_ALL_PASS'], ruleSet: pinned },
			inputs: [
				{ code: 'CONCRETE', count: 3, of: 5 },
				{ code: 'LENS', count: 0, of: 0 },
			],
		}),
	],
})

function valuesOf(rows: readonly (readonly string[])[], at: number) {
	return Object.fromEntries(LEVEL_COLUMNS.map((name, column) => [name, rows[at + 1]?.[column]]))
}

describe('the file of levels', () => {
	test('a level that is not shown has its code, no level and no figure', () => {
		const row = valuesOf(standingRows([{ member: aMember(), standing }], say), 0)
		expect(row).toMatchObject({ status: 'NOT_RECORDED', level: '', concrete: '', concrete_of: '' })
	})

	test('a level names its figures with what they are out of, its plan and the rules that it was computed by', () => {
		const row = valuesOf(standingRows([{ member: aMember(), standing }], say), 1)
		expect(row).toMatchObject({
			...{ basis: 'ASKED_DAY', status: 'PARTIAL', level: 'PARTIAL', reasons: 'NOT_ALL_PASS', plan: 'plan' },
			...{ concrete: '3', concrete_of: '5', lens: '', lens_of: '' },
			...{ rule_set: 'rules-old', rule_version: '2019.1' },
		})
	})

	test('the file of one member goes on with the quarters before and with what was stored', () => {
		const stored = { code: 'E1_DECLARATION', level: null, ruleSet: null } as const
		const page = {
			...{ member: aMember(), standing, ruleNumbers: {}, remarks: [], commitmentTests: [], kinds: {} },
			history: [levelsOf({ ...standing, asOfOn: '2026-06-30' })],
			snapshots: [
				{ asOfOn: '2026-03-31', ledgerSize: 40, computedOn: '2026-04-01', ruleSetIds: [], levels: [stored] },
			],
		}
		const rows = memberRows(page, say)
		expect(rows).toHaveLength(1 + 2 + 2 + 1)
		expect(valuesOf(rows, 3)).toMatchObject({ basis: 'HISTORY', as_of: '2026-06-30', rule_version: '2019.1' })
		expect(valuesOf(rows, 4)).toMatchObject({
			...{ basis: 'STORED', status: 'NOT_RECORDED', level: '', acts_known: '40', computed_on: '2026-04-01' },
		})
	})

	test('a name that a spreadsheet would run is text', () => {
		const member = aMember({ name: { en: '=HYPERLINK("https://evil.example")', id: '+1' } })
		const text = writeCsv(standingRows([{ member, standing }], say))
		expect(text).not.toContain('"=')
		expect(text).not.toContain('"+1')
	})
})
