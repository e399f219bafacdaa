import { recordHref } from '#app/components/addresses.ts'
import { periodInWords } from '#app/components/commitment/period-in-words.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { MilestoneRecord } from '#app/domain/action-plan/view.ts'
import { textAt } from '#app/domain/published-text/rules.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'

type TextAsVerifiedProps = {
	milestone: Pick<MilestoneRecord, 'id' | 'earlier' | 'origin'>
	verification: Pick<VerificationView, 'ledgerIndex'>
}

/** The milestone's text that was in force when a finding was published, where it was changed since. Else nothing. */
export function TextAsVerified({ milestone, verification }: TextAsVerifiedProps) {
	const words = useWords()
	const { say, locale } = words
	const { earlier = [], origin } = milestone
	if (verification.ledgerIndex > origin.ledgerIndex) return null
	const text = textAt(earlier, verification.ledgerIndex)
	if (!text) return null
	const { version } = text.origin
	return (
		<InsetText>
			<p className="govuk-body">
				<strong>{say('amendment.as-verified')}</strong>
				<br />
				{text.number} <TextIn text={text.title} missing={say('milestone.untitled')} />
				<br />
				{periodInWords(text, words)}
			</p>
			{text.deliverable.en === null && text.deliverable.id === null ? null : (
				<p className="govuk-body">
					{say('milestone.deliverable')}: <TextIn text={text.deliverable} />
				</p>
			)}
			<p className="app-quiet">
				<a className="govuk-link" href={`${recordHref(locale, milestone.id)}?version=${String(version)}`}>
					{say('amendment.as-verified.version', { version })}
				</a>
			</p>
		</InsetText>
	)
}
