import type { ReactNode } from 'react'
import { BAR_JUDGES, BAR_STEPS, completionBars, countAt } from '#app/charts/completion-bars.ts'
import type { BarFigures, BarJudge, BarStep } from '#app/charts/completion-bars.ts'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { ChartFigure } from './chart-figure.tsx'
import type { Download } from './chart-figure.tsx'
import { CompletionDrawing } from './completion-drawing.tsx'
import { CompletionLegend, StepWord } from './completion-legend.tsx'
import { JudgeGlyph } from './judge-glyph.tsx'

export type CompletionChartProps = {
	id: string
	/** Figures of `planFigures`. */
	figures: BarFigures
	headingLevel?: 2 | 3 | undefined
	downloads?: readonly Download[] | undefined
	source: string
	asOfOn: CalendarDay | null
	/** Puts something around the drawing: the explorer of the signed-in dashboard. */
	wrap?: ((drawing: ReactNode, title: string) => ReactNode) | undefined
}

/** How many commitments stand on which step, by each judge, side by side and never merged. */
export function CompletionChart({ id, figures, wrap = (drawing) => drawing, ...rest }: CompletionChartProps) {
	const { say, format } = useWords()
	const bars = completionBars(figures, 100)
	const shareOf = (judge: BarJudge) => {
		const bar = bars.find((b) => b.judge === judge)
		if (!bar || bar.withLevel === 0) return say(`chart.completion.none.${judge}`)
		const values = { complete: format.count(figures[judge].counts.COMPLETE), of: format.count(bar.withLevel) }
		return say('chart.completion.share', values)
	}
	const message = say('chart.completion.message', {
		claimed: shareOf('claimed'),
		verified: shareOf('verified'),
		coded: shareOf('coded'),
	})
	const title = say('chart.completion.title', { message })
	const steps = BAR_STEPS.filter((step) => BAR_JUDGES.some((judge) => countAt(figures[judge], step) > 0))
	return (
		<ChartFigure {...rest} id={id} message={message} table={<CompletionTable id={id} figures={figures} />}>
			{wrap(<CompletionDrawing bars={bars} title={title} />, title)}
			<CompletionLegend steps={steps} />
		</ChartFigure>
	)
}

function CompletionTable({ id, figures }: { id: string; figures: BarFigures }) {
	const { say, format } = useWords()
	const cell = (judge: BarJudge, step: BarStep) =>
		judge === 'claimed' && step === 'NO_EVIDENCE'
			? say('chart.completion.not-for-claims')
			: format.count(countAt(figures[judge], step))
	const total = (judge: BarJudge) =>
		format.count(BAR_STEPS.reduce((sum, step) => sum + countAt(figures[judge], step), 0))
	return (
		<Table
			id={`${id}-table`}
			caption={say('chart.completion.caption')}
			captionSize="s"
			isCompact
			columns={[
				{ head: say('chart.completion.level') },
				...BAR_JUDGES.map((judge) => ({ head: <ShortJudge judge={judge} />, isNumeric: true })),
			]}
			rows={[
				...BAR_STEPS.map((step) => ({
					key: step,
					cells: [<StepWord key="step" step={step} />, ...BAR_JUDGES.map((judge) => cell(judge, step))],
				})),
				{ key: 'total', cells: [say('chart.completion.total'), ...BAR_JUDGES.map(total)] },
			]}
		/>
	)
}

function ShortJudge({ judge }: { judge: BarJudge }) {
	const { say } = useWords()
	return (
		<span className="app-word">
			<JudgeGlyph judge={judge} />
			{say(`judge.short.${judge}`)}
		</span>
	)
}
