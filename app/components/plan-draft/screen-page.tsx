import { TextIn } from '#app/components/text-in.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { partOf, placeOf, warningsBeside } from '#app/domain/commitment-draft/rules.ts'
import type { CommitmentScreen, MilestoneScreen } from '#app/domain/commitment-draft/rules.ts'
import { EMPTY_COMMITMENT_TEXT, EMPTY_MILESTONE_TEXT } from '#app/domain/commitment-draft/view.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { commitmentDraftHref, draftHref, milestoneDraftHref } from './addresses.ts'
import { DraftForm } from './draft-form.tsx'
import { commitmentFields, milestoneFields } from './field-specs.ts'
import type { Choices } from './field-specs.ts'
import { nameOfPart, notesOf } from './notice-list.tsx'

type ScreenProps = { draft: PlanDraftView; person: Signed; rejected: Rejected }
type CommitmentScreenProps = ScreenProps & {
	/** Null: a commitment that is added. */
	commitmentId: string | null
	screen: CommitmentScreen
	choices: Pick<Choices, 'earlier'> & { readonly policyAreas: readonly Bilingual[] }
}

/** One screen of a commitment's form. */
export function CommitmentScreenPage(props: CommitmentScreenProps) {
	const { draft, commitmentId, screen, choices, person, rejected } = props
	const words = useWords()
	const { say, locale } = words
	const found = draft.drafted.commitments.find(({ id }) => id === commitmentId)
	const commitment = found ?? { id: '', text: EMPTY_COMMITMENT_TEXT, leadId: null, supportIds: [] }
	const key = { draftId: draft.id, commitmentId: commitment.id }
	const fields = commitmentFields(screen, commitment, { ...choices, institutions: draft.institutions })
	return (
		<DraftForm
			person={person}
			member={draft.member}
			title={say(`plan-draft.screen.${screen}`)}
			caption={found ? nameOfPart(found.id, draft.drafted, words) : say('plan-draft.commitment.add')}
			backHref={found ? commitmentDraftHref(locale, key) : draftHref(locale, draft.id)}
			action={
				found ? commitmentDraftHref(locale, key, screen) : draftHref(locale, draft.id, 'commitments/new')
			}
			version={found && draft.versions[found.id]}
			fields={fields}
			notes={found && notesOf(noticesAt(draft, found.id, screen), draft.drafted, words)}
			rejected={rejected}
			closed={draft.state === 'SUBMITTED' ? say('refusal.draft_already_submitted') : null}
			beneath={screen === 'values' ? <PolicyAreaList areas={choices.policyAreas} /> : null}
		>
			<p className="govuk-body">
				{say('plan-draft.paste')} {say('workspace.one-language')}
			</p>
		</DraftForm>
	)
}

function PolicyAreaList({ areas }: { areas: readonly Bilingual[] }) {
	const { say } = useWords()
	return (
		<Details summary={say('plan-draft.policy-areas')}>
			<ul className="govuk-list">
				{areas.map((area) => (
					<li key={area.en}>
						<TextIn text={area} />
					</li>
				))}
			</ul>
		</Details>
	)
}

type MilestoneScreenProps = ScreenProps & {
	commitmentId: string
	/** Null: a milestone that is added. */
	milestoneId: string | null
	screen: MilestoneScreen
}

/** One screen of a milestone's form. */
export function MilestoneScreenPage(props: MilestoneScreenProps) {
	const { draft, commitmentId, milestoneId, screen, person, rejected } = props
	const words = useWords()
	const { say, locale } = words
	const commitment = draft.drafted.commitments.find(({ id }) => id === commitmentId)
	const found = commitment?.milestones.find(({ id }) => id === milestoneId)
	const key = { draftId: draft.id, commitmentId }
	return (
		<DraftForm
			person={person}
			member={draft.member}
			title={say(found ? `milestone-draft.${screen}.title` : 'plan-draft.milestone.add')}
			caption={nameOfPart(found?.id ?? commitmentId, draft.drafted, words)}
			backHref={commitmentDraftHref(locale, key)}
			action={
				found
					? milestoneDraftHref(locale, { ...key, milestoneId: found.id }, screen)
					: commitmentDraftHref(locale, key, 'milestones/new')
			}
			version={found && draft.versions[found.id]}
			fields={milestoneFields(screen, found?.text ?? EMPTY_MILESTONE_TEXT)}
			notes={found && notesOf(noticesAt(draft, found.id, screen), draft.drafted, words)}
			rejected={rejected}
			closed={draft.state === 'SUBMITTED' ? say('refusal.draft_already_submitted') : null}
		>
			<p className="govuk-body">
				{say(screen === 'protocol' ? 'milestone-draft.protocol.lead' : 'plan-draft.paste')}
			</p>
		</DraftForm>
	)
}

function noticesAt(draft: PlanDraftView, part: string, screen: string) {
	return [...draft.problems, ...warningsBeside(draft.problems, draft.warnings)].filter(
		(notice) => partOf(notice) === part && placeOf(notice.code).screen === screen,
	)
}
