import { gapLine } from '#app/charts/gap-line.ts'
import type { GapConnection, GapLine, GapMark } from '#app/charts/gap-line.ts'
import { judgeGlyph } from '#app/charts/judge-glyph.ts'
import { INK, JUDGES, JUDGE_COLOURS, PAPER, RULE } from '#app/charts/palette.ts'
import { DivergenceText } from '#app/components/judgement/divergence-text.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Judge } from '#app/charts/palette.ts'
import type { Divergence, Judgements } from '#app/domain/divergence/rules.ts'
import { JudgeWord } from './judge-glyph.tsx'
import { LevelMark, LevelWord } from './level-mark.tsx'

const LANE_PX = 48

/**
 * The judges' levels of one commitment on the five-step scale, with the gap between claim and finding as a line and
 * in words. Only the words where fewer than two judges gave a level.
 */
export function GapFigure({ id, judgements }: { id: string; judgements: Judgements }) {
	const { say } = useWords()
	const line = gapLine(judgements, { width: 100, lane: LANE_PX })
	const words = <DivergenceText judgements={judgements} />
	if (line.marks.length < 2) return words
	return (
		<figure className="app-figure app-gap" aria-labelledby={`${id}-message`}>
			<div id={`${id}-message`}>{words}</div>
			<GapDrawing line={line} />
			<ol className="app-gap__steps" aria-hidden="true">
				{COMPLETION_LEVELS.map((level) => (
					<li key={level}>
						<LevelMark level={level} />
						<span className="app-gap__word">{say(`level.${level}`)}</span>
					</li>
				))}
			</ol>
			<Details summary={say('gap.as-table')}>
				<GapTable id={id} judgements={judgements} />
			</Details>
		</figure>
	)
}

function GapDrawing({ line }: { line: GapLine }) {
	const { say, format } = useWords()
	const placed = line.marks.map((m) =>
		say('gap.placed', { judge: say(`judge.${m.judge}`), level: say(`level.${m.level}`) }),
	)
	return (
		<svg className="app-chart" role="img" width="100%" height={line.height}>
			<title>{say('gap.title', { placed: format.list(placed) })}</title>
			{line.steps.map((step) => (
				<line
					key={step.level}
					x1={percent(step.x)}
					x2={percent(step.x)}
					y1="0"
					y2={line.height}
					stroke={RULE}
					strokeDasharray="1 3"
				/>
			))}
			{line.connections.map((connection) => (
				<Span key={connection.to} connection={connection} />
			))}
			{line.marks.map((mark) => (
				<Mark key={mark.judge} mark={mark} />
			))}
		</svg>
	)
}

/** From the claimed level to the judge's own, in the judge's lane, so that no line crosses a word. */
function Span({ connection: { from, end } }: { connection: GapConnection }) {
	return (
		<g stroke={INK} strokeWidth="2">
			<line x1={percent(from.x)} x2={percent(end.x)} y1={end.y} y2={end.y} />
			<line x1={percent(from.x)} x2={percent(from.x)} y1={end.y - 6} y2={end.y + 6} />
		</g>
	)
}

function Mark({ mark }: { mark: GapMark }) {
	const { say } = useWords()
	const anchor = mark.x < 25 ? 'start' : mark.x > 75 ? 'end' : 'middle'
	const shift = { start: -7, middle: 0, end: 7 }[anchor]
	return (
		<svg x={percent(mark.x)} y={mark.y} overflow="visible">
			<path d={judgeGlyph(mark.judge, 12)} fill={JUDGE_COLOURS[mark.judge]} />
			<text x={shift} y="-13" textAnchor={anchor} stroke={PAPER} strokeWidth="4" paintOrder="stroke">
				{say('gap.placed', {
					judge: say(`judge.short.${mark.judge}`),
					level: say(`level.${mark.level}`),
				})}
			</text>
		</svg>
	)
}

function GapTable({ id, judgements }: { id: string; judgements: Judgements }) {
	const { say } = useWords()
	const rows = JUDGES.flatMap((judge) => {
		const level = judgements[judge]?.level ?? null
		if (level === null) return []
		const gap = divergenceTo(judge, judgements)?.steps ?? null
		const steps = gap === null ? say('gap.none') : String(-gap)
		return [
			{
				key: judge,
				cells: [
					<JudgeWord key="j" judge={judge} />,
					<LevelWord key="l" level={level} judge={judge} />,
					steps,
				],
			},
		]
	})
	return (
		<Table
			id={`${id}-table`}
			caption={say('gap.caption')}
			captionSize="s"
			isCompact
			columns={[
				{ head: say('gap.judge') },
				{ head: say('gap.level') },
				{ head: say('gap.steps'), isNumeric: true },
			]}
			rows={rows}
		/>
	)
}

/** What lies between the claim and a judge; nothing for the claim itself. */
function divergenceTo(judge: Judge, judgements: Judgements): Divergence | undefined {
	if (judge === 'coded') return judgements.codedDivergence
	if (judge === 'assessed') return judgements.assessedDivergence
	return judge === 'verified' ? judgements.divergence : undefined
}

function percent(value: number): string {
	return `${String(value)}%`
}
