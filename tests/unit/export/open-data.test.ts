import { describe, expect, test } from 'vitest'
import en from '#app/i18n/messages/en.json' with { type: 'json' }
import { codedAs, commitmentLines, updateLines } from '#app/domain/open-data/view.ts'
import { COMMITMENT_COLUMNS } from '#app/export/commitment-columns.ts'
import { openItems, openRows } from '#app/export/open-data.ts'
import { UPDATE_COLUMNS } from '#app/export/update-columns.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlan,
	aPlanRecord,
} from '#tests/factories/plan-record.ts'

const asked = { origin: 'https://renaksi.example', dayOf: () => '2026-08-01' }
const linesOf = (...commitments: Parameters<typeof aCommitmentRecord>[0][]) =>
	commitmentLines([aPlanRecord({ commitments: commitments.map((one) => aCommitmentRecord(one)) })], asked)
const itemOf = (over: Parameters<typeof aCommitmentRecord>[0]) =>
	openItems(COMMITMENT_COLUMNS, linesOf(over))[0]

describe('one row per commitment', () => {
	test('begins with OGP’s own columns, under OGP’s names and in OGP’s order', () => {
		expect(COMMITMENT_COLUMNS.slice(0, 21).map(({ name }) => name)).toEqual([
			'Commitment Unique Identifier',
			'Country/Locality',
			'Region',
			'Theme',
			'Year Of Submission',
			'Action Plan Number',
			'Commitment Number',
			'Commitment Title',
			'Short Title',
			'Full Text',
			'Lead Institution',
			'Supporting Institution(s)',
			'URL',
			'OGP Value Access To Information',
			'OGP Value Civic Participation',
			'OGP Value Public Accountability',
			'OGP Value Technology',
			'Specificity',
			'Potential Impact',
			'Completion (Progress Report)',
			'Did It Open Government (Overall)',
		])
	})

	test.each([
		['nothing is known of its values', [], null],
		['it rests on transparency', [{ code: 'TRANSPARENCY', justification: null }], 1],
		['it rests on another value only', [{ code: 'PARTICIPATION', justification: null }], 0],
	])('access to information where %s: %s', (_why, ogpValues, expected) => {
		expect(itemOf({ ogpValues })?.['OGP Value Access To Information']).toBe(expected)
	})

	test('the four judges stand in four columns, and whoever said nothing has an empty cell', () => {
		const milestones = [aMilestoneRecord({ claims: [aClaim({ level: 'COMPLETE' })] })]
		const item = itemOf({ milestones, codings: [] })
		expect([item?.['claimed'], item?.['verified'], item?.['assessed'], item?.['coded']]).toEqual([
			'COMPLETE',
			null,
			null,
			null,
		])
	})

	test('its address is the page of the commitment here', () => {
		expect(itemOf({ id: 'k9' })?.['URL']).toBe('https://renaksi.example/en/commitments/k9')
	})

	test('a demonstration is marked as one', () => {
		const { member } = aPlan()
		const plan = aPlan({ member: { ...member, isDemonstration: true } })
		const lines = commitmentLines([aPlanRecord({ plan, commitments: [aCommitmentRecord()] })], asked)
		expect(openItems(COMMITMENT_COLUMNS, lines)[0]?.['is_demonstration']).toBe(1)
	})
})

test('of several codings of an indicator the newest counts, and one that is missing is not read from another scale', () => {
	const codings = [
		aCoding({ indicator: 'SPECIFICITY', value: 'LOW', year: 2014 }),
		aCoding({ indicator: 'SPECIFICITY', value: 'HIGH', year: 2018 }),
	]
	expect(codedAs(codings, 'SPECIFICITY')).toBe('HIGH')
	expect(codedAs(codings, 'VERIFIABLE')).toBeNull()
})

describe('one row per report on a milestone', () => {
	test('a milestone without a report has none, and one with two has both, the newest marked', () => {
		const two = [aClaim({ recordId: 'new' }), aClaim({ recordId: 'old' })]
		const milestones = [aMilestoneRecord({ claims: [] }), aMilestoneRecord({ claims: two })]
		const lines = updateLines([aPlanRecord({ commitments: [aCommitmentRecord({ milestones })] })])
		const items = openItems(UPDATE_COLUMNS, lines)
		expect(items.map((item) => [item['record'], item['is_newest']])).toEqual([
			['new', 1],
			['old', 0],
		])
	})

	test('of protected evidence only the number leaves', () => {
		const hidden = { visibility: 'PROTECTED', id: 'e-9', kind: 'PHOTO', embargoUntil: null } as const
		const open = { kind: 'REPORT', url: 'https://example.org/a', title: null, stance: null } as const
		const milestones = [aMilestoneRecord({ claims: [aClaim({ evidence: [hidden, open] })] })]
		const lines = updateLines([aPlanRecord({ commitments: [aCommitmentRecord({ milestones })] })])
		const [item] = openItems(UPDATE_COLUMNS, lines)
		expect([item?.['evidence_public'], item?.['evidence_protected']]).toEqual(['https://example.org/a', 1])
		expect(JSON.stringify(item)).not.toContain('e-9')
	})
})

test('a title that a spreadsheet would run is text in the table, and the same title in JSON', () => {
	const hostile = '=cmd|calc'
	const lines = linesOf({ title: { en: hostile, id: null } })
	const csv = writeCsv(openRows(COMMITMENT_COLUMNS, lines))
	expect(csv.startsWith('\ufeff')).toBe(true)
	expect(csv).not.toContain(`"${hostile}"`)
	expect(openItems(COMMITMENT_COLUMNS, lines)[0]?.['Commitment Title']).toBe(hostile)
})

test('every column is explained, and no name stands twice in one file', () => {
	for (const columns of [COMMITMENT_COLUMNS, UPDATE_COLUMNS]) {
		expect(columns.filter(({ key }) => !(`open-data.column.${key}` in en))).toEqual([])
		expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
	}
})
