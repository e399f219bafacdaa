import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ClaimView } from '#app/domain/progress-update/view.ts'

/** The claim a monitor judges, as it was published; without one, that there is none. */
export function SubjectClaim({ claim }: { claim: ClaimView | null }) {
	const { say } = useWords()
	return claim === null ? (
		<InsetText>{say('verify.no-claim')}</InsetText>
	) : (
		<ClaimCard claim={claim} headingLevel={2} />
	)
}
