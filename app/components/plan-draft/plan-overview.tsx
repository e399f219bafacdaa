import { textIn } from '#app/domain/bilingual.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button, ButtonGroup, ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { warningsBeside } from '#app/domain/commitment-draft/rules.ts'
import type { Notice } from '#app/domain/plan-draft/rules.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { commitmentDraftHref, consultationHref, draftHref, draftsHref } from './addresses.ts'
import { draftedPeriod, planRows } from './drafted-text.tsx'
import { NoticeList, ReturnedReason, nameOfPart } from './notice-list.tsx'

type OverviewProps = { draft: PlanDraftView; person: Signed }

/** A plan that is being written: how it stands, what comes next, its commitments and what they lack. */
export function PlanOverview({ draft, person }: OverviewProps) {
	const words = useWords()
	const { say, locale } = words
	const { text } = draft.drafted
	const title = { en: text.titleEn, id: text.titleId }
	const warnings = warningsBeside(draft.problems, draft.warnings)
	return (
		<WorkspacePage person={person} member={draft.member} backHref={draftsHref(locale)}>
			<PageTitle caption={<DraftCaption draft={draft} />} text={textIn(title, locale)?.text}>
				<TextIn text={title} missing={say('plan-draft.untitled')} />
			</PageTitle>
			<ReturnedReason reason={draft.returnedReason} />
			<NextStep draft={draft} />
			<CommitmentList draft={draft} notices={[...draft.problems, ...warnings]} />
			<NoticeList
				id="problems"
				title={say('plan-draft.problems')}
				notices={draft.problems}
				plan={draft.drafted}
			/>
			<NoticeList id="warnings" title={say('plan-draft.warnings')} notices={warnings} plan={draft.drafted} />
			<h2 className="govuk-heading-m">{say('plan.facts')}</h2>
			<SummaryList rows={planRows(text, draft.drafted.checkpointScheme, words)} />
			{draft.state === 'SUBMITTED' ? null : (
				<p className="govuk-body">
					<a className="govuk-link" href={draftHref(locale, draft.id, 'facts')}>
						{say('plan-draft.facts.change')}
					</a>
				</p>
			)}
			<ConsultationList draft={draft} />
		</WorkspacePage>
	)
}

/** Whose plan it is, how far it has come, and by which rules. */
export function DraftCaption({ draft }: { draft: PlanDraftView }) {
	const { say } = useWords()
	const { track, version } = draft.ruleSet
	const rules = say('plan.rule-set.version', { track: say(`member-level.${track}`), version })
	return (
		<>
			<TextIn text={draft.member.name} /> · {say(`plan-draft-state.${draft.state}`)} · {rules}
		</>
	)
}

/** What comes next, with the one button for it. */
function NextStep({ draft }: { draft: PlanDraftView }) {
	const words = useWords()
	const { say, locale } = words
	if (draft.state === 'SUBMITTED') return <WaitingPlan draft={draft} />
	const isReady = draft.problems.length === 0
	return (
		<section>
			<h2 className="govuk-heading-m">{say('plan-draft.next')}</h2>
			<p className="govuk-body">{nextInWords(draft, words)}</p>
			<ButtonGroup>
				{isReady ? (
					<ButtonLink href={draftHref(locale, draft.id, 'submit')}>{say('plan-draft.submit')}</ButtonLink>
				) : null}
				{isReady || isOnlyInConsultation(draft) ? null : (
					<ButtonLink href={draftHref(locale, draft.id, 'commitments/new')}>
						{say('plan-draft.commitment.add')}
					</ButtonLink>
				)}
				<ButtonLink href={draftHref(locale, draft.id, 'consultation')} variant="secondary">
					{say('plan-draft.consultation.open')}
				</ButtonLink>
			</ButtonGroup>
		</section>
	)
}

function nextInWords(draft: PlanDraftView, { say, format }: Words): string {
	const count = draft.problems.length
	if (count === 0) return say('plan-draft.next.ready')
	const until = draft.consultations
		.map(({ closesOn }) => closesOn)
		.sort()
		.at(-1)
	if (isOnlyInConsultation(draft) && until !== undefined)
		return say('plan-draft.next.consultation', { until: format.day(until) })
	return say('plan-draft.next.problems', { count, shown: format.count(count) })
}

