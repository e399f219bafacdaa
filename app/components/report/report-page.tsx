import { planHref, plansHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import type { PageProps } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { Block } from '#reports/pdf/block.ts'
import { ReportBlocks, chapterId } from './report-blocks.tsx'
import { Said } from './said.tsx'

export type ReportFile = { readonly href: string; readonly text: string }

type ReportPageProps = {
	plan: Pick<PlanView, 'id' | 'title' | 'member'>
	title: string
	kicker: string
	blocks: readonly Block[]
	/** The same report as files. */
	files: readonly ReportFile[]
	lastUpdated?: PageProps['lastUpdated']
}

/** A report as a page: the same chapters as its files, with a list of them to begin with. */
export function ReportPage({ plan, title, kicker, blocks, files, lastUpdated }: ReportPageProps) {
	const { say, locale } = useWords()
	return (
		<Page
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: textIn(plan.title, locale)?.text ?? plan.id, href: planHref(locale, plan.id) },
			]}
			lastUpdated={lastUpdated}
		>
			<PageTitle caption={kicker} text={title}>
				{title}
			</PageTitle>
			<ul className="app-downloads" aria-label={say('report.page.files')}>
				{files.map(({ href, text }) => (
					<li key={href}>
						<a className="govuk-link" href={href}>
							{text}
						</a>
					</li>
				))}
			</ul>
			<Chapters blocks={blocks} />
			<ReportBlocks blocks={blocks} />
		</Page>
	)
}

function Chapters({ blocks }: { blocks: readonly Block[] }) {
	const { say } = useWords()
	return (
		<nav aria-label={say('report.page.chapters')}>
			<h2 className="govuk-heading-s">{say('report.page.chapters')}</h2>
			<ul className="govuk-list">
				{blocks.map((block, at) =>
					block.kind === 'heading' && block.level === 1 ? (
						<li key={at}>
							<a className="govuk-link" href={`#${chapterId(at)}`}>
								<Said phrase={block.text} />
							</a>
						</li>
					) : null,
				)}
			</ul>
		</nav>
	)
}
