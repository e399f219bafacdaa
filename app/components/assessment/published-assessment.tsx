import { commitmentHref, planHref, plansHref, recordHref } from '#app/components/addresses.ts'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Downloads } from '#app/components/report/downloads.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { LinkList } from '#app/components/ui/link-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { isLate, shownPages, unplacedEvidence } from '#app/domain/published-assessment/view.ts'
import type { PublishedAssessment, ShownPage } from '#app/domain/published-assessment/view.ts'
import { assessmentReportHref, publishedAssessmentHref } from './addresses.ts'
import { AnswerText } from './answer-text.tsx'
import { commitmentInWords, wordsIn } from './assessment-words.ts'

type PublishedProps = { published: PublishedAssessment }

/** A Monitoring Body's assessment as everyone reads it: who says so, all answers in OGP's order, and what proves it. */
export function PublishedAssessmentPage({ published }: PublishedProps) {
	const words = useWords()
	const { say, locale } = words
	const { assessment, plan, member, commitments, ledgerSize } = published
	const commitment = commitments.find(({ id }) => id === assessment.commitmentId)
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: wordsIn(plan.title, words), href: planHref(locale, plan.id) },
				...(commitment
					? [{ text: commitmentInWords(commitment, words), href: commitmentHref(locale, commitment.id) }]
					: []),
			]}
			lastUpdated={{ on: assessment.publishedOn, ledgerSize }}
		>
			<PageTitle caption={commitment ? commitmentInWords(commitment, words) : <TextIn text={plan.title} />}>
				{say(`assessment-kind.${assessment.kind}`)}
			</PageTitle>
			<OtherVersion published={published} />
			<Downloads
				files={(['pdf', 'docx'] as const).map((format) => ({
					href: assessmentReportHref(locale, assessment, format),
					text: say(`report.page.${format}`),
				}))}
			/>
			<Facts published={published} />
			{shownPages(published).map((page, at, pages) => (
				<Section
					key={`${page.section} ${page.commitment?.id ?? ''}`}
					page={page}
					isNew={pages[at - 1]?.section !== page.section}
				/>
			))}
			<Unplaced published={published} />
			<Proof published={published} />
		</Page>
	)
}

function OtherVersion({ published: { assessment, newestVersion } }: PublishedProps) {
	const { say, locale } = useWords()
	if (assessment.version === newestVersion) return null
	return (
		<WarningText>
			<a className="govuk-link" href={publishedAssessmentHref(locale, assessment.recordId)}>
				{say('assessment.public.newer', { version: newestVersion })}
			</a>
		</WarningText>
	)
}

/** Who says so, when, whether in time, and how many members stand behind it. */
function Facts({ published }: PublishedProps) {
	const { say, format } = useWords()
	const { assessment, firstOn } = published
	const late = isLate(published)
	const due = assessment.dueOn === null ? null : format.day(assessment.dueOn)
	const timing =
		late === null || due === null
			? say('assessment.due.unknown')
			: say(late ? 'assessment.public.late' : 'assessment.public.in-time', { due, on: format.day(firstOn) })
	const signed = { count: assessment.signedByCount, members: format.count(assessment.signedByCount) }
	return (
		<SummaryList
			rows={[
				{
					key: say('assessment.public.by'),
					value: <OrganizationName id={assessment.organizationId} name={assessment.organizationName} />,
				},
				{ key: say('assessment.public.published'), value: format.day(assessment.publishedOn) },
				{ key: say('assessment.public.due'), value: timing },
				{ key: say('assessment.public.signed'), value: say('assessment.public.signed-by', signed) },
				...(assessment.kind === 'END_OF_COMMITMENT'
					? [
							{
								key: say('judge.assessed'),
								value: <LevelWord level={assessment.level} judge="assessed" />,
							},
						]
					: []),
				{ key: say('assessment.public.question-set'), value: assessment.questionSet },
			]}
		/>
	)
}

/** A section; where it is asked of each commitment, its heading stands once above them all. */
function Section({ page, isNew }: { page: ShownPage; isNew: boolean }) {
	const words = useWords()
	const { say } = words
	const { title, commitment, answers } = page
	return (
		<section>
			{isNew ? (
				<h2 className="govuk-heading-l">
					<TextIn text={title} />
				</h2>
			) : null}
			{commitment ? <h3 className="govuk-heading-m">{commitmentInWords(commitment, words)}</h3> : null}
			{answers.map(({ question, given, evidence }) => (
				<AnswerText key={question.code} question={question} given={given} heading={commitment ? 'h4' : 'h3'}>
					<p className="app-quiet">{say(`assessment.basis.${question.basis}`, { code: question.code })}</p>
					{evidence.length === 0 ? null : <EvidenceList evidence={evidence} />}
				</AnswerText>
			))}
		</section>
	)
}

/** Protected pieces do not say which answer they are for. */
function Unplaced({ published: { assessment } }: PublishedProps) {
	const { say } = useWords()
	const pieces = unplacedEvidence(assessment)
	if (pieces.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say('report.assessment.further')}</h2>
			<EvidenceList evidence={pieces} />
		</section>
	)
}

/** What proves that this is what was published, the same for programs, and the other versions. */
function Proof({ published: { assessment, versions } }: PublishedProps) {
	const { say, locale } = useWords()
	const { recordId, version } = assessment
	const links = [
		{
			href: `${recordHref(locale, recordId)}?version=${String(version)}`,
			text: say('assessment.public.record'),
		},
		{
			href: `/api/v1/assessments/${recordId}?version=${String(version)}`,
			text: say('assessment.public.json'),
		},
		...versions
			.filter((other) => other !== version)
			.map((other) => ({
				href: publishedAssessmentHref(locale, recordId, other),
				text: say('assessment.public.version', { version: other }),
			})),
	]
	return (
		<section>
			<h2 className="govuk-heading-l">{say('report.assessment.method')}</h2>
			<LinkList links={links} className="govuk-list govuk-list--bullet" />
		</section>
	)
}
