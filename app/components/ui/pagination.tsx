import type { ReactNode } from 'react'
import { useWords } from '#app/components/words.tsx'

const BACK = 'M6.5 0 8 1.4 3.9 5.5H15v2H3.9L8 11.6 6.5 13 0 6.5z'
const ON = 'M8.5 0 7 1.4l4.1 4.1H0v2h11.1L7 11.6 8.5 13 15 6.5z'

type PaginationProps = { previousHref?: string | undefined; nextHref?: string | undefined }

/** Links to the page before and the page after; nothing where there is only one page. */
export function Pagination({ previousHref, nextHref }: PaginationProps) {
	const { say } = useWords()
	if (!previousHref && !nextHref) return null
	return (
		<nav className="govuk-pagination govuk-pagination--block" aria-label={say('ui.pagination')}>
			{previousHref ? (
				<Turn href={previousHref} rel="prev">
					{say('ui.pagination.previous')}
				</Turn>
			) : null}
			{nextHref ? (
				<Turn href={nextHref} rel="next">
					{say('ui.pagination.next')}
				</Turn>
			) : null}
		</nav>
	)
}

function Turn({ href, rel, children }: { href: string; rel: 'prev' | 'next'; children: ReactNode }) {
	return (
		<div className={`govuk-pagination__${rel}`}>
			<a className="govuk-link govuk-pagination__link" href={href} rel={rel}>
				<svg
					className={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
					xmlns="http://www.w3.org/2000/svg"
					height="13"
					width="15"
					aria-hidden="true"
					focusable="false"
					viewBox="0 0 15 13"
				>
					<path d={rel === 'prev' ? BACK : ON} />
				</svg>{' '}
				<span className="govuk-pagination__link-title govuk-pagination__link-title--decorated">
					{children}
				</span>
			</a>
		</div>
	)
}
