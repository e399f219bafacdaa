import { useForm } from '@conform-to/react'
import type { FieldMetadata } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { SubjectClaim } from '#app/components/workspace/subject-claim.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { FindingDraft } from '#app/domain/finding-draft/view.ts'
import { NOTE_MAX_CHARACTERS } from '#app/domain/finding-review/rules.ts'
import type { ReviewView } from '#app/domain/finding-review/view.ts'
import { reviewHref, reviewsHref } from './addresses.ts'
import { FindingSummary } from './finding-summary.tsx'
import { subjectTitle } from './subject-title.ts'

type ReadFindingProps = { review: ReviewView; person: Signed; rejected: Rejected }

/** A colleague's finding, read-only, with what its second reader may do: pass it, or give it back with a note. */
export function ReadFinding({ review, person, rejected }: ReadFindingProps) {
	const { say, locale } = useWords()
	const { view, authorName } = review
	const { subject, draft } = view
	const [, { note }] = useForm<{ note: string }>({ id: 'answer', lastResult: rejected?.reply })
	return (
		<WorkspacePage
			person={person}
			member={subject.member}
			backHref={reviewsHref(locale)}
			errors={errorsOf(rejected, [note], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={subjectTitle(subject)} />}>{say('finding-review.title')}</PageTitle>
			<p className="govuk-body">{say('finding-review.lead', { name: authorName })}</p>
			<SubjectClaim subject={subject} judged={subject} />
			<h2 className="govuk-heading-m">{say('finding-review.finding')}</h2>
			<FindingSummary view={view} canChange={false} />
			<QuestionForm
				action={reviewHref(locale, draft.id, 'review/pass')}
				version={draft.version}
				button={say('finding-review.pass')}
			/>
			<GiveBack draft={draft} note={note} />
		</WorkspacePage>
	)
}

type GiveBackProps = { draft: FindingDraft; note: FieldMetadata<string> }

/** Gives the finding back to its author, with what should be changed. */
function GiveBack({ draft, note }: GiveBackProps) {
	const { say, locale } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('finding-review.return.heading')}</h2>
			<QuestionForm
				action={reviewHref(locale, draft.id, 'review/return')}
				version={draft.version}
				button={say('finding-review.return')}
				variant="secondary"
			>
				<TextArea
					{...fieldFrom(note, say)}
					label={say('finding-review.note')}
					hint={say('finding-review.note.hint')}
					rows={3}
					maxLength={NOTE_MAX_CHARACTERS}
				/>
			</QuestionForm>
		</>
	)
}
