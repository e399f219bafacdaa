import { planHref, plansHref, recordHref } from '#app/components/addresses.ts'
import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Downloads } from '#app/components/report/downloads.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { PublicAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { assessmentFileHref, assessmentHref, commentHref } from './addresses.ts'
import { standingInWords } from './assessment-list.tsx'
import { CommentList } from './comment-list.tsx'
import { ReportBody } from './report-body.tsx'

type PublicAssessmentProps = { assessment: PublicAssessment; ledgerSize: number }

/** A self-assessment as everyone reads it, with the way to comment while it is open for that. */
export function PublicAssessmentPage({ assessment, ledgerSize }: PublicAssessmentProps) {
	const words = useWords()
	const { say, locale, format } = words
	const { model, recordId, kind, comments, isOpen, publishedOn } = assessment
	const planTitle = textIn(model.plan.title, locale)?.text ?? model.plan.id
	return (
		<Page
			member={model.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: planTitle, href: planHref(locale, model.plan.id) },
			]}
			lastUpdated={{ on: publishedOn, ledgerSize }}
		>
			<PageTitle caption={<TextIn text={model.plan.title} />}>
				{say(`self-assessment.kind.${kind}`)}
			</PageTitle>
			<OtherVersion assessment={assessment} />
			<p className="govuk-body-l">{standingInWords(assessment, assessment.today, words)}</p>
			<p className="govuk-body">{say('self-assessment.who-says', { on: format.day(model.asOfOn) })}</p>
			<Files assessment={assessment} />
			<CommentCall assessment={assessment} />
			<ReportBody model={model} />
			{comments === null ? null : (
				<section id="comments">
					<h2 className="govuk-heading-l">{say('assessment-comment.title', { count: comments.length })}</h2>
					<p className="govuk-body">{say('assessment-comment.answers-later')}</p>
					<CommentList comments={comments} />
					{isOpen ? (
						<ButtonLink href={commentHref(locale, recordId)}>{say('assessment-comment.leave')}</ButtonLink>
					) : null}
				</section>
			)}
			<Proof assessment={assessment} />
		</Page>
	)
}

/** The same to print, and to go on with in Word. */
function Files({ assessment }: { assessment: PublicAssessment }) {
	const { say, locale } = useWords()
	return (
		<Downloads
			files={(['pdf', 'docx'] as const).map((format) => ({
				href: assessmentFileHref(locale, assessment, format),
				text: say(`report.page.${format}`),
			}))}
		/>
	)
}

/** How long everyone may comment, and where. */
function CommentCall({ assessment }: { assessment: PublicAssessment }) {
	const { say, locale, format } = useWords()
	const { model, isOpen, recordId } = assessment
	const window = { from: format.day(model.commentOpensOn), until: format.day(model.commentClosesOn) }
	return (
		<InsetText>
			<p className="govuk-body">
				{say(isOpen ? 'self-assessment.window.open' : 'self-assessment.window.over', window)}
			</p>
			{isOpen ? (
				<p className="govuk-body">
					<a className="govuk-link" href={commentHref(locale, recordId)}>
						{say('assessment-comment.leave')}
					</a>
				</p>
			) : null}
		</InsetText>
	)
}

function OtherVersion({ assessment }: { assessment: PublicAssessment }) {
	const { say, locale } = useWords()
	const { recordId, version, newest } = assessment
	if (version === newest.version) return null
	return (
		<WarningText>
			<a className="govuk-link" href={assessmentHref(locale, recordId)}>
				{say('self-assessment.newer', { version: newest.version })}
			</a>
		</WarningText>
	)
}

/** What proves that this is what was published, and the versions before it. */
function Proof({ assessment }: { assessment: PublicAssessment }) {
	const { say, locale } = useWords()
	const { recordId, version, versions, modelHash } = assessment
	return (
		<section>
			<h2 className="govuk-heading-l">{say('self-assessment.proof')}</h2>
			<p className="govuk-body">
				{say('self-assessment.hash')} <code className="app-hash">{modelHash}</code>
			</p>
			<ul className="govuk-list govuk-list--bullet">
				<li>
					<a className="govuk-link" href={`${recordHref(locale, recordId)}?version=${String(version)}`}>
						{say('self-assessment.record')}
					</a>
				</li>
				<li>
					<a className="govuk-link" href={`/api/v1/self-assessments/${recordId}?version=${String(version)}`}>
						{say('self-assessment.json')}
					</a>
				</li>
				{versions
					.filter((other) => other !== version)
					.map((other) => (
						<li key={other}>
							<a className="govuk-link" href={assessmentHref(locale, recordId, other)}>
								{say('self-assessment.version', { version: other })}
							</a>
						</li>
					))}
			</ul>
		</section>
	)
}
