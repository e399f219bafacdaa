import { aboutHref, logHref } from '#app/components/addresses.ts'
import { callsHref } from '#app/components/application/addresses.ts'
import { calendarHref } from '#app/components/calendar/addresses.ts'
import { changesHref } from '#app/components/change-log/addresses.ts'
import { inputsHref } from '#app/components/consultation/addresses.ts'
import { expectationsHref } from '#app/components/expectation/addresses.ts'
import { practicesHref } from '#app/components/practice/addresses.ts'
import { rulesHref } from '#app/components/rule/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import { PrintedLine } from './printed-line.tsx'

const PAGES = ['about', 'figures', 'glossary', 'accessibility', 'safety', 'api'] as const

/** Help, in the same order on every page. */
export function Footer() {
	const { say, locale } = useWords()
	const pages = [
		...PAGES.map((page) => [page, aboutHref(locale, page)] as const),
		['expectations', expectationsHref(locale)] as const,
		['inputs', inputsHref(locale)] as const,
		['calls', callsHref(locale)] as const,
		['calendar', calendarHref(locale)] as const,
		['practices', practicesHref(locale)] as const,
		['rules', rulesHref(locale)] as const,
		['changes', changesHref(locale, { of: 'SITE' })] as const,
		['log', logHref(locale)] as const,
	]
	return (
		<footer className="app-footer">
			<div className="govuk-width-container">
				<nav aria-label={say('site.footer.help')}>
					<ul className="app-footer__links">
						{pages.map(([page, href]) => (
							<li key={page}>
								<a className="govuk-link" href={href}>
									{say(`site.footer.${page}`)}
								</a>
							</li>
						))}
					</ul>
				</nav>
				<PrintedLine />
				<p>{say('site.footer.what')}</p>
				<p>{say('site.footer.levels')}</p>
				<p>{say('site.footer.licence')}</p>
			</div>
		</footer>
	)
}
