import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { ConsultationCounts } from '#app/domain/member-register/view.ts'

/** How many contributions were answered, of how many. */
export function coverageText(
	{ contributions, answered }: ConsultationCounts,
	{ say, format }: Words,
): string {
	if (contributions === 0) return say('input.coverage.none')
	return say('input.coverage', {
		count: contributions,
		answered: format.count(answered),
		of: format.count(contributions),
	})
}

/** How a consultation stands, and until when. */
export function windowText({ state, opensOn, closesOn }: ConsultationView, { say, format }: Words): string {
	return say(`input.state.${state}`, { from: format.day(opensOn), until: format.day(closesOn) })
}

/** What a consultation brought: how much, what became of it, and how much was hidden. */
export function Coverage({ counts }: { counts: ConsultationCounts }) {
	const words = useWords()
	const { say, format } = words
	const outcomes = ANSWER_OUTCOMES.filter((code) => (counts.answers[code] ?? 0) > 0)
	return (
		<>
			<p className="govuk-body">
				<strong>{coverageText(counts, words)}</strong>
				{counts.lastAnsweredOn === null
					? null
					: ` ${say('input.coverage.last', { on: format.day(counts.lastAnsweredOn) })}`}
			</p>
			{outcomes.length === 0 ? null : (
				<ul className="govuk-list govuk-list--bullet">
					{outcomes.map((code) => (
						<li
							key={code}
						>{`${say(`answer-outcome.${code}`)}: ${format.count(counts.answers[code] ?? 0)}`}</li>
					))}
				</ul>
			)}
			{counts.hidden === 0 ? null : (
				<p className="govuk-body">
					{say('input.hidden.count', { count: counts.hidden, number: format.count(counts.hidden) })}
				</p>
			)}
		</>
	)
}
