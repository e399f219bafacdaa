import { hatchInRectangle } from '#app/charts/hatch.ts'
import { PAPER } from '#app/charts/palette.ts'
import type { Drawing, Shape, ShownValue } from '#app/charts/shapes.ts'

type Of<Kind extends Shape['kind']> = Extract<Shape, { readonly kind: Kind }>

/** A drawing as wide as its place. Places are in per cent of the width, so that words keep their size on a phone. */
export function ShapeDrawing({ drawing, title }: { drawing: Drawing; title: string }) {
	return (
		<svg className="app-chart" role="img" width="100%" height={drawing.height}>
			<title>{title}</title>
			{drawing.shapes.map((shape, at) => (
				<ShapeOf key={at} shape={shape} />
			))}
		</svg>
	)
}

function ShapeOf({ shape }: { shape: Shape }) {
	if (shape.kind === 'text') return <Lettered {...shape} />
	if (shape.kind === 'box') return <Box {...shape} />
	return shape.kind === 'line' ? <Line {...shape} /> : <Mark {...shape} />
}

function Lettered({ x, y, dx, text, anchor, isBold }: Of<'text'>) {
	return (
		<text
			className={isBold ? 'app-chart__name' : undefined}
			{...{ x: percent(x), y, dx, textAnchor: anchor }}
		>
			{text}
		</text>
	)
}

/** Wider than any screen the drawing is shown on: each box cuts off what it does not need. */
const WIDEST_PX = 1440
const DASHES = { dashed: '4 3', dotted: '1 3', filled: undefined, hatched: undefined, empty: undefined }

function Box({ x, y, width, height, colour, filledShare, texture, value }: Of<'box'>) {
	const filled = height * filledShare
	return (
		<svg {...{ x: percent(x), y, width: percent(width), height }} {...shown(value)}>
			<rect width="100%" height={height} fill={PAPER} />
			{texture === 'hatched' ? (
				<path d={hatchInRectangle(WIDEST_PX, height, 6)} stroke={colour} strokeWidth="1.5" />
			) : null}
			{filled > 0 ? <rect y={height - filled} width="100%" height={filled} fill={colour} /> : null}
			<rect
				width="100%"
				height={height}
				fill="none"
				stroke={colour}
				strokeWidth="3"
				strokeDasharray={DASHES[texture]}
			/>
		</svg>
	)
}

function Line({ x1, x2, y1, y2, colour, isDashed, isThick }: Of<'line'>) {
	return (
		<line
			{...{ x1: percent(x1), x2: percent(x2), y1, y2 }}
			stroke={colour}
			strokeWidth={isThick ? 2 : 1}
			strokeDasharray={isDashed ? '1 3' : undefined}
		/>
	)
}

function Mark({ x, y, dx = 0, colour, fill, outline, hatch, isDashed, value }: Of<'mark'>) {
	return (
		<svg x={percent(x)} y={y} overflow="visible" {...shown(value)}>
			<g transform={dx === 0 ? undefined : `translate(${String(dx)} 0)`}>
				{hatch === '' ? null : <path d={hatch} stroke={colour} strokeWidth="1.25" />}
				{fill === '' ? null : <path d={fill} fill={colour} />}
				{outline === '' ? null : (
					<path
						d={outline}
						fill="none"
						stroke={colour}
						strokeWidth="1.5"
						strokeDasharray={isDashed ? '2.5 2' : undefined}
					/>
				)}
			</g>
		</svg>
	)
}

/** Which cell of the table a shape stands for, and what is written there. */
function shown(value: ShownValue | undefined) {
	if (!value) return {}
	return { 'data-row': value.row, 'data-column': value.column, 'data-value': value.text }
}

function percent(value: number): string {
	return `${String(Math.round(value * 100_000) / 1000)}%`
}
