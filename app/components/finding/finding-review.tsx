import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { FindingView } from '#app/domain/finding-draft/view.ts'
import { reviewHref } from './addresses.ts'

type FindingReviewProps = {
	view: FindingView
	/** Whether nothing else keeps the finding from being published. */
	isReady: boolean
}

/** How the reading by a second person stands, and the way to ask for it; where the organization wants none, only what was read. */
export function FindingReview({ view: { draft, isReviewed }, isReady }: FindingReviewProps) {
	const { say, locale } = useWords()
	if (!isReviewed && draft.review === 'NONE') return null
	const mayAsk = isReady && isReviewed && draft.review !== 'READ' && draft.review !== 'ASKED'
	return (
		<section>
			<h2 className="govuk-heading-m">{say('finding-review.heading')}</h2>
			<p className="govuk-body">{say(`finding-review.standing.${draft.review}`)}</p>
			{draft.review === 'RETURNED' && draft.reviewNote !== null ? (
				<p className="app-quote">{draft.reviewNote}</p>
			) : null}
			{mayAsk ? (
				<QuestionForm
					action={reviewHref(locale, draft.id, 'ask-review')}
					version={draft.version}
					button={say('finding-review.ask')}
				/>
			) : null}
		</section>
	)
}
