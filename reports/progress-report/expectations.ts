import type { ExpectationView } from '#app/domain/expectation/view.ts'
import type { ReportedExpectation } from '#app/domain/report-source/view.ts'
import type { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import type { Block, Content, Field } from '#reports/pdf/block.ts'
import { hasLaterParts } from './model.ts'
import type { ProgressReport } from './model.ts'
import { standingFields } from './standing.ts'
import type { Words } from '#reports/document/words.ts'

/** The five expectations in OGP's order: an overview, then each with level, rule in words, reason and figures. */
export function expectations({ model }: ProgressReport, words: Words): readonly Block[] {
	const { say } = words
	return [
		{ kind: 'heading', level: 1, text: say('report.expectations'), bookmark: true },
		{ kind: 'paragraph', text: say('report.expectations.intro') },
		...model.expectations.flatMap((expectation, index): Block[] => [
			{
				kind: 'heading',
				level: 2,
				text: say('report.details.title', {
					number: index + 1,
					title: say(`expectation.${expectation.code}`),
				}),
				bookmark: false,
			},
			{ kind: 'fields', fields: expectationFields(expectation, model, words) },
		]),
	]
}

/** Level, reasons and figures of an expectation, then what it rests on. */
export function expectationFields(
	expectation: ReportedExpectation,
	model: ProgressReport['model'],
	words: Words,
): readonly Field[] {
	const { say, format } = words
	const inputs = expectation.inputs.filter((input) => input.of > 0)
	const text = (sentence: string): Content => ({ kind: 'text', text: sentence })
	return [
		{
			label: say('report.expectations.level'),
			contents: [text(say(`expectation-level.${expectation.level}`))],
		},
		{
			label: say('report.expectations.reason'),
			contents: expectation.reasons.map((reason) => text(say(`expectation-reason.${reason}`))),
		},
		...(inputs.length === 0
			? []
			: [
					{
						label: say('report.expectations.inputs'),
						contents: inputs.map((input) =>
							text(
								say('report.expectations.input', {
									what: say(`expectation-input.${input.code}`),
									count: format.count(input.count),
									of: format.count(input.of),
								}),
							),
						),
					},
				]),
		...(model.ruleNumbers === undefined
			? ruleFields(expectation, model, words)
			: standingFields(expectation, model, words)),
	]
}

function ruleFields(
	expectation: ExpectationView,
	model: ProgressReport['model'],
	words: Words,
): readonly Field[] {
	if (!isComputed(expectation)) return []
	const { rules } = model.record.ruleSet
	const sentences = [ruleInWords(expectation, rules, words), ...assessmentRule(expectation, model, words)]
	const contents = sentences.map((text): Content => ({ kind: 'text', text, tone: 'muted' }))
	return [{ label: words.say('report.expectations.rule'), contents }]
}

/** What self-assessments count for; reports that were frozen before they counted do not say it. */
function assessmentRule(
	{ code }: ExpectationView,
	model: ProgressReport['model'],
	{ say, format }: Words,
): readonly string[] {
	const { endAssessmentLateDays, commentWindowDays } = model.record.ruleSet.rules
	if (code !== 'E4_REPORTING' || !hasLaterParts(model) || !endAssessmentLateDays) return []
	return [
		say('expectation-rule.E4_REPORTING.late-end', {
			endAssessmentLateDays: format.count(endAssessmentLateDays.value),
			commentWindowDays: format.count(commentWindowDays.value),
		}),
	]
}

function isComputed(expectation: ExpectationView): boolean {
	return expectation.code === 'E2_COMMITMENTS' || expectation.code === 'E4_REPORTING'
}

/** The rule of a computed expectation, with the rule set's own numbers. */
function ruleInWords(expectation: ExpectationView, rules: RuleSetRules, { say, format }: Words): string {
	return say(`expectation-rule.${expectation.code}`, {
		designAssessmentMonths: format.count(rules.designAssessmentMonths.value),
		concretePartial: format.percent(rules.concretePartial.value),
		graceDays: format.count(rules.graceDays.value),
		coverageMet: format.percent(rules.coverageMet.value),
		coverageMonths: format.count(rules.coverageMonths.value),
		selfTimelyPartial: format.percent(rules.selfTimelyPartial.value),
		noCoverageMonths: format.count(rules.noCoverageMonths.value),
	})
}
