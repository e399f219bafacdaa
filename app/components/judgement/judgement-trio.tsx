import { JUDGES } from '#app/charts/palette.ts'
import type { Judge } from '#app/charts/palette.ts'
import { JudgeGlyph } from '#app/components/charts/judge-glyph.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Judgement, Judgements } from '#app/domain/divergence/rules.ts'
import { isUndated, judgementBasis, judgementWord } from './judgement-words.ts'

type JudgementTrioProps = {
	judgements: Judgements
	/** Who is shown, as far as they judge the thing at all; the IRM does not judge milestones. */
	judges?: readonly Judge[] | undefined
}

/** The judges side by side. Each says what it rests on and how old it is; nothing is merged. */
export function JudgementTrio({ judgements, judges = JUDGES }: JudgementTrioProps) {
	return (
		<ul className="app-judges">
			{judges.map((judge) => {
				const judgement = judgements[judge]
				return judgement ? (
					<li key={judge} className={`app-judge app-judge--${judge}`}>
						<JudgementCell judge={judge} judgement={judgement} />
					</li>
				) : null
			})}
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
			<SpreadText judgement={judgement} />
			{judgement.asOfOn ? (
				<p className="app-judge__basis">
					<time dateTime={judgement.asOfOn}>
						{say('judgement.as-of', { on: format.day(judgement.asOfOn) })}
					</time>
				</p>
			) : null}
			{isUndated(judgement) ? <p className="app-judge__basis">{say('judgement.undated')}</p> : null}
		</>
	)
}

/** How far several findings are apart: the level shown is only their summary. */
export function SpreadText({ judgement: { spread } }: { judgement: Judgement }) {
	const { say } = useWords()
	if (!spread) return null
	const values = {
		count: spread.count,
		lowest: say(`level.${spread.lowest}`),
		highest: say(`level.${spread.highest}`),
	}
	return (
		<p className="app-judge__basis">
			{say(spread.lowest === spread.highest ? 'judgement.spread.same' : 'judgement.spread', values)}
		</p>
	)
}

/** One judge's level as a cell of a list. */
export function JudgementInRow({ judge, judgement }: { judge: Judge; judgement: Judgement }) {
	const words = useWords()
	return <LevelWord level={judgement.level} judge={judge} word={judgementWord(judge, judgement, words)} />
}
