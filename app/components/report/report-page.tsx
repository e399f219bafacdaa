import { planHref, plansHref } from '#app/components/addresses.ts'
import { CiteThis } from '#app/components/citation/cite-this.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import type { PageProps } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { Citation } from '#app/domain/citation/view.ts'
import type { Block } from '#reports/pdf/block.ts'
import { Downloads } from './downloads.tsx'
import type { ReportFile } from './downloads.tsx'
import { ReportBlocks, chapterId } from './report-blocks.tsx'
import { Said } from './said.tsx'

type DocumentPageProps = Pick<PageProps, 'member' | 'breadcrumbs' | 'lastUpdated'> & {
	title: string
	kicker: string
	blocks: readonly Block[]
	/** The same document as files. */
	files: readonly ReportFile[]
	citation?: Citation | undefined
}

/** A document as a page: the same chapters as its files, with a list of them to begin with. */
export function DocumentPage({ title, kicker, blocks, files, citation, ...frame }: DocumentPageProps) {
	return (
		<Page {...frame}>
			<PageTitle caption={kicker} text={title}>
				{title}
			</PageTitle>
			<Downloads files={files} />
			<Chapters blocks={blocks} />
			<ReportBlocks blocks={blocks} />
			{citation ? <CiteThis citation={citation} /> : null}
		</Page>
	)
}

type ReportPageProps = Omit<DocumentPageProps, 'member' | 'breadcrumbs'> & {
	plan: Pick<PlanView, 'id' | 'title' | 'member'>
}

/** A report on a plan as a page. */
export function ReportPage({ plan, ...document }: ReportPageProps) {
	const { say, locale } = useWords()
	return (
		<DocumentPage
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: textIn(plan.title, locale)?.text ?? plan.id, href: planHref(locale, plan.id) },
			]}
			{...document}
		/>
	)
}

/** The chapters of a document, to jump to. */
export function Chapters({ blocks }: { blocks: readonly Block[] }) {
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
