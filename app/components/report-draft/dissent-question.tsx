import { useForm } from '@conform-to/react'
import { Independence } from '#app/components/expectation/remarks-beside.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { DraftView } from '#app/domain/report-draft/view.ts'
import { draftHref } from './addresses.ts'

type DissentQuestionProps = {
	draft: Omit<DraftView, 'model'>
	/** The number that the dissent gets, so that a form sent twice is one dissent. */
	recordId: string
	person: Signed
	rejected: Rejected
}

type Typed = { recordId: string; textId: string; textEn: string; url: string }

/** What an organization that was asked says against a draft. */
export function DissentQuestion({ draft, recordId, person, rejected }: DissentQuestionProps) {
	const { say, locale, format } = useWords()
	const { plan, dissenting } = draft
	const [, fields] = useForm<Typed>({ id: 'answer', lastResult: rejected?.reply, defaultValue: { recordId } })
	const { textId, textEn, url } = fields
	return (
		<WorkspacePage
			person={person}
			member={plan.member}
			backHref={draftHref(locale, draft.id)}
			errors={errorsOf(rejected, [textId, textEn, url], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('report-draft.dissent')}</PageTitle>
			<p className="govuk-body">
				{say(draft.isOpen ? 'report-draft.until' : 'refusal.draft_round_closed', {
					until: format.day(draft.closesOn),
				})}
			</p>
			<InsetText>{say('report-draft.dissent.lead')}</InsetText>
			<InWhoseName dissenting={dissenting} />
			{/* What was typed stays where it was, also when the last day ended meanwhile. */}
			<QuestionForm
				action={draftHref(locale, draft.id, 'dissent')}
				button={say('report-draft.dissent.button')}
			>
				<input type="hidden" name="recordId" value={fields.recordId.initialValue ?? recordId} />
				<TextArea {...fieldFrom(textId, say)} label={say('remark.text.id')} lang="id" rows={8} />
				<TextArea {...fieldFrom(textEn, say)} label={say('remark.text.en')} lang="en" rows={8} />
				<TextField {...fieldFrom(url, say)} label={say('remark.url')} hint={say('remark.url.hint')} />
			</QuestionForm>
		</WorkspacePage>
	)
}

/** In whose name the reader dissents, with what ties them to what is judged. */
function InWhoseName({ dissenting }: Pick<DraftView, 'dissenting'>) {
	const { say } = useWords()
	if (dissenting === null) return null
	return (
		<>
			<p className="govuk-body">
				{say('remark.in-name')} <TextIn text={dissenting.organization.name} />
			</p>
			<p className="govuk-body">{say('remark.interests')}</p>
			<Independence interests={dissenting.interests} />
		</>
	)
}
