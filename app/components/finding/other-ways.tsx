import { useWords } from '#app/components/words.tsx'
import { commitmentsToVerifyHref, reviewsHref } from './addresses.ts'

/** What a monitor may do beside the queue: choose a commitment themselves, and read colleagues' findings. */
export function OtherWays() {
	const { say, locale } = useWords()
	return (
		<>
			<p className="govuk-body">
				<a className="govuk-link" href={commitmentsToVerifyHref(locale)}>
					{say('verify.commitments.link')}
				</a>
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={reviewsHref(locale)}>
					{say('finding-review.list.title')}
				</a>
			</p>
		</>
	)
}
