import { useWords } from '#app/components/words.tsx'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { VerificationCard } from './verification-card.tsx'

/** Verifications of a commitment as a whole; nothing where there are none, since milestones have their own. */
export function WholeVerifications({ verifications }: { verifications: readonly VerificationView[] }) {
	const { say } = useWords()
	if (verifications.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say('commitment.verifications')}</h2>
			{verifications.map((verification) => (
				<VerificationCard key={verification.recordId} verification={verification} headingLevel={3} />
			))}
		</section>
	)
}
