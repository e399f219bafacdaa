import type { ReactNode } from 'react'
import { subjectAddress } from '#app/components/finding/addresses.ts'
import { subjectTitle } from '#app/components/finding/subject-title.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Details } from '#app/components/ui/details.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { NotificationBanner } from '#app/components/ui/notification-banner.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { FindingView } from '#app/domain/finding-draft/view.ts'
import { findingHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { SubjectClaim } from './subject-claim.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type FindingFrameProps = {
	view: FindingView
	person: Signed
	/** The question of the page. */
	title: string
	children: ReactNode
	errors?: readonly FieldError[] | undefined
	refusal?: RefusalReason | null | undefined
	/** Whether the claim stands open above the question. */
	isClaimOpen?: boolean | undefined
}

/** A page about one finding: the question, and the claim that is judged, always within reach. */
export function FindingFrame({
	view,
	person,
	title,
	children,
	errors,
	refusal,
	isClaimOpen,
}: FindingFrameProps) {
	const { say, locale } = useWords()
	const { subject } = view
	return (
		<WorkspacePage
			person={person}
			member={subject.member}
			backHref={subjectAddress(locale, subject)}
			errors={errors}
			refusal={refusal}
		>
			<NewerClaim view={view} />
			{view.closedBecause === null || refusal ? null : (
				<WarningText>{say(`refusal.${view.closedBecause}`)}</WarningText>
			)}
			<PageTitle caption={<TextIn text={subjectTitle(subject)} />}>{title}</PageTitle>
			{view.newerClaim === null ? (
				<Details summary={say('verify.the-claim')} isOpen={isClaimOpen}>
					<SubjectClaim subject={subject} judged={subject} />
				</Details>
			) : null}
			{children}
		</WorkspacePage>
	)
}

/** After government published a newer claim: the claim itself, and the way to judge it instead. */
function NewerClaim({ view }: { view: FindingView }) {
	const { say, locale } = useWords()
	if (view.newerClaim === null) return null
	return (
		<NotificationBanner id="newer-claim" title={say('finding.newer.title')}>
			<p className="govuk-body">{say('finding.newer.text')}</p>
			<SubjectClaim subject={view.subject} judged={view.newerClaim} />
			<QuestionForm
				action={findingHref(locale, view.draft.id, 'newest-claim')}
				version={view.draft.version}
				button={say('finding.newer.take')}
			/>
		</NotificationBanner>
	)
}
