import { Thread } from '#app/components/reply/thread.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { Finders } from './finders.tsx'
import { VerificationCard } from './verification-card.tsx'

type WholeProps = { verifications: readonly VerificationView[]; today: CalendarDay }

/** Verifications of a commitment as a whole; nothing where there are none, since milestones have their own. */
export function WholeVerifications({ verifications, today }: WholeProps) {
	const { say } = useWords()
	if (verifications.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say('commitment.verifications')}</h2>
			<Finders verifications={verifications} />
			{verifications.map((verification) => (
				<div key={verification.recordId}>
					<VerificationCard verification={verification} headingLevel={3} />
					<Thread finding={verification} today={today} headingLevel={4} />
				</div>
			))}
		</section>
	)
}
