import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { DraftEvidence } from '#app/components/workspace/draft-evidence.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { ReplyDesk } from '#app/domain/reply/queries.server.ts'
import type { ReplyDraftView } from '#app/domain/reply/view.ts'
import { replyHref } from './addresses.ts'
import { ReplyFrame } from './reply-frame.tsx'
import { ReplyQuestion } from './reply-question.tsx'

type CheckProps = { desk: ReplyDesk; person: Signed; rejected?: Rejected }

/** A whole reply before somebody of the institution publishes it. After two did at once, both texts. */
export function CheckReply({ desk, person, rejected }: CheckProps) {
	const { say } = useWords()
	const reason = rejected?.reason
	if (desk.draft === null || reason === 'reply_published' || reason === 'changed_meanwhile')
		return <ReplyQuestion desk={desk} person={person} rejected={rejected} />
	return (
		<ReplyFrame
			desk={desk}
			person={person}
			title={say('reply.check.title')}
			errors={errorsOf(rejected, [], say)}
			refusal={reason}
		>
			<ReplySummary desk={desk} draft={desk.draft} />
			<p className="govuk-body">{say('reply.check.lead')}</p>
			<PublishForm desk={desk} draft={desk.draft} />
		</ReplyFrame>
	)
}

type PartProps = { desk: ReplyDesk; draft: ReplyDraftView }

function ReplySummary({ desk, draft }: PartProps) {
	const { say, locale, format } = useWords()
	const { recordId } = desk.finding
	const row = (key: string, value: SummaryRow['value'], step?: 'evidence'): SummaryRow => ({
		key,
		value,
		action: { href: replyHref(locale, recordId, step), text: say('workspace.change'), hidden: key },
	})
	const clock = say(desk.isLate ? 'reply.check.late' : 'reply.check.in-time', {
		due: desk.thread.dueOn === null ? '' : format.day(desk.thread.dueOn),
	})
	return (
		<SummaryList
			rows={[
				{ key: say('reply.check.by'), value: <TextIn text={desk.institution.name} /> },
				row(say('reply.check.text'), <StoredText text={draft.text} />),
				row(say('task.check.evidence'), <DraftEvidence pieces={draft.evidence} />, 'evidence'),
				{ key: say('reply.check.clock'), value: clock },
			]}
		/>
	)
}

/** Sends the words that are shown along, so that nobody publishes others than they read. */
function PublishForm({ desk: { finding, published, reason }, draft }: PartProps) {
	const { say, locale } = useWords()
	if (reason !== null || draft.findingVersion !== finding.version) return null
	return (
		<QuestionForm
			action={replyHref(locale, finding.recordId, 'publish')}
			version={draft.version}
			button={say('reply.check.publish')}
		>
			<input type="hidden" name="findingVersion" value={finding.version} />
			<input type="hidden" name="after" value={published?.version ?? 0} />
			<input type="hidden" name="textId" value={draft.text.id ?? ''} />
			<input type="hidden" name="textEn" value={draft.text.en ?? ''} />
		</QuestionForm>
	)
}
