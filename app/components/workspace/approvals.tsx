import { useForm } from '@conform-to/react'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Offer, OfferedReport } from '#app/domain/progress-batch/view.ts'
import { approvalHref, approvalsHref } from './addresses.ts'
import { chosenIn } from './chosen-in.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type ApprovalsProps = { offer: Offer; member: PageMember | null; person: Signed; rejected?: Rejected }

/** The reports that wait for a lead, with a box for each: those that are chosen become public at once. */
export function Approvals({ offer, member, person, rejected }: ApprovalsProps) {
	const { say, locale } = useWords()
	const { offered } = offer
	const [, { chosen }] = useForm<{ chosen: string[] }>({ id: 'answer', lastResult: rejected?.reply })
	const given = fieldFrom(chosen, say)
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={tasksHref(locale)}
			errors={errorsOf(rejected, [chosen], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('approvals.title')}</PageTitle>
			<OfferNews offer={offer} />
			{offered.length === 0 ? (
				<ButtonLink href={tasksHref(locale)} variant="secondary">
					{say('workspace.to-tasks')}
				</ButtonLink>
			) : (
				<QuestionForm action={approvalsHref(locale, 'approve')} button={say('approvals.approve')}>
					<Checkboxes
						{...given}
						defaultValue={chosenIn(given.defaultValue)}
						label={say('approvals.choose')}
						hint={say('approvals.choose.hint')}
						items={offered.map((report) => ({
							value: `${report.draftId}@${String(report.version)}`,
							label: <TextIn text={report.milestoneTitle} />,
							hint: <OfferedFacts report={report} />,
						}))}
					/>
				</QuestionForm>
			)}
		</WorkspacePage>
	)
}

/** How many are shown of how many, and which are not offered. */
function OfferNews({ offer: { offered, waiting, ownReports } }: { offer: Offer }) {
	const { say, format } = useWords()
	const counted = (count: number) => ({ count, number: format.count(count) })
	return (
		<>
			<p className="govuk-body">
				{offered.length < waiting
					? say('approvals.some', { shown: format.count(offered.length), ...counted(waiting) })
					: say(waiting === 0 ? 'task.approvals.none' : 'approvals.all', counted(waiting))}
			</p>
			{ownReports === 0 ? null : <InsetText>{say('approvals.own', counted(ownReports))}</InsetText>}
		</>
	)
}

/** What a report claims, on what, from whom; and where it is read in full. */
function OfferedFacts({ report }: { report: OfferedReport }) {
	const { say, locale, format } = useWords()
	const { draftId, checkpointCode, evidenceCount, submittedBy } = report
	const word = say(report.level === null ? 'claim.nil-level' : `level.${report.level}`)
	return (
		<>
			<TextIn text={report.commitmentTitle} />
			<br />
			<LevelWord level={report.level} judge="claimed" word={word} />
			<br />
			{textIn(report.done, locale) ? (
				<>
					<TextIn text={report.done} />
					<br />
				</>
			) : null}
			{say('approvals.evidence', { count: evidenceCount, number: format.count(evidenceCount) })}{' '}
			{say('approvals.sent', {
				code: checkpointCode,
				due: format.day(report.dueOn),
				name: submittedBy,
				on: format.day(report.submittedOn),
			})}{' '}
			<a className="govuk-link" href={approvalHref(locale, draftId)}>
				{say('approvals.read')}
				<span className="govuk-visually-hidden">
					{' '}
					<TextIn text={report.milestoneTitle} />
				</span>
			</a>
		</>
	)
}
