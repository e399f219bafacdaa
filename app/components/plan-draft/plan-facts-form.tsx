import { textIn } from '#app/domain/bilingual.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { placeOf, warningsBeside } from '#app/domain/commitment-draft/rules.ts'
import type { CheckpointScheme } from '#app/domain/cycle-rules/schema.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { PlanText } from '#app/domain/plan-draft/schema.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { draftHref, draftsHref } from './addresses.ts'
import { DraftForm } from './draft-form.tsx'
import { MembersWithoutRules } from './members-without-rules.tsx'
import { planFactsFields } from './field-specs.ts'
import type { FieldSpec } from './field-specs.ts'
import { notesOf } from './notice-list.tsx'
import { DraftCaption } from './plan-overview.tsx'

const EMPTY_PLAN_TEXT: PlanText = {
	number: null,
	titleEn: null,
	titleId: null,
	startsOn: null,
	endsOn: null,
	administrationEndsOn: null,
}

type NewPlanProps = {
	members: readonly (MemberView & { readonly scheme: CheckpointScheme })[]
	withoutRules: readonly MemberView[]
	person: Signed
	rejected: Rejected
}

/** The first page of a new plan: for which member, its titles, from when to when, and its checkpoints. */
export function NewPlan({ members, withoutRules, person, rejected }: NewPlanProps) {
	const { say, locale } = useWords()
	const [member, ...others] = members
	if (!member)
		return (
			<WorkspacePage person={person} backHref={draftsHref(locale)}>
				<PageTitle>{say('plan-drafts.begin')}</PageTitle>
				<MembersWithoutRules members={withoutRules} />
			</WorkspacePage>
		)
	const isLocal = members.some(({ level }) => level === 'LOCAL')
	const which: FieldSpec = {
		name: 'memberId',
		kind: 'select',
		label: 'plan.member',
		stored: member.id,
		choices: members.map(({ id, name }) => ({ value: id, text: name })),
	}
	const facts = planFactsFields(EMPTY_PLAN_TEXT, member.scheme, { isLocal })
	return (
		<DraftForm
			person={person}
			member={member}
			title={say('plan-drafts.begin')}
			caption={others.length === 0 ? textIn(member.name, locale)?.text : undefined}
			backHref={draftsHref(locale)}
			action={draftsHref(locale, 'new')}
			fields={others.length === 0 ? facts : [which, ...facts]}
			rejected={rejected}
			beneath={others.length === 0 ? <input type="hidden" name="memberId" value={member.id} /> : null}
		>
			<p className="govuk-body">{say('plan-drafts.begin.lead')}</p>
			<MembersWithoutRules members={withoutRules} />
		</DraftForm>
	)
}

type PlanFactsFormProps = { draft: PlanDraftView; person: Signed; rejected: Rejected }

/** The facts of a plan that is being written. */
export function PlanFactsForm({ draft, person, rejected }: PlanFactsFormProps) {
	const words = useWords()
	const { say, locale } = words
	const { text, checkpointScheme } = draft.drafted
	const notices = [...draft.problems, ...warningsBeside(draft.problems, draft.warnings)]
	return (
		<DraftForm
			person={person}
			member={draft.member}
			title={say('plan-draft.facts.title')}
			caption={<DraftCaption draft={draft} />}
			backHref={draftHref(locale, draft.id)}
			action={draftHref(locale, draft.id, 'facts')}
			version={draft.version}
			fields={planFactsFields(text, checkpointScheme, { isLocal: draft.member.level === 'LOCAL' })}
			notes={notesOf(
				notices.filter(({ code }) => placeOf(code).screen === 'facts'),
				draft.drafted,
				words,
			)}
			rejected={rejected}
			closed={draft.state === 'SUBMITTED' ? say('refusal.draft_already_submitted') : null}
		/>
	)
}
