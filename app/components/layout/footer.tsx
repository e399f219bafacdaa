import { aboutHref, logHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'

const PAGES = ['about', 'figures', 'glossary', 'accessibility', 'api'] as const

/** Help, in the same order on every page. */
export function Footer() {
	const { say, locale } = useWords()
	return (
		<footer className="app-footer">
			<div className="govuk-width-container">
				<nav aria-label={say('site.footer.help')}>
					<ul className="app-footer__links">
						{PAGES.map((page) => (
							<li key={page}>
								<a className="govuk-link" href={aboutHref(locale, page)}>
									{say(`site.footer.${page}`)}
								</a>
							</li>
						))}
						<li>
							<a className="govuk-link" href={logHref(locale)}>
								{say('site.footer.log')}
							</a>
						</li>
					</ul>
				</nav>
				<p>{say('site.footer.what')}</p>
				<p>{say('site.footer.levels')}</p>
				<p>{say('site.footer.licence')}</p>
			</div>
		</footer>
	)
}
