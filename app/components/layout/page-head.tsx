import { hrefIn } from '#app/components/addresses.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Parts of a query that make another page of an address; the others only narrow or order what is shown there. */
const OWN_PAGES = ['page', 'version', 'as-of', 'asOf', 'q', 'month', 'from']

/** Which pages have a picture for where they are shared: the room of their pictures, and what is shown. */
export type SharedCard = { readonly of: 'plans' | 'commitments'; readonly id: string }

type PageHeadProps = {
	/** Where the site stands, as its host set it. */
	baseUrl: string
	locale: Locale
	pathname: string
	search: string
	card: SharedCard | null
}

/** Where a page lives, in which other languages, and how it is shown where its address is shared. */
export function PageHead({ baseUrl, locale, pathname, search, card }: PageHeadProps) {
	const path = `${pathname.replace(/\/+$/, '')}${ownQuery(search)}`
	const at = (other: Locale) => `${origin(baseUrl)}${hrefIn(other, path)}`
	const here = at(locale)
	return (
		<>
			<link rel="canonical" href={here} />
			{LOCALES.map((other) => (
				<link key={other} rel="alternate" hrefLang={other} href={at(other)} />
			))}
			<link rel="alternate" hrefLang="x-default" href={at('en')} />
			<meta property="og:url" content={here} />
			<meta property="og:type" content="website" />
			<meta property="og:site_name" content="Renaksi" />
			{LOCALES.map((other) => (
				<meta
					key={other}
					property={other === locale ? 'og:locale' : 'og:locale:alternate'}
					content={OG_LOCALES[other]}
				/>
			))}
			{card ? <CardMeta href={`${origin(baseUrl)}/files/cards/${card.of}/${card.id}.${locale}.png`} /> : null}
		</>
	)
}

const OG_LOCALES: Readonly<Record<Locale, string>> = { en: 'en_GB', id: 'id_ID' }

function CardMeta({ href }: { href: string }) {
	return (
		<>
			<meta property="og:image" content={href} />
			<meta property="og:image:type" content="image/png" />
			<meta property="og:image:width" content="1200" />
			<meta property="og:image:height" content="630" />
			<meta name="twitter:card" content="summary_large_image" />
		</>
	)
}

function origin(baseUrl: string): string {
	return baseUrl.replace(/\/+$/, '')
}

function ownQuery(search: string): string {
	const asked = new URLSearchParams(search)
	const own = new URLSearchParams([...asked].filter(([name]) => OWN_PAGES.includes(name)))
	const query = own.toString()
	return query === '' ? '' : `?${query}`
}
