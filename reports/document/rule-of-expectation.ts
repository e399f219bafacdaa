import type { Words } from './words.ts'
import type { ExpectationCode } from '#app/domain/expectation/view.ts'
import { unitOf } from '#app/domain/rule-sentence/rules.ts'
import type { RuleNumbers } from '#app/domain/standing/view.ts'

/** The rule of an expectation as sentences, with the numbers of the rule set by which its level is computed. */
export function expectationRule(
	code: ExpectationCode,
	numbers: RuleNumbers,
	{ say, format }: Pick<Words, 'say' | 'format'>,
): string {
	const values = Object.fromEntries(
		Object.entries(numbers).map(([name, value]) => [
			name,
			unitOf(name) === 'SHARE' ? format.percent(value) : format.number(value),
		]),
	)
	if (values.endorsementDays === undefined || values.graceDays === undefined)
		return say('expectation.rule.unknown')
	return [
		say(`expectation-rule.${code}`, values),
		...(code === 'E2_COMMITMENTS' ? [say('expectation-rule.E2_COMMITMENTS.assessed')] : []),
		...(code === 'E4_REPORTING' && values.endAssessmentLateDays !== undefined
			? [say('expectation-rule.E4_REPORTING.late-end', values)]
			: []),
		...(code === 'E2_COMMITMENTS' || code === 'E4_REPORTING' ? [say('expectation-rule.active')] : []),
	].join(' ')
}
