import { useForm } from '@conform-to/react'
import { Button } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { COMMENT_MAX_CHARACTERS, NAME_MAX_CHARACTERS } from '#app/domain/assessment-comment/rules.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { commentHref } from './addresses.ts'

type CommentFields = { author: string; organization: string; body: string }

/** The fields of a comment, and what is wrong with them. */
export function useCommentFields(rejected: Rejected) {
	const [, fields] = useForm<CommentFields>({ id: 'comment', lastResult: rejected?.reply })
	return [fields.author, fields.organization, fields.body] as const
}

type CommentFormProps = { recordId: string; fields: ReturnType<typeof useCommentFields> }

/** Where anyone leaves a comment, without an account. */
export function CommentForm({ recordId, fields: [author, organization, body] }: CommentFormProps) {
	const { say, locale } = useWords()
	return (
		<form method="post" action={commentHref(locale, recordId)} noValidate>
			<p className="govuk-body">{say('assessment-comment.lead')}</p>
			<TextArea
				{...fieldFrom(body, say)}
				label={say('assessment-comment.body')}
				hint={say('assessment-comment.body.hint')}
				rows={8}
				maxLength={COMMENT_MAX_CHARACTERS}
			/>
			<TextField
				{...fieldFrom(author, say)}
				label={say('assessment-comment.author')}
				hint={say('assessment-comment.author.hint')}
				maxLength={NAME_MAX_CHARACTERS}
				autoComplete="name"
			/>
			<TextField
				{...fieldFrom(organization, say)}
				label={say('assessment-comment.organization')}
				maxLength={NAME_MAX_CHARACTERS}
				autoComplete="organization"
			/>
			<Button>{say('assessment-comment.send')}</Button>
		</form>
	)
}
