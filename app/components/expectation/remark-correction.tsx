import { WhyCorrected } from '#app/components/desk/why-corrected.tsx'
import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RemarkCorrection } from '#app/domain/expectation-remark/schema.ts'
import type { CorrectedRemark } from '#app/domain/expectation-remark/view.ts'
import { correctRemarkHref, standingHref } from './addresses.ts'

type Facts = { remark: CorrectedRemark; person: Signed }
type Typed = {
	seen: string
	textId: string
	textEn: string
	url: string
	reason: string
	isRetracted: string
}

/** The next version of a remark: its words, why they change, or that it was published in error. */
export function RemarkCorrectionForm({ remark, person, rejected }: Facts & { rejected: Rejected }) {
	const { say, locale } = useWords()
	const { member, kind, recordId, version, said, organizationName } = remark
	const known = { textId: said.textId, textEn: said.textEn, url: said.url }
	const [, fields] = useForm<Typed>({ id: 'answer', lastResult: rejected?.reply, defaultValue: known })
	const { textId, textEn, url, reason } = fields
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={standingHref(locale, member.id)}
			errors={errorsOf(rejected, [textId, textEn, url, reason], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={say(`remark.of.${kind}`)}>{say('remark.correct')}</PageTitle>
			<InsetText>{say('remark.correct.lead')}</InsetText>
			<p className="govuk-body">
				{say('remark.in-name')} <TextIn text={organizationName} />
			</p>
			<QuestionForm
				action={correctRemarkHref(locale, { memberId: member.id, recordId })}
				button={say('remark.check')}
			>
				<input type="hidden" name="seen" value={version} />
				<TextArea {...fieldFrom(textId, say)} label={say('remark.text.id')} lang="id" rows={8} />
				<TextArea {...fieldFrom(textEn, say)} label={say('remark.text.en')} lang="en" rows={8} />
				<TextField {...fieldFrom(url, say)} label={say('remark.url')} hint={say('remark.url.hint')} />
				<WhyCorrected
					reason={fields.reason}
					isRetracted={fields.isRetracted}
					hint={say('desk.retract.hint')}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}

/** A correction once more, before it is public. */
export function RemarkCorrectionCheck({ remark, person, answer }: Facts & { answer: RemarkCorrection }) {
	const { say, locale } = useWords()
	const { member, kind, recordId, said } = remark
	const { seen, textId = '', textEn = '', url = '', reason, isRetracted = '' } = answer
	const hidden = { seen: String(seen), textId, textEn, url, reason, isRetracted }
	const place = { memberId: member.id, recordId }
	return (
		<WorkspacePage person={person} member={member} backHref={correctRemarkHref(locale, place)}>
			<PageTitle caption={say(`remark.of.${kind}`)}>{say('desk.check.title')}</PageTitle>
			<InsetText>{say(isRetracted === 'on' ? 'desk.retract.hint' : 'desk.for-ever')}</InsetText>
			<SummaryList
				rows={[
					{ key: say('remark.expectation'), value: say(`expectation.${said.expectation}`) },
					{
						key: say('remark.text'),
						value: <StoredText text={{ id: textId || null, en: textEn || null }} />,
					},
					...(url === '' ? [] : [{ key: say('remark.url'), value: url }]),
					{ key: say('desk.reason'), value: reason },
				]}
			/>
			<QuestionForm
				action={correctRemarkHref(locale, { ...place, step: 'publish' })}
				button={say('desk.publish')}
			>
				{Object.entries(hidden).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
			</QuestionForm>
		</WorkspacePage>
	)
}
