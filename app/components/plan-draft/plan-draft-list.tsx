import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { pocHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { PlanDraftItem } from '#app/domain/plan-draft/view.ts'
import { draftHref, draftsHref } from './addresses.ts'

/** The plans that are being written. */
export function PlanDraftList({ drafts, person }: { drafts: readonly PlanDraftItem[]; person: Signed }) {
	const { say, locale, format } = useWords()
	return (
		<WorkspacePage person={person} member={drafts[0]?.member} backHref={pocHref(locale)}>
			<PageTitle>{say('plan-drafts.title')}</PageTitle>
			<p className="govuk-body">{say('plan-drafts.lead')}</p>
			<ButtonLink href={draftsHref(locale, 'new')}>{say('plan-drafts.begin')}</ButtonLink>
			{drafts.length === 0 ? (
				<p className="govuk-body">{say('plan-drafts.none')}</p>
			) : (
				<Table
					id="drafts"
					caption={say('plan-drafts.table')}
					stacks
					columns={[
						{ head: say('plan.title') },
						{ head: say('plan.member') },
						{ head: say('plan.status') },
						{ head: say('plan.commitments'), isNumeric: true },
						{ head: say('plan-drafts.changed') },
					]}
					rows={drafts.map((draft) => ({
						key: draft.id,
						cells: [
							<a key="title" className="govuk-link" href={draftHref(locale, draft.id)}>
								<TextIn text={draft.title} missing={say('plan-draft.untitled')} />
							</a>,
							<TextIn key="member" text={draft.member.name} />,
							say(`plan-draft-state.${draft.state}`),
							format.count(draft.commitments),
							format.day(draft.changedOn),
						],
					}))}
				/>
			)}
		</WorkspacePage>
	)
}
