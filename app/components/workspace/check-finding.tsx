import { FindingReview } from '#app/components/finding/finding-review.tsx'
import { FindingSummary } from '#app/components/finding/finding-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import type { FindingView } from '#app/domain/finding-draft/view.ts'
import { lacksReview } from '#app/domain/finding-review/rules.ts'
import { stepOf } from '#app/domain/verification/rules.ts'
import { findingHref } from './addresses.ts'
import { FindingFrame } from './finding-frame.tsx'
import { MissingList } from './missing-list.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import type { Signed } from './workspace-page.tsx'

type CheckProps = { view: FindingView; person: Signed; rejected?: Rejected }

/** A whole finding before its author publishes it. */
export function CheckFinding({ view, person, rejected }: CheckProps) {
	const { say, locale } = useWords()
	const { draft } = view
	const faults = view.faults.map((fault) => ({
		href: findingHref(locale, draft.id, stepOf(fault)),
		text: say(`finding.fault.${fault}`),
	}))
	const isReady = faults.length === 0 && view.newerClaim === null && view.closedBecause === null
	return (
		<FindingFrame
			view={view}
			person={person}
			title={say('finding.check.title')}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			{view.newerClaim === null ? <MissingList items={faults} /> : null}
			<FindingSummary view={view} canChange />
			<FindingReview view={view} isReady={isReady} />
			<p className="govuk-body">{say('finding.check.lead')}</p>
			{isReady && !lacksReview(draft.review, view.isReviewed) ? (
				<QuestionForm
					action={findingHref(locale, draft.id, 'publish')}
					version={draft.version}
					button={say('finding.check.publish')}
				/>
			) : null}
		</FindingFrame>
	)
}
