import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { BarShapeProps } from 'recharts'
import { hatchInRectangle } from '#app/charts/hatch.ts'
import type { LiveBars, LivePart } from '#app/charts/live-bars.ts'
import { INK, PAPER } from '#app/charts/palette.ts'

// The script of pages with a drawing whose bars answer to pointer and keys. It needs nothing of the page but what stands at the
// drawing; where it does not come, or fails, the server's drawing stays and says the same.

/** Height of a bar's row, and of the axis. Unit: pixels. */
const ROW_PX = 48
const AXIS_PX = 48
const NAMES_PX = 160

for (const place of document.querySelectorAll<HTMLElement>('[data-live-bars]')) {
	const bars: unknown = JSON.parse(place.dataset.liveBars ?? 'null')
	if (isBars(bars)) enliven(place, bars)
}

function enliven(place: HTMLElement, bars: LiveBars): void {
	const live = document.createElement('div')
	live.className = 'app-explore__live'
	place.append(live)
	place.classList.add('app-explore--loading')
	const show = () => place.classList.replace('app-explore--loading', 'app-explore--live')
	createRoot(live).render(
		<StrictMode>
			<Live {...bars} onDrawn={show} />
		</StrictMode>,
	)
}

/** The page writes them out of the same type. */
function isBars(value: unknown): value is LiveBars {
	return typeof value === 'object' && value !== null && 'rows' in value && 'parts' in value
}

function Live({ title, keys, parts, rows, onDrawn }: LiveBars & { onDrawn: () => void }) {
	const data = rows.map((row, at) => ({ ...row, at }))
	const nameAt = (at: unknown) => rows[Number(at)]?.name ?? ''
	useEffect(onDrawn, [onDrawn])
	return (
		<>
			<p className="app-quiet">{keys}</p>
			<ResponsiveContainer width="100%" height={rows.length * ROW_PX + AXIS_PX}>
				<BarChart data={data} layout="vertical" accessibilityLayer title={title} barSize={24}>
					<XAxis type="number" allowDecimals={false} stroke={INK} />
					<YAxis
						type="category"
						dataKey="at"
						tickFormatter={nameAt}
						width={NAMES_PX}
						stroke={INK}
						interval={0}
					/>
					<Tooltip isAnimationActive={false} itemSorter={() => 0} labelFormatter={nameAt} />
					{parts.map((name, part) => (
						<Bar
							key={name}
							dataKey={(row: LiveBars['rows'][number]) => row.parts[part]?.count ?? 0}
							name={name}
							stackId="commitments"
							fill={INK}
							isAnimationActive={false}
							shape={(bar: BarShapeProps) => <Segment bar={bar} look={partAt(rows, bar.payload, part)} />}
						/>
					))}
				</BarChart>
			</ResponsiveContainer>
		</>
	)
}

/** What is drawn of a row, by the number that stands in the row. */
function partAt(rows: LiveBars['rows'], payload: unknown, part: number): LivePart | undefined {
	const at: unknown = typeof payload === 'object' && payload ? Reflect.get(payload, 'at') : undefined
	return typeof at === 'number' ? rows[at]?.parts[part] : undefined
}

/** A part of a bar as the server draws it. */
function Segment({ bar, look }: { bar: BarShapeProps; look: LivePart | undefined }) {
	const { x, y, width, height } = bar
	if (width <= 0 || !look) return null
	const { colour, filledShare, texture } = look
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
