import { useEffect } from 'react'
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { BarShapeProps } from 'recharts'
import { BAR_JUDGES, BAR_STEPS, countAt, stepLook } from '#app/charts/completion-bars.ts'
import type { BarFigures, BarStep } from '#app/charts/completion-bars.ts'
import { hatchInRectangle } from '#app/charts/hatch.ts'
import { INK, JUDGE_COLOURS, PAPER } from '#app/charts/palette.ts'
import { useWords } from '#app/components/words.tsx'

type LiveCompletionProps = { figures: BarFigures; title: string; onDrawn: () => void }

/** The completion bars with their numbers at the pointer. The table beside them serves everybody else. */
export function LiveCompletion({ figures, title, onDrawn }: LiveCompletionProps) {
	const { say } = useWords()
	const data = BAR_JUDGES.map((judge) => ({
		name: say(`judge.short.${judge}`),
		colour: JUDGE_COLOURS[judge],
		...Object.fromEntries(BAR_STEPS.map((step) => [step, countAt(figures[judge], step)])),
	}))
	useEffect(onDrawn, [onDrawn])
	return (
		<div role="img" aria-label={title}>
			<ResponsiveContainer width="100%" height={244}>
				<BarChart data={data} layout="vertical" accessibilityLayer={false} barSize={28}>
					<XAxis type="number" allowDecimals={false} stroke={INK} />
					<YAxis type="category" dataKey="name" width={96} stroke={INK} />
					<Tooltip isAnimationActive={false} itemSorter={() => 0} />
					{BAR_STEPS.map((step) => (
						<Bar
							key={step}
							dataKey={step}
							name={say(`chart.completion.step.${step}`)}
							stackId="commitments"
							isAnimationActive={false}
							shape={(bar: BarShapeProps) => <StepShape bar={bar} step={step} />}
						/>
					))}
				</BarChart>
			</ResponsiveContainer>
		</div>
	)
}

function StepShape({ bar, step }: { bar: BarShapeProps; step: BarStep }) {
	const { x, y, width, height } = bar
	if (width <= 0) return null
	const { filledShare, texture } = stepLook(step)
	const payload: unknown = bar.payload
	const colour = hasColour(payload) ? payload.colour : INK
	const filled = height * filledShare
	return (
		<g>
			<rect
				x={x}
				y={y}
				width={width}
				height={height}
				fill={PAPER}
				stroke={colour}
				strokeWidth="1.5"
				strokeDasharray={texture === 'dashed' ? '4 3' : texture === 'dotted' ? '1 3' : undefined}
			/>
			<rect x={x} y={y + height - filled} width={width} height={filled} fill={colour} />
			{texture === 'hatched' ? (
				<path d={hatchInRectangle(width, height, 6)} transform={`translate(${x} ${y})`} stroke={colour} />
			) : null}
		</g>
	)
}

function hasColour(payload: unknown): payload is { readonly colour: string } {
	return (
		typeof payload === 'object' &&
		payload !== null &&
		'colour' in payload &&
		typeof payload.colour === 'string'
	)
}
