import { useWords } from '#app/components/words.tsx'

export type Crumb = { text: string; href?: string | undefined }

/** Where this page stands in the site. The last crumb, without an address, is the page itself. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
	const { say } = useWords()
	return (
		<nav className="govuk-breadcrumbs" aria-label={say('ui.breadcrumbs')}>
			<ol className="govuk-breadcrumbs__list">
				{items.map((item) =>
					item.href ? (
						<li key={item.text} className="govuk-breadcrumbs__list-item">
							<a className="govuk-breadcrumbs__link" href={item.href}>
								{item.text}
							</a>
						</li>
					) : (
						<li key={item.text} className="govuk-breadcrumbs__list-item" aria-current="page">
							{item.text}
						</li>
					),
				)}
			</ol>
		</nav>
	)
}
