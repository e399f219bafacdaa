import type { ReactNode } from 'react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonGroup, ButtonLink } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import type { NamedOutcome } from '#app/domain/progress-batch/view.ts'
import { approvalHref, approvalsHref, receiptHref } from './addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type ApprovalsDoneProps = {
	outcomes: readonly NamedOutcome[]
	/** Reports that still wait. */
	waiting: number
	member: PageMember | null
	person: Signed
}

/** What became of the reports that were chosen: each with its receipt, or why it was not approved. */
export function ApprovalsDone({ outcomes, waiting, member, person }: ApprovalsDoneProps) {
	const { say, locale, format } = useWords()
	const published = outcomes.filter(({ reason }) => reason === null)
	const refused = outcomes.filter(({ reason }) => reason !== null)
	const counted = (list: readonly NamedOutcome[]) => ({
		count: list.length,
		number: format.count(list.length),
	})
	return (
		<WorkspacePage person={person} member={member} backHref={tasksHref(locale)}>
			<PageTitle>{say('approvals.done.title')}</PageTitle>
			{outcomes.length === 0 ? <p className="govuk-body">{say('approvals.done.none')}</p> : null}
			<Outcomes
				heading={say('approvals.done.published', counted(published))}
				outcomes={published}
				shown={(outcome) => <PublishedReport outcome={outcome} />}
			/>
			<Outcomes
				heading={say('approvals.done.refused', counted(refused))}
				outcomes={refused}
				shown={(outcome) => <RefusedReport outcome={outcome} />}
			/>
			<ButtonGroup>
				{waiting === 0 ? null : (
					<ButtonLink href={approvalsHref(locale)}>
						{say('approvals.done.more', { count: waiting, number: format.count(waiting) })}
					</ButtonLink>
				)}
				<ButtonLink href={tasksHref(locale)} variant="secondary">
					{say('workspace.to-tasks')}
				</ButtonLink>
			</ButtonGroup>
		</WorkspacePage>
	)
}

type OutcomesProps = {
	heading: string
	outcomes: readonly NamedOutcome[]
	shown: (outcome: NamedOutcome) => ReactNode
}

function Outcomes({ heading, outcomes, shown }: OutcomesProps) {
	if (outcomes.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{heading}</h2>
			<ul className="govuk-list govuk-list--spaced">
				{outcomes.map((outcome) => (
					<li key={outcome.id}>{shown(outcome)}</li>
				))}
			</ul>
		</>
	)
}

function PublishedReport({ outcome }: { outcome: NamedOutcome }) {
	const { say, locale } = useWords()
	return (
		<>
			<OutcomeName outcome={outcome} />{' '}
			<a className="govuk-link" href={receiptHref(locale, outcome.id)}>
				{say('approvals.done.receipt', { number: outcome.id })}
			</a>
		</>
	)
}

function RefusedReport({ outcome }: { outcome: NamedOutcome }) {
	const { say, locale } = useWords()
	return (
		<>
			<OutcomeName outcome={outcome} />
			<br />
			{say(`refusal.${outcome.reason ?? 'not_found'}`)}{' '}
			{outcome.name === null || outcome.reason === 'draft_not_submitted' ? null : (
				<a className="govuk-link" href={approvalHref(locale, outcome.id)}>
					{say('approvals.read')}
				</a>
			)}
		</>
	)
}

function OutcomeName({ outcome: { name, id } }: { outcome: NamedOutcome }) {
	const { say } = useWords()
	if (name === null) return <>{say('approvals.done.unknown', { number: id })}</>
	return (
		<>
			<strong>
				<TextIn text={name.milestoneTitle} />
			</strong>{' '}
			{say('approvals.done.period', { code: name.checkpointCode })}
			<br />
			<TextIn text={name.commitmentTitle} />
			<br />
		</>
	)
}
