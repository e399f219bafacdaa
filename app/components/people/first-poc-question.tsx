import { useForm } from '@conform-to/react'
import { InvitationFields } from '#app/components/cso/invitation-fields.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { MemberContacts } from '#app/domain/appointment/view.ts'
import { contactsHref, firstPocHref } from './addresses.ts'
import { NameFields } from './office-names.tsx'

type Props = { member: MemberContacts; person: Signed; rejected: Rejected }
type Typed = { office: string; nameEn: string; nameId: string; email: string; locale: string }

/** Whom the host invites as first point of contact of a member, and into which office. */
export function FirstPocQuestion({ member, person, rejected }: Props) {
	const { say, locale } = useWords()
	const [office] = member.offices
	const [, fields] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { locale, ...(office ? { office: office.id } : {}) },
	})
	const asked = office ? [fields.office] : [fields.nameId, fields.nameEn]
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={contactsHref(locale)}
			errors={errorsOf(rejected, [...asked, fields.email, fields.locale], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={member.name} />}>{say('contacts.invite')}</PageTitle>
			<InsetText>{say('contacts.once')}</InsetText>
			<QuestionForm action={firstPocHref(locale, member.id)} button={say('people.send')}>
				<h2 className="govuk-heading-m">{say('contacts.office')}</h2>
				{office ? (
					<Radios
						{...fieldFrom(fields.office, say)}
						label={say('people.office')}
						size="s"
						items={member.offices.map(({ id, name }) => ({ value: id, label: <TextIn text={name} /> }))}
					/>
				) : (
					<>
						<p className="govuk-body">{say('contacts.new-office')}</p>
						<NameFields nameEn={fields.nameEn} nameId={fields.nameId} />
					</>
				)}
				<h2 className="govuk-heading-m">{say('role.POC')}</h2>
				<InvitationFields email={fields.email} language={fields.locale} />
			</QuestionForm>
		</WorkspacePage>
	)
}
