import type { ReactNode } from 'react'

type PageTitleProps = {
	children: ReactNode
	/** What kind of thing the page is about, above its name. */
	caption?: ReactNode
	/** The title as text, so that a very long one is set smaller and still stands whole. */
	text?: string | undefined
}

/** The one main heading of a page. */
export function PageTitle({ children, caption, text }: PageTitleProps) {
	const length = (text ?? (typeof children === 'string' ? children : '')).length
	return (
		<>
			{caption ? <p className="app-caption">{caption}</p> : null}
			<h1 className={`govuk-heading-${length > 220 ? 'm' : length > 90 ? 'l' : 'xl'}`}>{children}</h1>
		</>
	)
}
