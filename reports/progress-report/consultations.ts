import type { FrozenConsultation } from '#app/domain/report-source/schema.ts'
import { chapter, sentence } from '#reports/document/pieces.ts'
import { ofAll, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Cell } from '#reports/pdf/block.ts'
import type { ProgressReport } from './model.ts'

/** What the public contributed to the plan, and how much of it was answered. */
export function consultations({ model }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	if (model.consultations === undefined) return []
	const title = chapter(say('report.consultations'))
	if (model.consultations.length === 0) return [title, sentence(say('report.consultations.none'))]
	return [
		title,
		sentence(say('report.consultations.lead')),
		{
			kind: 'table',
			columns: [
				{ label: say('report.consultations.title'), weight: 38, rowHeader: true },
				{ label: say('report.consultations.open'), weight: 26 },
				{ label: say('report.consultations.answered'), weight: 16 },
				{ label: say('report.consultations.outcomes'), weight: 30 },
			],
			rows: model.consultations.map((one): Cell[] => [
				{ text: phraseOf(one.title, words), ...hiddenOf(one, words) },
				{
					text: say('period.both', { from: format.day(one.opensOn), until: format.day(one.closesOn) }),
				},
				{ text: ofAll({ count: one.answered, of: one.contributions }, words) },
				{ text: outcomesOf(one, words) },
			]),
		},
	]
}

function hiddenOf({ hidden }: FrozenConsultation, { say, format }: Words): Pick<Cell, 'detail'> {
	if (hidden === 0) return {}
	return { detail: say('report.consultations.hidden', { count: hidden, number: format.count(hidden) }) }
}

function outcomesOf({ answers }: FrozenConsultation, { say, format }: Words): string {
	const parts = Object.entries(answers).flatMap(([outcome, count = 0]) =>
		count === 0 ? [] : [`${say(`answer-outcome.${outcome}`)}: ${format.count(count)}`],
	)
	return parts.length === 0 ? say('report.consultations.outcomes.none') : parts.join('; ')
}
