import { describe, expect, test } from 'vitest'
import { Finders } from '#app/components/verification/finders.tsx'
import { StoodBack } from '#app/components/verification/stood-back.tsx'
import { VerificationCard } from '#app/components/verification/verification-card.tsx'
import type { RecusalView } from '#app/domain/recusal/view.ts'
import { aVerification } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const full = aVerification({
	furtherMethods: ['INTERVIEW', 'PARTICIPATION'],
	confidence: 'MEDIUM',
	confidenceNeeds: { en: 'The raw data of the portal', id: 'Data mentah portal' },
	protocolChecks: [
		{ check: 'WHAT', isMet: true, note: null },
		{ check: 'WHERE', isMet: false, note: 'Only at the office' },
	],
	followsUp: 'verification-0',
	isPeerReviewed: true,
	independence: 'INTERESTED',
	interests: [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }],
	interestStatement: 'We lead it with the agency.',
	evidence: [
		{
			kind: 'DATASET',
			url: 'https://example.org/data',
			title: 'Village budgets',
			stance: 'SUPPORTS',
			excerpt: '40 of 41 villages',
			locator: 'sheet 2, C7',
		},
	],
})

describe('a finding says all that it says, in both languages', () => {
	test.each([
		[
			'en',
			[
				'Further methods Interview and Taking part',
				'What would raise the confidence The raw data of the portal',
				'What would count is there: holds',
				'It is found where the protocol says: does not hold Only at the office',
				'Follows up An earlier finding of the same organization',
				'Read by a second person of the organization before it was published',
				'Has an interest; not counted as independent',
				'The organization: Co-leads the commitment',
				'We lead it with the agency.',
				'40 of 41 villages',
				'Where in it: sheet 2, C7',
			],
		],
		[
			'id',
			[
				'Metode lain Wawancara dan Partisipasi langsung',
				'Data mentah portal',
				'tidak terpenuhi',
				'Dibaca orang kedua dari organisasi itu sebelum diterbitkan',
				'Organisasi: Ikut memimpin komitmen',
				'Letaknya: sheet 2, C7',
			],
		],
	] as const)('%s', (locale, sentences) => {
		const text = textOf(render(<VerificationCard verification={full} />, { locale }))
		for (const sentence of sentences) expect(text).toContain(sentence)
		expect(text).not.toMatch(/\bnull\b|undefined/)
	})

	test('one that says none of it leaves no empty rows', () => {
		const text = textOf(render(<VerificationCard verification={aVerification()} />))
		expect(text).not.toMatch(/Further methods|Second reader|Follows up|raise the confidence|protocol/)
	})
})

const recusal: RecusalView = {
	recordId: 'recusal-1',
	version: 1,
	organizationId: 'cso-1',
	organizationName: { en: 'Budget Watch', id: 'Pemantau Anggaran' },
	scope: 'PERSON',
	interests: ['FUNDED_BY'],
	reason: { en: 'Paid by the agency this year', id: null },
	replacement: 'OTHER_ORGANIZATION',
	replacementName: { en: 'Citizens’ Forum', id: 'Forum Warga' },
	untilOn: '2027-07-15',
	publishedOn: '2026-07-15',
	ledgerIndex: 30,
}

test('who stood back is said with the reason and who looks instead, and never by a person’s name', () => {
	const text = textOf(render(<StoodBack recusals={[recusal]} />))
	expect(text).toContain('Budget Watch')
	expect(text).toContain('One person of the organization')
	expect(text).toContain('Paid by the agency this year')
	expect(text).toContain('Another organization: Citizens’ Forum')
	expect(render(<StoodBack recusals={undefined} />)).toBe('')
})

test('several organizations are listed one by one, each with whether it counts; one alone is not a list', () => {
	const text = textOf(
		render(<Finders verifications={[full, aVerification({ recordId: 'verification-2' })]} />),
	)
	expect(text).toContain('Limited. Has an interest; not counted as independent.')
	expect(text).toContain('Limited. Independent.')
	expect(render(<Finders verifications={[full]} />)).toBe('')
})
