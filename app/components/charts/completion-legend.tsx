import type { BarStep } from '#app/charts/completion-bars.ts'
import { INK } from '#app/charts/palette.ts'
import { useWords } from '#app/components/words.tsx'
import { LevelMark } from './level-mark.tsx'

/** A kind of segment: mark and word. */
export function StepWord({ step }: { step: BarStep }) {
	const { say } = useWords()
	return (
		<span className="app-word">
			{step === 'IN_OTHER_WORDS' ? (
				<OtherWordsMark />
			) : (
				<LevelMark level={step === 'NOT_ASSESSED' ? null : step} />
			)}
			<span>{say(`chart.completion.step.${step}`)}</span>
		</span>
	)
}

/** What the drawing's segments mean. */
export function CompletionLegend({ steps }: { steps: readonly BarStep[] }) {
	const { say } = useWords()
	return (
		<ul className="app-legend" aria-label={say('chart.legend')}>
			{steps.map((step) => (
				<li key={step}>
					<StepWord step={step} />
				</li>
			))}
		</ul>
	)
}

function OtherWordsMark() {
	return (
		<svg
			className="app-mark"
			width="16"
			height="16"
			viewBox="-8 -8 16 16"
			aria-hidden="true"
			focusable="false"
		>
			<circle
				r="7"
				fill="none"
				stroke={INK}
				strokeWidth="2"
				strokeDasharray="0.5 3.17"
				strokeLinecap="round"
			/>
		</svg>
	)
}
