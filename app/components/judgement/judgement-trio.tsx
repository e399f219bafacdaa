import type { Judge } from '#app/charts/palette.ts'
import { JudgeGlyph } from '#app/components/charts/judge-glyph.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Judgement, Judgements } from '#app/domain/divergence/rules.ts'
import { judgementBasis, judgementWord } from './judgement-words.ts'

type TrioJudge = 'claimed' | 'verified' | 'coded'

type JudgementTrioProps = {
	judgements: Judgements
	/** Who is shown; the IRM does not judge milestones. */
	judges?: readonly TrioJudge[] | undefined
}

/** The judges side by side. Each says what it rests on and how old it is; nothing is merged. */
export function JudgementTrio({ judgements, judges = ['claimed', 'verified', 'coded'] }: JudgementTrioProps) {
	return (
		<ul className="app-judges">
			{judges.map((judge) => (
				<li key={judge} className={`app-judge app-judge--${judge}`}>
					<JudgementCell judge={judge} judgement={judgements[judge]} />
				</li>
			))}
		</ul>
	)
}

function JudgementCell({ judge, judgement }: { judge: Judge; judgement: Judgement }) {
	const words = useWords()
	const { say, format } = words
	const basis = judgementBasis(judge, judgement, words)
	return (
		<>
			<p className="app-judge__who app-word">
				<JudgeGlyph judge={judge} />
				{say(`judge.${judge}`)}
			</p>
			<p className="app-judge__level">
				<LevelWord level={judgement.level} judge={judge} word={judgementWord(judge, judgement, words)} />
			</p>
			{basis ? <p className="app-judge__basis">{basis}</p> : null}
			{judgement.asOfOn ? (
				<p className="app-judge__basis">
					<time dateTime={judgement.asOfOn}>
						{say('judgement.as-of', { on: format.day(judgement.asOfOn) })}
					</time>
				</p>
			) : null}
		</>
	)
}

/** One judge's level as a cell of a list. */
export function JudgementInRow({ judge, judgement }: { judge: Judge; judgement: Judgement }) {
	const words = useWords()
	return <LevelWord level={judgement.level} judge={judge} word={judgementWord(judge, judgement, words)} />
}
