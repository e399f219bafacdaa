import { commitmentHref } from '#app/components/addresses.ts'
import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { VerificationCard } from '#app/components/verification/verification-card.tsx'
import { useWords } from '#app/components/words.tsx'
import type { FindingInPlan } from '#app/domain/finding-thread/view.ts'
import { Thread } from './thread.tsx'

/** The finding as it was published, above the form: what it is about, what it says, and what followed it so far. */
export function FindingTop({ found, isOpen }: { found: FindingInPlan; isOpen?: boolean | undefined }) {
	const { say, locale } = useWords()
	const { finding, claim, commitment, today } = found
	return (
		<>
			<p className="govuk-body">
				<a className="govuk-link" href={commitmentHref(locale, commitment.id)}>
					<TextIn text={commitment.title} />
				</a>
			</p>
			<Details summary={say('reply.the-finding')} isOpen={isOpen}>
				<VerificationCard verification={finding} headingLevel={2} />
				<Thread finding={finding} today={today} headingLevel={3} />
				{claim === null ? null : <ClaimCard claim={claim} headingLevel={2} />}
			</Details>
		</>
	)
}

/** What a finding is about, for the caption of a page. */
export function SubjectName({ found }: { found: FindingInPlan }) {
	return <TextIn text={(found.milestone ?? found.commitment).title} />
}
