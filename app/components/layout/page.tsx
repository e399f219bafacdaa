import type { ReactNode } from 'react'
import { BackLink } from '#app/components/ui/back-link.tsx'
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx'
import type { Crumb } from '#app/components/ui/breadcrumbs.tsx'
import { SkipLink } from '#app/components/ui/skip-link.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { DemonstrationBanner } from './demonstration-banner.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { IntegrityBanner } from './integrity-banner.tsx'
import { LastUpdated } from './last-updated.tsx'
import type { Freshness } from './last-updated.tsx'

/** The member of a signed-in person on pages that are no member's own. */
const UNNAMED: Bilingual = { en: null, id: null }

/** Whose page this is. */
export type PageMember = { readonly name: Bilingual; readonly isDemonstration: boolean }

export type PageProps = {
	children: ReactNode
	/** Where the page stands in the site, or, in a task, the way back. */
	breadcrumbs?: readonly Crumb[] | undefined
	backHref?: string | undefined
	member?: PageMember | null | undefined
	/** The signed-in person, on pages that are not public. */
	person?: { readonly name: string; readonly isDemonstration?: boolean } | null | undefined
	lastUpdated?: Freshness | undefined
}

/** The frame of every page: header, way here, the page itself, help and date at its foot. */
export function Page({ children, breadcrumbs, backHref, member, person, lastUpdated }: PageProps) {
	const { say } = useWords()
	return (
		<>
			<SkipLink href="#content" />
			<Header member={member ?? null} person={person ?? null} />
			<IntegrityBanner />
			{member?.isDemonstration || (!member && person?.isDemonstration) ? (
				<DemonstrationBanner name={member?.name ?? UNNAMED} />
			) : null}
			<div className="govuk-width-container">
				{breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
				{backHref ? (
					<nav aria-label={say('ui.back.label')}>
						<BackLink href={backHref} />
					</nav>
				) : null}
				<main id="content" className="govuk-main-wrapper app-skip-target" tabIndex={-1}>
					{children}
					{lastUpdated ? <LastUpdated {...lastUpdated} /> : null}
				</main>
			</div>
			<Footer />
		</>
	)
}
