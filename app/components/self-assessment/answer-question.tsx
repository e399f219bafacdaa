import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredNow } from '#app/components/workspace/stored-now.tsx'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { COMMENT_MAX_CHARACTERS, DISPOSITIONS } from '#app/domain/assessment-comment/rules.ts'
import type { CommentOnDesk } from '#app/domain/assessment-comment/view.ts'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { deskCommentHref } from './addresses.ts'
import { CommentText } from './comment-list.tsx'
import { DeskFrame, placeOf } from './desk-frame.tsx'

type QuestionProps = { desk: AssessmentDesk; comment: CommentOnDesk; person: Signed; rejected: Rejected }

type Fields = { disposition: string; answerId: string; answerEn: string }

/** What became of a comment, and why. */
export function AnswerQuestion({ desk, comment, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const [, fields] = useForm<Fields>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: {
			disposition: comment.disposition,
			answerId: comment.answer.id,
			answerEn: comment.answer.en,
		},
	})
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={say('assessment-comment.answer.title')}
			errors={errorsOf(rejected, [fields.disposition, fields.answerId, fields.answerEn], say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<StoredAnswer comment={comment} />
			</StoredNow>
			<article className="app-act">
				<CommentText comment={comment} heading="h2" />
			</article>
			<p className="govuk-body">
				{say('assessment-comment.answer.lead')} {say('workspace.one-language')}
			</p>
			<QuestionForm
				action={deskCommentHref(locale, placeOf(desk), comment.position)}
				version={comment.version}
			>
				<AnswerFields fields={fields} />
			</QuestionForm>
		</DeskFrame>
	)
}

type FieldsOf = ReturnType<typeof useForm<Fields>>[1]

function AnswerFields({ fields: { disposition, answerId, answerEn } }: { fields: FieldsOf }) {
	const { say } = useWords()
	return (
		<>
			<Radios
				{...fieldFrom(disposition, say)}
				label={say('assessment-comment.disposition')}
				items={DISPOSITIONS.map((code) => ({ value: code, label: say(`disposition.${code}`) }))}
			/>
			<TextArea
				{...fieldFrom(answerId, say)}
				label={say('assessment-comment.answer.id')}
				lang="id"
				maxLength={COMMENT_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(answerEn, say)}
				label={say('assessment-comment.answer.en')}
				lang="en"
				maxLength={COMMENT_MAX_CHARACTERS}
			/>
		</>
	)
}

function StoredAnswer({ comment }: { comment: CommentOnDesk }) {
	const { say } = useWords()
	return (
		<>
			<p className="govuk-body">
				{comment.disposition === null
					? say('assessment-comment.not-answered')
					: say(`disposition.${comment.disposition}`)}
			</p>
			<StoredText text={comment.answer} />
		</>
	)
}
