import { compiledReportPageHref } from '#app/components/addresses.ts'
import { Independence } from '#app/components/expectation/remarks-beside.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Downloads } from '#app/components/report/downloads.tsx'
import { ReportBlocks } from '#app/components/report/report-blocks.tsx'
import { Chapters } from '#app/components/report/report-page.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { compileHref } from '#app/components/workspace/addresses.ts'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { DraftView } from '#app/domain/report-draft/view.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Block } from '#reports/pdf/block.ts'
import { draftFileHref, draftHref } from './addresses.ts'

type Draft = Omit<DraftView, 'model'>

type DraftPageProps = {
	draft: Draft
	/** What the report is called. */
	title: string
	blocks: readonly Block[]
	/** Whether the reader compiles reports of this member. */
	compiles: boolean
	person: Signed
}

/** A shared draft: how it stands, what was said against it, and the preview as everyone sees it who may. */
export function DraftPage({ draft, title, blocks, compiles, person }: DraftPageProps) {
	const { say, locale } = useWords()
	const files = [
		...LOCALES.map((language) => ({
			href: draftFileHref(language, draft.id),
			text: say(`poc.compiled.pdf.${language}`),
		})),
		{ href: draftFileHref(locale, draft.id, 'docx'), text: say('report.page.docx') },
	]
	return (
		<WorkspacePage person={person} member={draft.plan.member} backHref={`/${locale}/tasks`}>
			<PageTitle caption={<TextIn text={draft.plan.title} />} text={title}>
				{title}
			</PageTitle>
			<How draft={draft} compiles={compiles} />
			<p className="govuk-body">{say('report-draft.same')}</p>
			<Dissents draft={draft} />
			<h2 className="govuk-heading-l">{say('report-draft.read')}</h2>
			<Downloads files={files} />
			<Chapters blocks={blocks} />
			<ReportBlocks blocks={blocks} />
		</WorkspacePage>
	)
}

function How({ draft, compiles }: Pick<DraftPageProps, 'draft' | 'compiles'>) {
	const { say, locale, format } = useWords()
	const { isOpen, recordId, closesOn, dissenting, plan } = draft
	const until = { until: format.day(closesOn) }
	if (isOpen)
		return (
			<>
				<InsetText>{say('report-draft.until', until)}</InsetText>
				{dissenting === null ? null : (
					<ButtonLink href={draftHref(locale, draft.id, 'dissent')}>{say('report-draft.dissent')}</ButtonLink>
				)}
			</>
		)
	if (recordId !== null)
		return (
			<InsetText>
				{say('report-draft.published', until)}{' '}
				<a className="govuk-link" href={compiledReportPageHref(locale, recordId)}>
					{say('report-draft.published.link')}
				</a>
			</InsetText>
		)
	return (
		<>
			<InsetText>{say('report-draft.over', until)}</InsetText>
			{compiles ? (
				<ButtonLink href={compileHref(locale, plan.id)}>{say('report-draft.compile')}</ButtonLink>
			) : null}
		</>
	)
}

function Dissents({ draft: { dissents } }: { draft: Draft }) {
	const { say, format } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-m">{say('report-draft.dissents')}</h2>
			{dissents.length === 0 ? <p className="govuk-body">{say('report-draft.dissents.none')}</p> : null}
			{dissents.map(({ id, saidOn, organizationName, text, url, interests }) => (
				<article key={id} className="app-act">
					<p className="govuk-body">
						<strong>
							<TextIn text={organizationName} />
						</strong>
						{' · '}
						{say('report.draft-round.said', { on: format.day(saidOn) })}
					</p>
					<StoredText text={text} />
					{url === null ? null : (
						<p className="govuk-body">
							<SourceLink href={url} text={webHost(url) ?? url} />
						</p>
					)}
					<Independence interests={interests} />
				</article>
			))}
		</section>
	)
}
