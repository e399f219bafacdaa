import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { Decision, ReturnPage } from '#app/components/workspace/decision.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { warningsBeside } from '#app/domain/commitment-draft/rules.ts'
import { withInstitutionNames } from '#app/domain/plan-draft/view.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { draftHref } from './addresses.ts'
import { DraftedText } from './drafted-text.tsx'
import { NoticeList } from './notice-list.tsx'
import { DraftCaption } from './plan-overview.tsx'

type DraftPageProps = { draft: PlanDraftView; person: Signed; rejected?: Rejected }

/** A plan before it is sent to the point of contact: what may still be worth a second look, and the button. */
export function SubmitQuestion({ draft, person, rejected }: DraftPageProps) {
	const { say, locale } = useWords()
	const warnings = warningsBeside(draft.problems, draft.warnings)
	return (
		<WorkspacePage
			person={person}
			member={draft.member}
			backHref={draftHref(locale, draft.id)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<PlanName draft={draft} />}>{say('plan-draft.submit.title')}</PageTitle>
			<NoticeList
				id="problems"
				title={say('plan-draft.problems')}
				notices={draft.problems}
				plan={draft.drafted}
			/>
			<NoticeList id="warnings" title={say('plan-draft.warnings')} notices={warnings} plan={draft.drafted} />
			{draft.problems.length > 0 || draft.state === 'SUBMITTED' ? null : (
				<>
					<p className="govuk-body">{say('plan-draft.submit.lead')}</p>
					{draft.hasOtherApprover ? null : <InsetText>{say('plan-draft.submit.alone')}</InsetText>}
					<QuestionForm
						action={draftHref(locale, draft.id, 'submit')}
						version={draft.version}
						button={say('plan-draft.submit')}
					/>
				</>
			)}
		</WorkspacePage>
	)
}

/** A plan as its point of contact reads it before it becomes public or goes back. */
export function PlanApproval({ draft, person, rejected }: DraftPageProps) {
	const { say, locale, format } = useWords()
	const warnings = warningsBeside(draft.problems, draft.warnings)
	const isWaiting = draft.state === 'SUBMITTED'
	return (
		<WorkspacePage
			person={person}
			member={draft.member}
			backHref={draftHref(locale, draft.id)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<DraftCaption draft={draft} />}>{say('plan-draft.approve.title')}</PageTitle>
			{draft.submitted === null ? null : (
				<p className="govuk-body">
					{say('plan-draft.submitted', { name: draft.submitted.by, on: format.day(draft.submitted.on) })}
				</p>
			)}
			<h2 className="govuk-heading-l">
				<PlanName draft={draft} />
			</h2>
			<DraftedText plan={withInstitutionNames(draft.drafted, draft.institutions)} />
			<NoticeList id="warnings" title={say('plan-draft.warnings')} notices={warnings} plan={draft.drafted} />
			{isWaiting ? (
				<Decision
					mayApprove={draft.mayApprove}
					version={draft.version}
					approveHref={draftHref(locale, draft.id, 'approve')}
					returnHref={draftHref(locale, draft.id, 'return')}
					word="plan-draft"
					because={say(draft.hasOtherApprover ? 'plan-draft.approve.other' : 'plan-draft.approve.alone')}
				/>
			) : (
				<InsetText>{say('plan-draft.not-waiting')}</InsetText>
			)}
		</WorkspacePage>
	)
}

/** Why a plan goes back to those who write it. */
export function ReturnPlan({ draft, person, rejected }: DraftPageProps) {
	const { say, locale } = useWords()
	return (
		<ReturnPage
			person={person}
			member={draft.member}
			rejected={rejected}
			version={draft.version}
			backHref={draftHref(locale, draft.id, 'approve')}
			action={draftHref(locale, draft.id, 'return')}
			caption={<PlanName draft={draft} />}
			title={say('plan-draft.return.title')}
			button={say('plan-draft.return')}
			hint={say('plan-draft.return.hint')}
		/>
	)
}

function PlanName({ draft }: { draft: PlanDraftView }) {
	const { say } = useWords()
	const { titleEn, titleId } = draft.drafted.text
	return <TextIn text={{ en: titleEn, id: titleId }} missing={say('plan-draft.untitled')} />
}
