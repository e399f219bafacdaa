import type { ReactNode } from 'react'
import type { LiveBars } from '#app/charts/live-bars.ts'

type ExploreProps = {
	bars: LiveBars
	/** The server's drawing, shown until the live bars stand, and for ever where no script brings them. */
	children: ReactNode
}

/** A drawing whose bars answer to pointer and keys once the script `live-bars` has drawn them in its place. */
export function Explore({ bars, children }: ExploreProps) {
	return (
		<div className="app-explore" data-live-bars={JSON.stringify(bars)}>
			<div className="app-explore__drawn">{children}</div>
		</div>
	)
}
