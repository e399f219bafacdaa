import type { Bar, BarSegment } from '#app/charts/completion-bars.ts'
import { hatchInRectangle } from '#app/charts/hatch.ts'
import { JUDGE_COLOURS, PAPER } from '#app/charts/palette.ts'
import { judgeGlyph } from '#app/charts/judge-glyph.ts'
import { useWords } from '#app/components/words.tsx'

const BAR_PX = 24
const ROW_PX = 84
const NAME_PX = 20
/** Wider than any screen the drawing is shown on: each segment cuts off what it does not need. */
const HATCH = hatchInRectangle(1440, BAR_PX, 6)
/** Segments narrower than this share of the width carry no number; the table has it. */
const LABEL_FROM_PERCENT = 2.5

/** The bars. Lengths are in per cent of the width, so that words keep their size on a phone. */
export function CompletionDrawing({ bars, title }: { bars: readonly Bar[]; title: string }) {
	return (
		<svg className="app-chart" role="img" width="100%" height={bars.length * ROW_PX - 8}>
			<title>{title}</title>
			{bars.map((bar, at) => (
				<JudgeBar key={bar.judge} bar={bar} y={at * ROW_PX} />
			))}
		</svg>
	)
}

function JudgeBar({ bar, y }: { bar: Bar; y: number }) {
	const { say } = useWords()
	const colour = JUDGE_COLOURS[bar.judge]
	return (
		<svg x="0" y={y} width="100%" height={ROW_PX} overflow="visible">
			<path d={judgeGlyph(bar.judge, 9.5)} transform={`translate(8 ${String(NAME_PX / 2)})`} fill={colour} />
			<text className="app-chart__name" x="22" y={NAME_PX - 5}>
				{say(`judge.${bar.judge}`)}
			</text>
			{bar.segments.map((segment) => (
				<Segment key={segment.step} segment={segment} colour={colour} />
			))}
			{bar.segments
				.filter((segment) => segment.width >= LABEL_FROM_PERCENT)
				.map((segment) => (
					<Count key={segment.step} segment={segment} />
				))}
		</svg>
	)
}

function Segment({ segment, colour }: { segment: BarSegment; colour: string }) {
	const filled = BAR_PX * segment.filledShare
	const dashes = { dashed: '4 3', dotted: '1 3', filled: undefined, hatched: undefined, empty: undefined }
	return (
		<svg x={percent(segment.x)} y={NAME_PX + 4} width={percent(segment.width)} height={BAR_PX}>
			<rect width="100%" height={BAR_PX} fill={PAPER} />
			{segment.texture === 'hatched' ? <path d={HATCH} stroke={colour} strokeWidth="1.5" /> : null}
			{filled > 0 ? <rect y={BAR_PX - filled} width="100%" height={filled} fill={colour} /> : null}
			<rect
				width="100%"
				height={BAR_PX}
				fill="none"
				stroke={colour}
				strokeWidth="3"
				strokeDasharray={dashes[segment.texture]}
			/>
		</svg>
	)
}

function Count({ segment }: { segment: BarSegment }) {
	const { format } = useWords()
	return (
		<text x={percent(segment.x + segment.width / 2)} y={NAME_PX + BAR_PX + 20} textAnchor="middle">
			{format.count(segment.count)}
		</text>
	)
}

function percent(value: number): string {
	return `${String(Math.round(value * 1000) / 1000)}%`
}
