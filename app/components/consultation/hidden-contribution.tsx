import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ContributionHiding } from '#app/domain/public-contribution/view.ts'

type HiddenContributionProps = { hiding: Pick<ContributionHiding, 'recordId' | 'reason' | 'note' | 'on'> }

/** That a contribution was hidden, when and why. */
export function HiddenContribution({ hiding: { recordId, reason, note, on } }: HiddenContributionProps) {
	const { say, locale, format } = useWords()
	return (
		<InsetText>
			<p className="govuk-body">
				{say('contribution.hidden.sentence', {
					on: format.day(on),
					reason: say(`hiding-reason.${reason}`),
				})}
			</p>
			<p className="govuk-body">
				<TextIn text={note} />
			</p>
			<a className="govuk-link" href={recordHref(locale, recordId)}>
				{say('act.public-contribution.hidden')}
			</a>
		</InsetText>
	)
}
