import { milestoneAnchor } from '#app/components/addresses.ts'
import { FirstPublished, LateRedatings, Protocol } from '#app/components/amendment/milestone-history.tsx'
import { StandingNote } from '#app/components/amendment/standing-note.tsx'
import { TextAsVerified } from '#app/components/amendment/text-as-verified.tsx'
import { periodInWords } from '#app/components/commitment/period-in-words.ts'
import { DivergenceText } from '#app/components/judgement/divergence-text.tsx'
import { JudgementTrio } from '#app/components/judgement/judgement-trio.tsx'
import { Observations } from '#app/components/observation/observation-list.tsx'
import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { Thread, ThreadLineOf } from '#app/components/reply/thread.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { Finders } from '#app/components/verification/finders.tsx'
import { VerificationCard } from '#app/components/verification/verification-card.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRecord, MilestoneRecord } from '#app/domain/action-plan/view.ts'
import { lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import { scheduleOf } from '#app/domain/milestone/rules.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'

type MilestoneListProps = { commitment: CommitmentRecord; today: CalendarDay }

/** The steps of a commitment: dates, what government claims and what others found, beside each other. */
export function MilestoneList({ commitment, today }: MilestoneListProps) {
	const { say } = useWords()
	if (commitment.milestones.length === 0) return <p className="govuk-body">{say('milestone.none')}</p>
	return (
		<>
			{commitment.milestones.map((milestone) => (
				<Milestone key={milestone.id} milestone={milestone} today={today} />
			))}
		</>
	)
}

function Milestone({ milestone, today }: { milestone: MilestoneRecord; today: CalendarDay }) {
	const words = useWords()
	const { say } = words
	const judgements = judgementsOfMilestone(milestone)
	return (
		<section className="app-milestone" id={milestoneAnchor(milestone.id)}>
			<h3 className="govuk-heading-s">
				{milestone.number} <TextIn text={milestone.title} missing={say('milestone.untitled')} />
			</h3>
			<p className="govuk-body">
				{periodInWords(milestone, words)}.{' '}
				{hasEnded(milestone.standing) ? null : <Schedule milestone={milestone} today={today} />}
				<FirstPublished milestone={milestone} today={today} />
				<br />
				<Deliverable milestone={milestone} />
				{say('milestone.responsible', { name: milestone.responsible ?? say('missing.text') })}
			</p>
			<StandingNote record={milestone} />
			<LateRedatings milestone={milestone} />
			<Protocol milestone={milestone} />
			<JudgementTrio judgements={judgements} judges={['claimed', 'verified']} />
			<DivergenceText judgements={judgements} />
			<Finders verifications={milestone.verifications} />
			{milestone.verifications.map((verification) => (
				<ThreadLineOf key={verification.recordId} finding={verification} today={today} hasAuthor />
			))}
			<Acts milestone={milestone} today={today} />
			<Observations milestone={milestone} />
		</section>
	)
}

/** What will exist once it is done; nothing where the source does not say it. */
function Deliverable({ milestone: { deliverable } }: { milestone: MilestoneRecord }) {
	const { say } = useWords()
	if (deliverable.en === null && deliverable.id === null) return null
	return (
		<>
			{say('milestone.deliverable')}: <TextIn text={deliverable} />
			<br />
		</>
	)
}

function Schedule({ milestone, today }: { milestone: MilestoneRecord; today: CalendarDay }) {
	const { say, format } = useWords()
	const schedule = scheduleOf(milestone, milestone.claims[0]?.level ?? null, today)
	const lastDay = milestone.endsOn === null ? '' : format.day(lastDayOf(milestone.endsOn))
	return <strong>{say(`milestone.schedule.${schedule}`, { on: lastDay })}</strong>
}

function Acts({ milestone, today }: { milestone: MilestoneRecord; today: CalendarDay }) {
	const { say } = useWords()
	const { claims, verifications } = milestone
	if (claims.length + verifications.length === 0) return null
	return (
		<Details summary={say('milestone.acts', { claims: claims.length, verifications: verifications.length })}>
			<div className="app-beside">
				<div>
					{claims.length === 0 ? <p className="govuk-body">{say('claim.none')}</p> : null}
					{claims.map((claim) => (
						<ClaimCard key={claim.recordId} claim={claim} />
					))}
				</div>
				<div>
					{verifications.length === 0 ? <p className="govuk-body">{say('verification.none')}</p> : null}
					{verifications.map((verification) => (
						<div key={verification.recordId}>
							<TextAsVerified milestone={milestone} verification={verification} />
							<VerificationCard verification={verification} />
							<Thread finding={verification} today={today} />
						</div>
					))}
				</div>
			</div>
		</Details>
	)
}
