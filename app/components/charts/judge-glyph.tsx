import { judgeGlyph } from '#app/charts/judge-glyph.ts'
import { JUDGE_COLOURS } from '#app/charts/palette.ts'
import type { Judge } from '#app/charts/palette.ts'
import { useWords } from '#app/components/words.tsx'

/** The judge's sign. It never stands without the judge's word beside it. */
export function JudgeGlyph({ judge }: { judge: Judge }) {
	return (
		<svg
			className="app-mark"
			width="16"
			height="16"
			viewBox="-8 -8 16 16"
			aria-hidden="true"
			focusable="false"
		>
			<path d={judgeGlyph(judge, 9.5)} fill={JUDGE_COLOURS[judge]} />
		</svg>
	)
}

/** The judge: sign and word. */
export function JudgeWord({ judge }: { judge: Judge }) {
	const { say } = useWords()
	return (
		<span className="app-word">
			<JudgeGlyph judge={judge} />
			{say(`judge.${judge}`)}
		</span>
	)
}
