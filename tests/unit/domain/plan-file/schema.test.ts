import { describe, expect, test } from 'vitest'
import { VerificationProtocol } from '#app/domain/milestone/schema.ts'
import { CommitmentText, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'
import {
	commitmentFields,
	commitmentFrom,
	differences,
	milestoneFields,
	milestoneTextFrom,
	planFields,
	planTextFrom,
} from '#app/domain/plan-file/rules.ts'
import { commitmentColumns, milestoneColumns, planColumns } from '#app/domain/plan-file/schema.ts'
import { columnWords } from '#app/export/sheet-words.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { aPlanFile } from '#tests/factories/plan-file.ts'

const keys = (columns: readonly { readonly key: string }[]) => columns.map(({ key }) => key)
const textOf = (field: string) => `text of ${field}`

/** A value for each field of a schema: a day, or a text that names the field. */
function filled(shape: object): Record<string, string> {
	return Object.fromEntries(
		Object.keys(shape).map((field) => [field, field.endsWith('On') ? '2027-01-01' : textOf(field)]),
	)
}

describe('every field of a draft has a column, and comes back from it', () => {
	test('a plan', () => {
		const text = PlanText.parse(filled(PlanText.shape))
		const fields = planFields(text, 'QUARTERLY')
		expect(planTextFrom(fields)).toEqual(text)
		expect(Object.keys(fields).sort()).toEqual(keys(planColumns()).sort())
	})

	test('a commitment', () => {
		const ogpValues = [1, 2, 3, 4, 5].map((at) => ({ code: `V${at}`, justification: `why ${at}` }))
		const given = { ...filled(CommitmentText.shape), ogpValues, policyAreas: ['a', 'b', 'c'] }
		const text = CommitmentText.parse(given)
		const answered = { text, leadId: 'lead', supportIds: ['one', 'two', 'three'] }
		const fields = commitmentFields(answered)
		expect(commitmentFrom(fields)).toEqual(answered)
		expect(Object.keys(fields).sort()).toEqual(keys(commitmentColumns()).sort())
	})

	test('a milestone with its protocol', () => {
		const protocol = VerificationProtocol.parse(filled(VerificationProtocol.shape))
		const text = MilestoneText.parse({ ...filled(MilestoneText.shape), protocol })
		const fields = milestoneFields(text, 'k1')
		expect(milestoneTextFrom(fields)).toEqual(text)
		expect(Object.keys(fields).sort()).toEqual(keys(milestoneColumns()).sort())
	})

	test.each(['en', 'id'] as const)('each column has words of its own (%s)', (locale) => {
		for (const columns of [planColumns(), commitmentColumns(), milestoneColumns()]) {
			const words = columns.map(({ key }) => columnWords(key, sayIn(locale)))
			expect(new Set(words).size).toBe(words.length)
		}
	})
})

test('a gap between numbered values closes, so an emptied cell is one change and not three', () => {
	const fields = { policyArea1: 'a', policyArea3: 'c' }
	expect(commitmentFrom(fields).text.policyAreas).toEqual(['a', 'c'])
})

test('what a file leaves out is no difference; what it empties is one', () => {
	const there = aPlanFile('Text')
	expect(differences(there, { ...there, commitments: [], milestones: there.milestones.slice(1) })).toEqual([])
	const { theme, ...rest } = there.commitments[0]?.fields ?? {}
	const file = { ...there, commitments: [{ key: 'k1', version: 2, fields: rest }] }
	expect(differences(there, file)).toEqual([
		{
			sheet: 'Commitments',
			key: 'k1',
			operation: 'CHANGE',
			changes: [{ key: 'theme', before: theme, after: null }],
		},
	])
})
