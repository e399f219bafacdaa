import { useEffect, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { BarFigures } from '#app/charts/completion-bars.ts'
import { classes } from '#app/components/ui/class-names.ts'

export type LiveChart = ComponentType<{ figures: BarFigures; title: string; onDrawn: () => void }>

type ExploreCompletionProps = {
	figures: BarFigures
	/** Name of the live chart, the same as that of the drawing. */
	title: string
	/** The server's drawing, shown until the live chart stands, and for ever where it does not come. */
	children: ReactNode
}

/** Puts a chart that answers to the pointer in the place of the server's drawing, once it has been drawn itself. */
export function ExploreCompletion({ figures, title, children }: ExploreCompletionProps) {
	const [live, setLive] = useState<{ readonly Chart: LiveChart } | null>(null)
	const [isDrawn, setIsDrawn] = useState(false)
	useEffect(() => {
		let isGone = false
		import('./live-completion.tsx').then(
			(chunk) => {
				if (!isGone) setLive({ Chart: chunk.LiveCompletion })
			},
			() => {
				// Without the chunk the drawing stays: it says the same.
			},
		)
		return () => {
			isGone = true
		}
	}, [])
	return (
		<div className={classes('app-explore', isDrawn ? 'app-explore--live' : live && 'app-explore--loading')}>
			<div className="app-explore__drawn">{children}</div>
			{live ? (
				<div className="app-explore__live">
					<live.Chart figures={figures} title={title} onDrawn={() => setIsDrawn(true)} />
				</div>
			) : null}
		</div>
	)
}
