import { PageTitle } from '#app/components/layout/page-title.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { nameOfPart } from './notice-list.tsx'
import { MoveForm } from './plan-overview.tsx'

type RemoveProps = {
	draft: PlanDraftView
	/** A commitment or a milestone. */
	part: string
	kind: 'commitment' | 'milestone'
	action: string
	backHref: string
	person: Signed
	rejected: Rejected
}

/** Asks before a part of a plan is taken out of it. */
export function RemoveQuestion({ draft, part, kind, action, backHref, person, rejected }: RemoveProps) {
	const words = useWords()
	const { say } = words
	const isCommitment = kind === 'commitment'
	return (
		<WorkspacePage
			person={person}
			member={draft.member}
			backHref={backHref}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={nameOfPart(part, draft.drafted, words)}>
				{say(isCommitment ? 'commitment-draft.remove.title' : 'milestone-draft.remove.title')}
			</PageTitle>
			<p className="govuk-body">
				{say(isCommitment ? 'commitment-draft.remove.lead' : 'milestone-draft.remove.lead')}
			</p>
			<QuestionForm
				action={action}
				version={draft.versions[part]}
				button={say(isCommitment ? 'commitment-draft.remove' : 'milestone-draft.remove')}
				variant="warning"
			/>
		</WorkspacePage>
	)
}

type MoveProps = {
	draft: PlanDraftView
	part: string
	at: number
	count: number
	action: string
	backHref: string
	person: Signed
}

/** Asks where a part of a plan goes. */
export function MoveQuestion({ draft, part, at, count, action, backHref, person }: MoveProps) {
	const words = useWords()
	return (
		<WorkspacePage person={person} member={draft.member} backHref={backHref}>
			<PageTitle caption={nameOfPart(part, draft.drafted, words)}>
				{words.say('plan-draft.move.title')}
			</PageTitle>
			{count < 2 ? <p className="govuk-body">{words.say('plan-draft.move.alone')}</p> : null}
			<MoveForm action={action} at={at} count={count} />
		</WorkspacePage>
	)
}
