import { describe, expect, test } from 'vitest'
import { GapFigure } from '#app/components/charts/gap-figure.tsx'
import { divergenceSentences } from '#app/components/judgement/divergence-text.tsx'
import { JudgementTrio } from '#app/components/judgement/judgement-trio.tsx'
import { judgementsOfCommitment } from '#app/domain/divergence/rules.ts'
import { sayIn } from '#app/i18n/translate.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const claimed = (over: Parameters<typeof aClaim>[0]) => aMilestoneRecord({ claims: [aClaim(over)] })
const quiet = aMilestoneRecord({ id: 'milestone-2', number: '1.2' })
const judged = (...milestones: Parameters<typeof aCommitmentRecord>[0][]) =>
	judgementsOfCommitment(aCommitmentRecord(Object.assign({}, ...milestones)))

describe('the judges side by side', () => {
	const judgements = judged(
		{
			milestones: [
				aMilestoneRecord({ claims: [aClaim({ level: 'COMPLETE' })], verifications: [aVerification()] }),
				quiet,
			],
		},
		{ codings: [aCoding({ value: 'SUBSTANTIAL' })] },
	)

	test('are three entries that are never merged, each with its own word', () => {
		const text = textOf(render(<JudgementTrio judgements={judgements} />))
		expect(text).toContain(
			'Claimed by government Substantial Worked out by this site from 1 of 2 milestones As of 20 June 2026',
		)
		expect(text).toContain(
			'Verified by civil society Limited Worked out by this site from 1 of 2 milestones As of 10 July 2026',
		)
		expect(text).toContain('Coded by the IRM Substantial As coded by the IRM')
	})

	test('say of a value whose source gives no date that it gives none', () => {
		const undated = judged({ codings: [aCoding({ value: 'SUBSTANTIAL', year: null })] })
		const text = textOf(render(<JudgementTrio judgements={undated} />))
		expect(text).toContain('Coded by the IRM Substantial As coded by the IRM Date not given')
		expect(text).not.toContain('November')
	})

	test('draw their gap with a title that says where each stands', () => {
		const html = render(<GapFigure id="gap" judgements={judgements} />)
		expect(html).toContain(
			'<title>Levels on a scale of five steps: Claimed by government: Substantial, Verified by civil society: Limited and Coded by the IRM: Substantial.</title>',
		)
		expect(html).toContain('Government says 1 step more than the monitor found.')
		expect(html).not.toContain('tabindex')
	})
})

test('silence is said in words, not drawn as a level', () => {
	const html = render(<JudgementTrio judgements={judged({ milestones: [quiet] })} />)
	expect(textOf(html)).toBe(
		'Claimed by government No report Verified by civil society Not assessed Coded by the IRM Not assessed',
	)
	expect(html.match(/stroke-dasharray/g)).toHaveLength(3)
})

test('a source’s own word stands as it was published and becomes no step', () => {
	const milestones = [claimed({ level: null, levelAsPublished: 'In Progress' })]
	expect(textOf(render(<JudgementTrio judgements={judged({ milestones })} />))).toContain(
		'As published: “In Progress”',
	)
})

test('with one judge alone there is no line to draw', () => {
	const milestones = [claimed({ level: 'COMPLETE' })]
	expect(render(<GapFigure id="gap" judgements={judged({ milestones })} />)).not.toContain('<figure')
})

describe('a gap in words', () => {
	const both = (level: 'COMPLETE' | 'NOT_STARTED', found: 'LIMITED' | 'NO_EVIDENCE' | 'COMPLETE') =>
		judged({
			milestones: [
				aMilestoneRecord({ claims: [aClaim({ level })], verifications: [aVerification({ level: found })] }),
			],
		})

	test.each([
		[both('COMPLETE', 'LIMITED'), 'Government says 2 steps more than the monitor found.'],
		[both('NOT_STARTED', 'NO_EVIDENCE'), 'Government says 1 step more than the monitor found.'],
		[both('NOT_STARTED', 'LIMITED'), 'The monitor found 1 step more than government says.'],
		[both('COMPLETE', 'COMPLETE'), 'The independent finding agrees with government’s claim.'],
		[judged({ milestones: [claimed({})] }), 'Nobody independent has verified this claim yet.'],
		[judged({ milestones: [quiet] }), 'Government has claimed no level that could be compared.'],
	])('case %#', (judgements, sentence) => {
		expect(divergenceSentences(judgements, sayIn('en'))[0]).toBe(sentence)
	})

	test('in Indonesian it is a whole sentence too', () => {
		expect(divergenceSentences(both('COMPLETE', 'LIMITED'), sayIn('id'))[0]).toBe(
			'Klaim pemerintah 2 tingkat lebih tinggi daripada temuan pemantau.',
		)
	})

	test('the IRM is compared in a sentence of its own', () => {
		const judgements = judged({
			milestones: [claimed({ level: 'COMPLETE', evidence: [] })],
			codings: [aCoding()],
		})
		expect(divergenceSentences(judgements, sayIn('en')).slice(1)).toEqual([
			'Government says 2 steps more than the IRM found.',
			'The claim names no evidence.',
		])
	})
})
