/** A link of a list, by its address and its words. */
export type ListedLink = { readonly href: string; readonly text: string }

type LinkListProps = {
	links: readonly ListedLink[]
	/** How the list looks; a plain one where nothing is said. */
	className?: 'govuk-list' | 'govuk-list govuk-list--bullet' | 'app-downloads'
	/** What the list is, where no heading says it. */
	label?: string
}

/** Links, one below the other. */
export function LinkList({ links, className = 'govuk-list', label }: LinkListProps) {
	return (
		<ul className={className} aria-label={label}>
			{links.map(({ href, text }) => (
				<li key={href}>
					<a className="govuk-link" href={href}>
						{text}
					</a>
				</li>
			))}
		</ul>
	)
}
