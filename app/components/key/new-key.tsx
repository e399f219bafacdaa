import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { KeyQuestion } from '#app/domain/passkey/schema.ts'
import type { KeyDesk } from '#app/domain/passkey/view.ts'
import { keysHref, newKeyHref } from './addresses.ts'
import { UseKeyForm } from './use-key-form.tsx'

type Organizations = KeyDesk['organizations']
type QuestionProps = { organizations: Organizations; person: Signed; rejected: Rejected }

/** What a new key is called; whoever acts for several organizations says for which it is. */
export function NewKeyQuestion({ organizations, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const [only] = organizations
	const [, fields] = useForm<KeyQuestion>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { nickname: '', organization: only?.id ?? '' },
	})
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={keysHref(locale)}
			errors={errorsOf(rejected, [fields.nickname, fields.organization], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('key.add')}</PageTitle>
			<p className="govuk-body">{say('key.add.lead')}</p>
			<p className="govuk-inset-text">{say('key.lead.script')}</p>
			<QuestionForm action={newKeyHref(locale)} button={say('key.add.onward')}>
				<TextField
					{...fieldFrom(fields.nickname, say)}
					label={say('key.name')}
					hint={say('key.name.hint')}
					autoComplete="off"
					width={20}
				/>
				<OrganizationField field={fields.organization} organizations={organizations} />
			</QuestionForm>
		</WorkspacePage>
	)
}

type OrganizationFieldProps = {
	field: Parameters<typeof fieldFrom<string>>[0]
	organizations: Organizations
}

function OrganizationField({ field, organizations }: OrganizationFieldProps) {
	const { say, locale } = useWords()
	if (organizations.length < 2)
		return <input type="hidden" name="organization" value={organizations[0]?.id ?? ''} />
	return (
		<Radios
			{...fieldFrom(field, say)}
			label={say('key.organization')}
			size="s"
			items={organizations.map(({ id, name }) => ({ value: id, label: textIn(name, locale)?.text ?? id }))}
		/>
	)
}

type MakeKeyProps = {
	/** Null where the request was answered and not taken: another is begun. */
	asked: { readonly id: string; readonly nickname: string; readonly options: object } | null
	minutes: number
	person: Signed
	rejected: Rejected
}

/** Where the browser makes the key. */
export function MakeKey({ asked, minutes, person, rejected }: MakeKeyProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={newKeyHref(locale)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={asked?.nickname}>{say('key.make')}</PageTitle>
			{asked === null ? (
				<p className="govuk-body">
					<a className="govuk-link" href={newKeyHref(locale)}>
						{say('key.again')}
					</a>
				</p>
			) : (
				<>
					<p className="govuk-body">{say('key.make.lead')}</p>
					<UseKeyForm
						action={newKeyHref(locale, asked.id)}
						options={asked.options}
						button={say('key.make.button')}
						minutes={minutes}
					/>
				</>
			)}
		</WorkspacePage>
	)
}
