import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { MemberPeople } from '#app/domain/appointment/view.ts'
import { newInstitutionHref, peopleHref } from './addresses.ts'
import { NameFields } from './office-names.tsx'

type Props = { member: MemberPeople['member']; person: Signed; rejected: Rejected }

/** A government institution by its names. */
export function InstitutionQuestion({ member, person, rejected }: Props) {
	const { say, locale } = useWords()
	const [, fields] = useForm<{ nameEn: string; nameId: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
	})
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={peopleHref(locale)}
			errors={errorsOf(rejected, [fields.nameId, fields.nameEn], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={member.name} />}>{say('people.register')}</PageTitle>
			<p className="govuk-body">{say('people.register.lead')}</p>
			<QuestionForm action={newInstitutionHref(locale, member.id)} button={say('people.register.button')}>
				<NameFields nameEn={fields.nameEn} nameId={fields.nameId} />
			</QuestionForm>
		</WorkspacePage>
	)
}
