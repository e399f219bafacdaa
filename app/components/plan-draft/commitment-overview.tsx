import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { COMMITMENT_SCREENS, warningsBeside } from '#app/domain/commitment-draft/rules.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import { withInstitutionNames } from '#app/domain/plan-draft/view.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { commitmentDraftHref, draftHref, milestoneDraftHref } from './addresses.ts'
import { PartTitle, commitmentRows, milestoneRows } from './drafted-text.tsx'
import { NoticeList } from './notice-list.tsx'
import { DraftCaption, MoveForm } from './plan-overview.tsx'

type OverviewProps = { draft: PlanDraftView; commitmentId: string; person: Signed }

/** A commitment that is being written: what it says, what it lacks, its milestones, and the screens of its form. */
export function CommitmentOverview({ draft, commitmentId, person }: OverviewProps) {
	const words = useWords()
	const { say, locale } = words
	const { commitments } = withInstitutionNames(draft.drafted, draft.institutions)
	const at = commitments.findIndex(({ id }) => id === commitmentId)
	const commitment = commitments[at]
	if (!commitment) return null
	const key = { draftId: draft.id, commitmentId }
	const isOwn = ({ about }: (typeof draft.problems)[number] | (typeof draft.warnings)[number]) =>
		about.kind !== 'plan' && about.commitmentId === commitmentId
	const problems = draft.problems.filter(isOwn)
	const warnings = warningsBeside(draft.problems, draft.warnings).filter(isOwn)
	const isOpen = draft.state !== 'SUBMITTED'
	return (
		<WorkspacePage person={person} member={draft.member} backHref={draftHref(locale, draft.id)}>
			<PageTitle caption={<DraftCaption draft={draft} />}>
				<PartTitle text={commitment.text} />
			</PageTitle>
			<NoticeList id="problems" title={say('plan-draft.problems')} notices={problems} plan={draft.drafted} />
			<NoticeList id="warnings" title={say('plan-draft.warnings')} notices={warnings} plan={draft.drafted} />
			<SummaryList rows={commitmentRows(commitment.text, words)} />
			{isOpen ? <ScreenList commitment={key} /> : null}
			<MilestoneList draft={draft} commitment={commitment} isOpen={isOpen} />
			{isOpen ? <WholeCommitment commitment={key} at={at + 1} count={commitments.length} /> : null}
		</WorkspacePage>
	)
}

type Key = { readonly draftId: string; readonly commitmentId: string }

function ScreenList({ commitment }: { commitment: Key }) {
	const { say, locale } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-m">{say('plan-draft.screens')}</h2>
			<ul className="govuk-list">
				{COMMITMENT_SCREENS.map((screen) => (
					<li key={screen}>
						<a className="govuk-link" href={commitmentDraftHref(locale, commitment, screen)}>
							{say(`plan-draft.screen.${screen}`)}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}

/** What is done with a commitment as a whole: another place in the plan, or none. */
function WholeCommitment({ commitment, at, count }: { commitment: Key; at: number; count: number }) {
	const { say, locale } = useWords()
	return (
		<section className="govuk-!-margin-top-6">
			<MoveForm action={commitmentDraftHref(locale, commitment, 'move')} at={at} count={count} />
			<p className="govuk-body">
				<a className="govuk-link" href={commitmentDraftHref(locale, commitment, 'remove')}>
					{say('plan-draft.commitment.remove')}
				</a>
			</p>
		</section>
	)
}

type Commitment = DraftedPlan['commitments'][number]

type MilestoneListProps = { draft: PlanDraftView; commitment: Commitment; isOpen: boolean }

function MilestoneList({ draft, commitment, isOpen }: MilestoneListProps) {
	const { say, locale, format } = useWords()
	const { id: commitmentId, milestones } = commitment
	const key = { draftId: draft.id, commitmentId }
	return (
		<section id="milestones">
			<h2 className="govuk-heading-m">
				{say('plan-draft.milestones', {
					count: milestones.length,
					shown: format.count(milestones.length),
				})}
			</h2>
			{milestones.map((milestone) => (
				<MilestoneBlock key={milestone.id} commitment={key} milestone={milestone} isOpen={isOpen} />
			))}
			{isOpen ? (
				<ButtonLink href={commitmentDraftHref(locale, key, 'milestones/new')} variant="secondary">
					{say('plan-draft.milestone.add')}
				</ButtonLink>
			) : null}
		</section>
	)
}

type MilestoneBlockProps = {
	commitment: Key
	milestone: Commitment['milestones'][number]
	isOpen: boolean
}

function MilestoneBlock({ commitment, milestone: { id: milestoneId, text }, isOpen }: MilestoneBlockProps) {
	const words = useWords()
	const { say, locale } = words
	return (
		<section>
			<h3 className="govuk-heading-s">
				<PartTitle text={text} />
			</h3>
			<SummaryList rows={milestoneRows(text, words)} />
			{isOpen ? (
				<ul className="govuk-list">
					{(['text', 'protocol', 'move', 'remove'] as const).map((part) => (
						<li key={part}>
							<a
								className="govuk-link"
								href={milestoneDraftHref(locale, { ...commitment, milestoneId }, part)}
							>
								{say(`milestone-draft.${part}`)}
								<span className="govuk-visually-hidden">
									{' '}
									<PartTitle text={text} />
								</span>
							</a>
						</li>
					))}
				</ul>
			) : null}
		</section>
	)
}
