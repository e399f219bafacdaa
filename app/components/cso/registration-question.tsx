import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { INDEPENDENT_KINDS } from '#app/domain/cso-account/rules.ts'
import { NAME_MAX_CHARACTERS } from '#app/domain/invitation/schema.ts'
import { hostedHref } from './addresses.ts'
import { InvitationFields } from './invitation-fields.tsx'

type Props = {
	members: readonly { readonly id: string; readonly name: Bilingual }[]
	/** Whether an organization of no member may be registered. */
	isWhole: boolean
	person: Signed
	rejected: Rejected
}

type Typed = { kind: string; nameEn: string; nameId: string; member: string; email: string; locale: string }

/** An organization with the first of its people, in one form. */
export function RegistrationQuestion({ members, isWhole, person, rejected }: Props) {
	const { say, locale } = useWords()
	const [, fields] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { locale, kind: 'CSO' },
	})
	const { kind, nameEn, nameId, member, email, locale: language } = fields
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={hostedHref(locale)}
			errors={errorsOf(rejected, [kind, nameId, nameEn, member, email, language], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('hosted.new')}</PageTitle>
			<InsetText>{say('hosted.once')}</InsetText>
			<QuestionForm action={hostedHref(locale, 'new')} button={say('hosted.register')}>
				<Radios
					{...fieldFrom(kind, say)}
					label={say('hosted.kind')}
					size="s"
					items={INDEPENDENT_KINDS.map((value) => ({ value, label: say(`organization-kind.${value}`) }))}
				/>
				<NamesAndMember {...{ nameEn, nameId, member, members, isWhole }} />
				<h2 className="govuk-heading-m">{say('hosted.first')}</h2>
				<InvitationFields email={email} language={language} />
			</QuestionForm>
		</WorkspacePage>
	)
}

type Fields = ReturnType<typeof useForm<Typed>>[1]
type NamesProps = Pick<Fields, 'nameEn' | 'nameId' | 'member'> & Pick<Props, 'members' | 'isWhole'>

function NamesAndMember({ nameEn, nameId, member, members, isWhole }: NamesProps) {
	const { say, locale } = useWords()
	return (
		<>
			<TextField {...fieldFrom(nameId, say)} label={say('hosted.name-id')} maxLength={NAME_MAX_CHARACTERS} />
			<TextField {...fieldFrom(nameEn, say)} label={say('hosted.name-en')} maxLength={NAME_MAX_CHARACTERS} />
			<Select
				{...fieldFrom(member, say)}
				label={say('hosted.member')}
				hint={say('hosted.member.hint')}
				items={[
					...(isWhole ? [{ value: '', text: say('hosted.member.none') }] : []),
					...members.map(({ id, name }) => ({ value: id, text: textIn(name, locale)?.text ?? id })),
				]}
			/>
		</>
	)
}
