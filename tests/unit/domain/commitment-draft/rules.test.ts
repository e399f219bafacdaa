import { describe, expect, test } from 'vitest'
import { NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { nextScreen, warningsBeside } from '#app/domain/commitment-draft/rules.ts'
import type { CommitmentScreen } from '#app/domain/commitment-draft/rules.ts'
import { policyAreasIn } from '#app/domain/commitment-draft/schema.ts'
import { draftProblems, draftWarnings } from '#app/domain/plan-draft/rules.ts'
import type { CommitmentText } from '#app/domain/plan-draft/schema.ts'
import { aCommitmentDraft, aPlanDraft } from '#tests/factories/plan-draft.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'

const DONE = [{ closesOn: '2026-07-01' }]

describe('the screen after one that was saved', () => {
	test.each<[CommitmentScreen, Partial<CommitmentText>, CommitmentScreen | null, string]>([
		['what', {}, null, 'the overview, when nothing is missing'],
		['what', { descriptionId: null }, 'action', 'the next that lacks something'],
		['action', { policyAreas: [] }, 'values', 'past those that are whole'],
		['values', { problemId: null }, null, 'never back'],
	])('after %s with %j: %s, %s', (saved, text, screen, _why) => {
		const plan = aPlanDraft({ commitments: [aCommitmentDraft(text)] })
		expect(nextScreen(saved, draftProblems(plan, DONE, '2026-07-15'), 'draft-c1')).toBe(screen)
	})
})

test('what keeps a plan back is not said once more as a warning', () => {
	const plan = aPlanDraft({ commitments: [aCommitmentDraft({ baselineId: null }, { leadId: null })] })
	const problems = draftProblems(plan, DONE, '2026-07-15')
	const warnings = draftWarnings(plan, { ruleSet: aRuleSet(), cycle: NATIONAL_CYCLE }, DONE)
	expect(warnings.map(({ code }) => code)).toEqual(['FEW_COMMITMENTS', 'NO_INSTITUTION', 'NO_BASELINE'])
	expect(warningsBeside(problems, warnings).map(({ code }) => code)).toEqual(['FEW_COMMITMENTS'])
})

test.each([
	['Open data\nOpen data\n\nJustice', ['Open data', 'Justice'], 'each once'],
	['- Open data\n- Justice', ['Open data', 'Justice'], 'without the marks of a pasted list'],
	[undefined, [], 'none'],
])('policy areas typed as %j are %j: %s', (typed, areas, _why) => {
	expect(policyAreasIn(typed)).toEqual(areas)
})
