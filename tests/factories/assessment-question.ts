import type { AnswerScale } from '#app/domain/assessment-question/rules.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import type { PublishedAssessment } from '#app/domain/published-assessment/view.ts'
import { aPlanRecord } from './plan-record.ts'

/** A question of a section; one thing overridden. */
export function aQuestion(
	code: string,
	scale: AnswerScale = 'YES_NO_UNCLEAR',
	over: Partial<QuestionView> = {},
): QuestionView {
	return {
		questionSet: 'test-1',
		code,
		kind: 'END_OF_COMMITMENT',
		section: 'COMPLETION',
		sectionTitle: { en: '1. Completion', id: '1. Penyelesaian' },
		position: 1,
		scale,
		choices: [
			{ code: 'MORE', text: { en: 'Disclosed more', id: 'Membuka lebih banyak' } },
			{ code: 'NONE', text: { en: 'None of these', id: 'Tidak satu pun' } },
		],
		isPerCommitment: false,
		text: { en: `Question ${code}?`, id: `Pertanyaan ${code}?` },
		help: null,
		basis: 'OGP',
		source: 'test',
		...over,
	}
}

/** A published end-of-commitment assessment with one answer of each kind; one thing overridden. */
export function aPublishedAssessment(over: Partial<PublishedAssessment> = {}): PublishedAssessment {
	const { member } = aPlanRecord({}).plan
	const questions = [aQuestion('DONE', 'COMPLETION'), aQuestion('WAYS', 'CHOICES'), aQuestion('NEXT', 'TEXT')]
	return {
		assessment: {
			recordId: 'a-1',
			version: 1,
			kind: 'END_OF_COMMITMENT',
			commitmentId: 'k1',
			organizationId: 'body',
			organizationName: { en: 'The Monitoring Body', id: 'Badan Pemantau' },
			questionSet: 'test-1',
			answers: [
				{
					...{ code: 'DONE', answer: 'LIMITED', explanationEn: 'Two of five parts exist.' },
					...{ explanationId: null, references: 'Interview, 3 July 2026' },
				},
				{ code: 'WAYS', answer: 'MORE', explanationEn: null, explanationId: null, references: null },
			],
			level: 'LIMITED',
			signedByCount: 2,
			dueOn: '2026-08-15',
			evidence: [
				{
					...{ visibility: 'PUBLIC', id: 'e-1', kind: 'REPORT', url: 'https://example.org/r' },
					...{ title: 'Report', stance: null, part: 'DONE' },
				},
				{ visibility: 'PROTECTED', id: 'e-2', kind: 'INTERVIEW', embargoUntil: null },
			],
			publishedOn: '2026-08-16',
			ledgerIndex: 12,
		},
		questions,
		plan: { id: 'plan', title: { en: 'Plan', id: 'Rencana' } },
		member,
		commitments: [{ id: 'k1', number: '1', title: { en: 'One portal', id: 'Satu portal' } }],
		firstOn: '2026-08-16',
		newestVersion: 1,
		versions: [1],
		ledgerSize: 20,
		...over,
	}
}
