import { z } from 'zod'
import { figure } from '#app/domain/rule-set/schema.ts'

/** The clocks and limits of independent verification. Kept apart from the numbers that reports freeze. */
export const VerificationRules = z.strictObject({
	/** Days an institution has to reply to an adverse finding, or to add proof. */
	replyDays: figure,
	/** Months for which a conflict declaration holds. */
	declarationMonths: figure,
	/** Months after an employment with the implementing side in which it is an interest. */
	employmentMonths: figure,
	/** Days after a claim by which a monitor is asked to look at it. */
	verificationDays: figure,
	/** Files with one assessment of a Monitoring Body, and megabytes of each. */
	assessmentFiles: figure,
	assessmentFileMegabytes: figure,
})
export type VerificationRules = z.infer<typeof VerificationRules>
