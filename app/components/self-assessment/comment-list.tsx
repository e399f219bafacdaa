import { useWords } from '#app/components/words.tsx'
import type { PublicComment } from '#app/domain/assessment-comment/view.ts'
import type { AnnexedComment } from '#app/domain/self-assessment/schema.ts'
import { commentAnchor } from './addresses.ts'
import { WrittenText } from './written-text.tsx'

/** Comments in the order they came, as they were written; in the final version each with what became of it. */
export function CommentList({ comments }: { comments: readonly (PublicComment | AnnexedComment)[] }) {
	const { say } = useWords()
	if (comments.length === 0) return <p className="govuk-body">{say('assessment-comment.none')}</p>
	return (
		<>
			{comments.map((comment) => (
				<article key={comment.position} id={commentAnchor(comment.position)} className="app-act">
					<CommentText comment={comment} />
					{'disposition' in comment ? (
						<>
							<p className="govuk-body">
								<strong>{say(`disposition.${comment.disposition}`)}</strong>
							</p>
							<WrittenText text={comment.answer} />
						</>
					) : null}
				</article>
			))}
		</>
	)
}

type CommentTextProps = {
	comment: PublicComment
	/** Which heading its number is: one step below the heading it stands under. */
	heading?: 'h2' | 'h3'
}

/** One comment with its number, its day and whoever signed it. What others typed never sets the order of the page. */
export function CommentText({ comment, heading: Heading = 'h3' }: CommentTextProps) {
	const { say, format } = useWords()
	const { position, on, author, organization, body, locale } = comment
	return (
		<>
			<Heading className="govuk-heading-s">
				{say('assessment-comment.number', { number: format.count(position), on: format.day(on) })}
			</Heading>
			<p className="app-quiet">
				{author === null ? say('assessment-comment.unsigned') : <bdi>{author}</bdi>}
				{organization === null ? null : (
					<>
						{', '}
						<bdi>{organization}</bdi>
					</>
				)}
			</p>
			<p className="app-quote" lang={locale} dir="auto">
				{body}
			</p>
		</>
	)
}
