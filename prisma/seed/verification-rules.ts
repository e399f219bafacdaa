import { VerificationRules } from '#app/domain/verification-rules/schema.ts'

const ours = (value: number, source = 'our own') => ({ value, basis: 'OURS' as const, source })

/** The clocks of verification; the same for national and local members. */
export const VERIFICATION_RULES = VerificationRules.parse({
	replyDays: ours(
		21,
		'our own, after the 21 days of review before an IRM report is published (not confirmed)',
	),
	declarationMonths: ours(12),
	employmentMonths: ours(24),
	verificationDays: ours(60),
	assessmentFiles: {
		value: 3,
		basis: 'OGP',
		source: 'https://www.opengovpartnership.org/ogp-local-end-of-commitment-assessment-form',
	},
	assessmentFileMegabytes: {
		value: 10,
		basis: 'OGP',
		source: 'https://www.opengovpartnership.org/ogp-local-end-of-commitment-assessment-form',
	},
} satisfies VerificationRules)
