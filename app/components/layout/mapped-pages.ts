import {
	aboutHref,
	commitmentHref,
	dashboardHref,
	homeHref,
	logHref,
	memberHref,
	membersHref,
	obligationsHref,
	planHref,
	plansHref,
} from '#app/components/addresses.ts'
import { callsHref } from '#app/components/application/addresses.ts'
import { calendarHref } from '#app/components/calendar/addresses.ts'
import { changesHref } from '#app/components/change-log/addresses.ts'
import { commitmentsHref } from '#app/components/commitment-list/addresses.ts'
import { inputsHref } from '#app/components/consultation/addresses.ts'
import { organizationHref } from '#app/components/cso/addresses.ts'
import { expectationsHref } from '#app/components/expectation/addresses.ts'
import { planCheckpointsHref } from '#app/components/plan-draft/addresses.ts'
import { practicesHref } from '#app/components/practice/addresses.ts'
import { rulesHref } from '#app/components/rule/addresses.ts'
import type { PageNoun, PublicPage } from '#app/domain/public-page/view.ts'
import type { MappedPage } from '#app/export/site-map-xml.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'

type Href = (locale: Locale) => string

/** Pages that are there once. */
const PLACES: readonly Href[] = [
	homeHref,
	plansHref,
	commitmentsHref,
	membersHref,
	expectationsHref,
	callsHref,
	practicesHref,
	inputsHref,
	rulesHref,
	calendarHref,
	logHref,
	(locale) => changesHref(locale, { of: 'SITE' }),
	...(['about', 'figures', 'glossary', 'accessibility', 'safety', 'api'] as const).map(
		(page): Href =>
			(locale) =>
				aboutHref(locale, page),
	),
]

/** The pages of one thing. */
const PAGES_OF: Readonly<Record<PageNoun, readonly ((locale: Locale, id: string) => string)[]>> = {
	members: [memberHref],
	organizations: [organizationHref],
	plans: [planHref, dashboardHref, obligationsHref, planCheckpointsHref],
	commitments: [commitmentHref],
}

/** The pages that are there once, for the site map. */
export function mappedPlaces(baseUrl: string): readonly MappedPage[] {
	return PLACES.map((href) => ({ at: inEach(baseUrl, href), lastActOn: null }))
}

/** The pages of things of one kind, for the site map. */
export function mappedPages(
	noun: PageNoun,
	pages: readonly PublicPage[],
	baseUrl: string,
): readonly MappedPage[] {
	return pages.flatMap(({ id, lastActOn }) =>
		PAGES_OF[noun].map((href) => ({ at: inEach(baseUrl, (locale) => href(locale, id)), lastActOn })),
	)
}

function inEach(baseUrl: string, href: Href): Readonly<Record<string, string>> {
	return Object.fromEntries(LOCALES.map((locale) => [locale, `${baseUrl}${href(locale)}`]))
}
