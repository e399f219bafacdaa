import { expect, test } from 'vitest'
import type { z } from 'zod'
import {
	FindingAnswer,
	ReasonsAnswer,
	SeenFinding,
	findingEvidenceAnswer,
} from '#app/domain/verification/schema.ts'

/** What is wrong with an input: `field: message key`. */
function faults(schema: z.ZodType, input: unknown): readonly string[] {
	const read = schema.safeParse(input)
	return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

const FindingEvidenceAnswer = findingEvidenceAnswer('2026-07-15')
const reasons = { version: 1, method: 'INTERVIEW', confidence: 'HIGH', rationaleId: 'x'.repeat(50) }
const piece = {
	version: 1,
	kind: 'REPORT',
	url: 'https://pemantau.example/x',
	title: 'Catatan',
	stance: 'SUPPORTS',
}

test.each([
	['all five steps', FindingAnswer, { version: 1, level: 'NO_EVIDENCE', outcome: 'NOT_CONFIRMED' }, []],
	[
		'no step where nothing can be verified',
		FindingAnswer,
		{ version: 1, level: 'NONE', outcome: 'CANNOT_VERIFY' },
		[],
	],
	[
		'no step but an outcome',
		FindingAnswer,
		{ version: 1, level: 'NONE', outcome: 'CONFIRMED' },
		['level: verification.level.only-cannot-verify'],
	],
	['reasons in one language', ReasonsAnswer, reasons, []],
	[
		'reasons too short in both',
		ReasonsAnswer,
		{ ...reasons, rationaleId: 'x', rationaleEn: 'y' },
		['rationaleId: verification.rationale.too-short'],
	],
	[
		'low confidence that says nothing of what would raise it',
		ReasonsAnswer,
		{ ...reasons, confidence: 'LOW', confidenceNeedsEn: ' ' },
		['confidenceNeedsId: verification.confidence-needs.required'],
	],
	[
		'medium confidence with what would raise it, further methods and checks',
		ReasonsAnswer,
		{
			...reasons,
			confidence: 'MEDIUM',
			confidenceNeedsEn: 'The raw data',
			furtherMethods: ['PARTICIPATION'],
			checksMet: ['WHAT'],
			noteWHERE: 'Only half of it',
		},
		[],
	],
	['a link', FindingEvidenceAnswer, piece, []],
	[
		'a link with the passage that matters',
		FindingEvidenceAnswer,
		{ ...piece, excerpt: '40', locator: 'p. 3' },
		[],
	],
	[
		'a reference to an interview',
		FindingEvidenceAnswer,
		{ ...piece, kind: 'INTERVIEW', url: 'Catatan 3/2026' },
		[],
	],
	[
		'a reference of another kind',
		FindingEvidenceAnswer,
		{ ...piece, url: 'Catatan 3/2026' },
		['url: evidence.url.web'],
	],
	[
		'a script as a reference',
		FindingEvidenceAnswer,
		{ ...piece, kind: 'INTERVIEW', url: 'javascript:alert(1)' },
		['url: evidence.url.web'],
	],
	[
		'evidence that says nothing about the claim',
		FindingEvidenceAnswer,
		{ ...piece, stance: undefined },
		['stance: evidence.stance.required'],
	],
	['a draft that was never seen', SeenFinding, { version: 0 }, ['version: form.version']],
] as const)('%s', (_what, schema, input, expected) => {
	expect(faults(schema, input)).toEqual(expected)
})
