import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { queueHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { ReviewItem } from '#app/domain/finding-review/view.ts'
import { reviewHref } from './addresses.ts'

type Props = { reviews: readonly ReviewItem[]; member: PageMember | null; person: Signed }

/** Colleagues' findings that wait for a second reader. */
export function FindingsToRead({ reviews, member, person }: Props) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={member} backHref={queueHref(locale)}>
			<PageTitle>{say('finding-review.list.title')}</PageTitle>
			{reviews.length === 0 ? <p className="govuk-body">{say('finding-review.list.none')}</p> : null}
			<ul className="govuk-list">
				{reviews.map(({ draftId, authorName, commitmentTitle, milestoneTitle }) => (
					<li key={draftId}>
						<a className="govuk-link" href={reviewHref(locale, draftId, 'review')}>
							<TextIn text={milestoneTitle ?? commitmentTitle} missing={say('missing.text')} />
						</a>
						<span className="app-remark">{say('finding-review.list.by', { name: authorName })}</span>
					</li>
				))}
			</ul>
		</WorkspacePage>
	)
}
