import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RemarkDesk } from '#app/domain/expectation-remark/view.ts'
import { remarkHref, standingHref } from './addresses.ts'
import { Independence } from './remarks-beside.tsx'

export type RemarkFacts = { desk: RemarkDesk; person: Signed; recordId: string }

type Typed = { recordId: string; expectation: string; textId: string; textEn: string; url: string }

/** What somebody says beside a level, with the five levels as they are computed now. */
export function RemarkQuestion({ desk, person, recordId, rejected }: RemarkFacts & { rejected: Rejected }) {
	const { say, locale } = useWords()
	const { member, kind } = desk
	const [, fields] = useForm<Typed>({ id: 'answer', lastResult: rejected?.reply, defaultValue: { recordId } })
	const { expectation, textId, textEn, url } = fields
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={standingHref(locale, member.id)}
			errors={errorsOf(rejected, [expectation, textId, textEn, url], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={member.name} />}>{say(`remark.way.${kind}`)}</PageTitle>
			<InsetText>{say(`remark.lead.${kind}`)}</InsetText>
			<p className="govuk-body">
				{say('remark.in-name')} <TextIn text={desk.organizationName} />
			</p>
			{kind === 'expectation-dissent.published' ? (
				<>
					<p className="govuk-body">{say('remark.interests')}</p>
					<Independence interests={desk.interests} />
				</>
			) : null}
			<QuestionForm action={remarkHref(locale, { memberId: member.id, kind })} button={say('remark.check')}>
				<input type="hidden" name="recordId" value={fields.recordId.initialValue ?? recordId} />
				<LevelChoice desk={desk} field={fieldFrom(expectation, say)} />
				<TextArea {...fieldFrom(textId, say)} label={say('remark.text.id')} lang="id" rows={8} />
				<TextArea {...fieldFrom(textEn, say)} label={say('remark.text.en')} lang="en" rows={8} />
				<TextField {...fieldFrom(url, say)} label={say('remark.url')} hint={say('remark.url.hint')} />
			</QuestionForm>
		</WorkspacePage>
	)
}

type LevelChoiceProps = {
	desk: RemarkDesk
	field: {
		id: string
		name: string
		errors?: readonly string[] | undefined
		defaultValue?: string | undefined
	}
}

function LevelChoice({ desk: { standing }, field }: LevelChoiceProps) {
	const { say, format } = useWords()
	return (
		<Radios
			{...field}
			label={say('remark.expectation')}
			size="m"
			items={standing.expectations.map(({ code, level }) => ({
				value: code,
				label: say(`expectation.${code}`),
				hint: say('remark.level-now', {
					level: say(`expectation-level.${level}`),
					on: format.day(standing.asOfOn),
				}),
			}))}
		/>
	)
}
