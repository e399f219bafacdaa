import type { Judgements } from '#app/domain/divergence/rules.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { glyphMark, levelShape } from './legend.ts'
import { dotRow, stepPlaces } from './paired-dots.ts'
import { INK, JUDGES, RULE } from './palette.ts'
import type { Judge } from './palette.ts'
import { shortName } from './shapes.ts'
import type { Drawing, Shape } from './shapes.ts'

export type GapRow = {
	readonly name: string
	readonly judgements: Judgements
	/** What the table says of a judge's level. */
	readonly words: Readonly<Record<Judge, string>>
}

const SCALE_PX = 28
const ROW_PX = 84
const MIDDLE_PX = 52

/** Each thing as a row: which judge put it on which step of the scale, with the gap as a line. Judges are columns 1 to 4. */
export function gapRows(rows: readonly GapRow[]): Drawing {
	const at = stepPlaces(1)
	const scale = COMPLETION_LEVELS.map((level) => levelShape(level, { x: at(level), y: 12 }))
	const height = SCALE_PX + rows.length * ROW_PX
	const guides = rows.flatMap((_, row) =>
		COMPLETION_LEVELS.map((level): Shape => {
			const y = SCALE_PX + row * ROW_PX
			return {
				kind: 'line',
				x1: at(level),
				x2: at(level),
				y1: y + 26,
				y2: y + 78,
				colour: RULE,
				isDashed: true,
			}
		}),
	)
	return { height, shapes: [...scale, ...guides, ...rows.flatMap(rowShapes)] }
}

function rowShapes({ name, judgements, words }: GapRow, row: number): readonly Shape[] {
	const top = SCALE_PX + row * ROW_PX
	const y = top + MIDDLE_PX
	const { marks, line } = dotRow(judgements, 1)
	const gap: readonly Shape[] = line
		? [{ kind: 'line', x1: line.from, x2: line.to, y1: y, y2: y, colour: INK, isThick: true }]
		: []
	return [
		{ kind: 'text', x: 0, y: top + 16, text: shortName(name), isBold: true },
		...gap,
		...marks.map((mark) => ({
			...glyphMark(mark.judge, { x: mark.x, y: y + mark.y }),
			value: { row, column: JUDGES.indexOf(mark.judge) + 1, text: words[mark.judge] },
		})),
	]
}
