import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { NotificationBanner } from '#app/components/ui/notification-banner.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { ReplyDesk } from '#app/domain/reply/queries.server.ts'
import { REPLY_MAX_CHARACTERS } from '#app/domain/reply/rules.ts'
import { replyHref } from './addresses.ts'
import { ReplyFrame } from './reply-frame.tsx'

type Texts = { textId: string; textEn: string }
type QuestionProps = { desk: ReplyDesk; person: Signed; rejected: Rejected }

/** What the institution replies, in two languages or in one; below the finding. */
export function ReplyQuestion({ desk, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const { draft, published, finding } = desk
	const text = draft?.text ?? published?.text ?? { en: null, id: null }
	const [, fields] = useForm<Texts>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { textId: text.id, textEn: text.en },
	})
	return (
		<ReplyFrame
			desk={desk}
			person={person}
			title={say(published === null ? 'reply.text.title' : 'reply.correct.title')}
			errors={errorsOf(rejected, [fields.textId, fields.textEn], say)}
			refusal={rejected?.reason}
			isFindingOpen
		>
			<OtherText refusal={rejected?.reason} desk={desk} />
			{desk.reason !== null && !rejected ? null : (
				<QuestionForm action={replyHref(locale, finding.recordId)} version={draft?.version ?? 0}>
					<input type="hidden" name="findingVersion" value={finding.version} />
					<input type="hidden" name="after" value={published?.version ?? 0} />
					<ReplyTexts fields={fields} />
				</QuestionForm>
			)}
		</ReplyFrame>
	)
}

function ReplyTexts({ fields: { textId, textEn } }: { fields: ReturnType<typeof useForm<Texts>>[1] }) {
	const { say } = useWords()
	return (
		<>
			<p className="govuk-body">{say('reply.text.hint')}</p>
			<TextArea
				{...fieldFrom(textId, say)}
				label={say('workspace.in-indonesian')}
				lang="id"
				rows={8}
				maxLength={REPLY_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(textEn, say)}
				label={say('workspace.in-english')}
				lang="en"
				rows={8}
				maxLength={REPLY_MAX_CHARACTERS}
			/>
		</>
	)
}

/** After two people of an institution answered at once: the other's text, above what this person typed. */
function OtherText({ refusal, desk }: { refusal: RefusalReason | null | undefined; desk: ReplyDesk }) {
	const { say } = useWords()
	const other =
		refusal === 'reply_published'
			? desk.published?.text
			: refusal === 'changed_meanwhile'
				? (desk.draft?.text ?? desk.published?.text)
				: undefined
	if (!other) return null
	return (
		<NotificationBanner
			id="stored"
			title={say(refusal === 'reply_published' ? 'reply.other.published' : 'workspace.stored')}
		>
			<StoredText text={other} />
			<p className="govuk-body">
				{say(refusal === 'reply_published' ? 'reply.other.yours' : 'workspace.stored.yours')}
			</p>
		</NotificationBanner>
	)
}
