import { hrefIn, homeHref, plansHref, tasksHref } from '#app/components/addresses.ts'
import { commitmentsHref } from '#app/components/commitment-list/addresses.ts'
import { searchHref } from '#app/components/search/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Locale } from '#app/i18n/locale.ts'
import { SiteMark } from './site-mark.tsx'
import type { PageMember } from './page.tsx'

/** Each language is named in itself. */
const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', id: 'Bahasa Indonesia' }

type HeaderProps = { member: PageMember | null; person: { readonly name: string } | null }

/** Name of the site, whose page it is, and the few ways on. */
export function Header({ member, person }: HeaderProps) {
	const { say, locale, path } = useWords()
	return (
		<header className="app-header">
			<div className="govuk-width-container">
				<div className="app-header__row">
					<a className="app-header__name" href={homeHref(locale)}>
						<SiteMark />
						{say('site.name')}
					</a>
					{member ? (
						<span className="app-header__member">
							<TextIn text={member.name} />
						</span>
					) : null}
					<nav className="app-header__links" aria-label={say('site.nav')}>
						<Way href={plansHref(locale)} path={path}>
							{say('site.nav.plans')}
						</Way>
						<Way href={commitmentsHref(locale)} path={path}>
							{say('site.nav.commitments')}
						</Way>
						<Way href={searchHref(locale)} path={path}>
							{say('site.nav.search')}
						</Way>
						<Way href={tasksHref(locale)} path={path}>
							{person ? say('site.nav.tasks') : say('site.nav.sign-in')}
						</Way>
						<LanguageSwitch />
					</nav>
				</div>
			</div>
		</header>
	)
}

function Way({ href, path, children }: { href: string; path: string; children: string }) {
	const isHere = path.split('?')[0] === href
	return (
		<a className="govuk-link" href={href} aria-current={isHere ? 'page' : undefined}>
			{children}
		</a>
	)
}

function LanguageSwitch() {
	const { locale, path } = useWords()
	const other = locale === 'en' ? 'id' : 'en'
	return (
		<a className="govuk-link" href={hrefIn(other, path)} hrefLang={other} lang={other} rel="alternate">
			{LANGUAGE_NAMES[other]}
		</a>
	)
}
