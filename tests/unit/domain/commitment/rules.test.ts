import { describe, expect, test } from 'vitest'
import {
	completionIndex,
	highCompletionShare,
	levelFromMilestones,
	medianLevel,
} from '#app/domain/commitment/rules.ts'

describe('high completion is substantial and complete together', () => {
	test('as a share of what was assessed', () => {
		expect(highCompletionShare(['COMPLETE', 'SUBSTANTIAL', 'LIMITED', 'NO_EVIDENCE'])).toBe(0.5)
	})
	test('and unknown where nothing was assessed, not 0 %', () => {
		expect(highCompletionShare([])).toBeNull()
		expect(completionIndex([])).toBeNull()
	})
})

test.each([
	['every milestone complete', ['COMPLETE', 'COMPLETE'], 'COMPLETE'],
	['one of them not reported on', ['COMPLETE', null], 'SUBSTANTIAL'],
	['exactly half of the way', ['COMPLETE', 'NOT_STARTED'], 'SUBSTANTIAL'],
	['less than half', ['LIMITED', 'LIMITED'], 'LIMITED'],
	['nothing begun', ['NOT_STARTED', 'NO_EVIDENCE'], 'NOT_STARTED'],
	['no evidence anywhere', ['NO_EVIDENCE', 'NO_EVIDENCE'], 'NO_EVIDENCE'],
	['nobody said anything', [null, null], null],
	['no milestones', [], null],
] as const)('with %s the commitment is as its milestones give it', (_situation, levels, level) => {
	expect(levelFromMilestones(levels)).toMatchObject({ level, total: levels.length })
})

test.each([
	[['LIMITED', 'COMPLETE'], 'LIMITED'],
	[['COMPLETE', 'LIMITED', 'SUBSTANTIAL'], 'SUBSTANTIAL'],
	[['NO_EVIDENCE'], 'NO_EVIDENCE'],
	[[], null],
] as const)('findings %j stand together for %s', (levels, median) => {
	expect(medianLevel(levels)).toBe(median)
})