/** Whether nothing keeps the plan back but that comments are still taken. */
function isOnlyInConsultation({ problems }: PlanDraftView): boolean {
	return problems.length > 0 && problems.every(({ code }) => code === 'CONSULTATION_OPEN')
}

function WaitingPlan({ draft }: { draft: PlanDraftView }) {
	const { say, locale, format } = useWords()
	const { submitted } = draft
	return (
		<InsetText>
			<p className="govuk-body">
				{submitted === null
					? say('plan-draft-state.SUBMITTED')
					: say('plan-draft.submitted', { name: submitted.by, on: format.day(submitted.on) })}
			</p>
			<a className="govuk-link" href={draftHref(locale, draft.id, 'approve')}>
				{say(draft.mayApprove ? 'plan-draft.to-approval' : 'plan-draft.to-reading')}
			</a>
		</InsetText>
	)
}

function CommitmentList({ draft, notices }: { draft: PlanDraftView; notices: readonly Notice[] }) {
	const words = useWords()
	const { say, locale, format } = words
	const { commitments } = draft.drafted
	return (
		<section>
			<h2 className="govuk-heading-m">
				{say('plan-draft.commitments', {
					count: commitments.length,
					shown: format.count(commitments.length),
				})}
			</h2>
			<TaskList
				idPrefix="commitments"
				tasks={commitments.map(({ id: commitmentId, text, leadId, milestones }) => ({
					title: nameOfPart(commitmentId, draft.drafted, words),
					href: commitmentDraftHref(locale, { draftId: draft.id, commitmentId }),
					hint: (
						<>
							<InstitutionName draft={draft} id={leadId} /> · {draftedPeriod(text, words)} ·{' '}
							{say('plan-draft.milestones', {
								count: milestones.length,
								shown: format.count(milestones.length),
							})}
						</>
					),
					status: gapsInWords(notices, commitmentId, words),
				}))}
			/>
			{draft.state === 'SUBMITTED' ? null : (
				<p className="govuk-body">
					<a className="govuk-link" href={draftHref(locale, draft.id, 'commitments/new')}>
						{say('plan-draft.commitment.add')}
					</a>
				</p>
			)}
		</section>
	)
}

function InstitutionName({ draft, id }: { draft: PlanDraftView; id: string | null }) {
	const { say } = useWords()
	const institution = draft.institutions.find((one) => one.id === id)
	return institution ? <TextIn text={institution.name} /> : <>{say('plan-draft.no-lead')}</>
}

/** How many things a commitment and its milestones lack, or that nothing was found. */
function gapsInWords(notices: readonly Notice[], commitmentId: string, { say, format }: Words): string {
	const count = notices.filter(
		({ about }) => about.kind !== 'plan' && about.commitmentId === commitmentId,
	).length
	return count === 0
		? say('plan-draft.gaps.none')
		: say('plan-draft.gaps', { count, shown: format.count(count) })
}

function ConsultationList({ draft }: { draft: PlanDraftView }) {
	const { say, locale, format } = useWords()
	if (draft.consultations.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('consultations.title')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{draft.consultations.map(({ recordId, openedOn, closesOn }) => (
					<li key={recordId}>
						<a className="govuk-link" href={consultationHref(locale, recordId)}>
							{say('consultation.period', { from: format.day(openedOn), until: format.day(closesOn) })}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}

type MoveFormProps = { action: string; at: number; count: number }

/** Puts a part of the plan at another place. */
export function MoveForm({ action, at, count }: MoveFormProps) {
	const { say } = useWords()
	if (count < 2) return null
	const places = Array.from({ length: count }, (_, place) => place + 1)
	return (
		<form method="post" action={action} noValidate>
			<label className="govuk-label" htmlFor="to">
				{say('plan-draft.place')}
			</label>
			<select className="govuk-select" id="to" name="to" defaultValue={String(at)}>
				{places.map((place) => (
					<option key={place} value={place}>
						{say('plan-draft.place.of', { place, count })}
					</option>
				))}
			</select>{' '}
			<Button variant="secondary">{say('plan-draft.move')}</Button>
		</form>
	)
}
