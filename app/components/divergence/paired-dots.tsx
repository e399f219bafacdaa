import { judgeGlyph } from '#app/charts/judge-glyph.ts'
import { dotRow, stepPlaces } from '#app/charts/paired-dots.ts'
import { INK, JUDGES, JUDGE_COLOURS, RULE } from '#app/charts/palette.ts'
import { JudgeWord } from '#app/components/charts/judge-glyph.tsx'
import { LevelMark } from '#app/components/charts/level-mark.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { DivergenceLine } from '#app/domain/divergence-list/rules.ts'

const ROW_PX = 56

/** Each commitment as a row: who put it on which step of the scale, with the gap as a line. */
export function PairedDots({ lines }: { lines: readonly DivergenceLine[] }) {
	const { say, locale } = useWords()
	return (
		<div className="app-gap">
			<ul className="app-legend" aria-label={say('chart.legend')}>
				{JUDGES.map((judge) => (
					<li key={judge}>
						<JudgeWord judge={judge} />
					</li>
				))}
			</ul>
			<Scale />
			<ol className="app-dots">
				{lines.map((line) => {
					const name = `${line.number} ${textIn(line.title, locale)?.text ?? ''}`.trim()
					return (
						<li key={line.id}>
							<p className="app-dots__name">
								{name}
								{line.checkpoint === null ? null : <> · {line.checkpoint.code}</>}
							</p>
							<Row line={line} name={name} />
						</li>
					)
				})}
			</ol>
			<Scale />
		</div>
	)
}

/** The steps above and below the rows. */
function Scale() {
	const { say } = useWords()
	return (
		<ol className="app-gap__steps" aria-hidden="true">
			{COMPLETION_LEVELS.map((level) => (
				<li key={level}>
					<LevelMark level={level} />
					<span className="app-gap__word">{say(`level.${level}`)}</span>
				</li>
			))}
		</ol>
	)
}

function Row({ line, name }: { line: DivergenceLine; name: string }) {
	const { say, format } = useWords()
	const { marks, line: gap } = dotRow(line.judgements, 100)
	const at = stepPlaces(100)
	const placed = marks.map((mark) =>
		say('gap.placed', { judge: say(`judge.short.${mark.judge}`), level: say(`level.${mark.level}`) }),
	)
	return (
		<svg className="app-chart" role="img" width="100%" height={ROW_PX}>
			<title>{say('divergence.chart.line', { name, placed: format.list(placed) })}</title>
			{COMPLETION_LEVELS.map((level) => (
				<line
					key={level}
					x1={percent(at(level))}
					x2={percent(at(level))}
					y1="0"
					y2={ROW_PX}
					stroke={RULE}
					strokeDasharray="1 3"
				/>
			))}
			{gap ? (
				<line
					x1={percent(gap.from)}
					x2={percent(gap.to)}
					y1={ROW_PX / 2}
					y2={ROW_PX / 2}
					stroke={INK}
					strokeWidth="2"
				/>
			) : null}
			{marks.map((mark) => (
				<svg key={mark.judge} x={percent(mark.x)} y={ROW_PX / 2 + mark.y} overflow="visible">
					<path d={judgeGlyph(mark.judge, 12)} fill={JUDGE_COLOURS[mark.judge]} />
				</svg>
			))}
		</svg>
	)
}

function percent(value: number): string {
	return `${String(value)}%`
}
