import type { ReactNode } from 'react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredNow } from '#app/components/workspace/stored-now.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { DraftFields, StoredFields, useDraftFields } from './draft-fields.tsx'
import type { FieldNotes } from './draft-fields.tsx'
import type { FieldSpec } from './field-specs.ts'

type DraftFormProps = {
	person: Signed
	member: PageMember
	title: string
	caption?: ReactNode
	backHref: string
	action: string
	/** Version of the draft that the page shows; absent where something new is added. */
	version?: number | undefined
	fields: readonly FieldSpec[]
	notes?: FieldNotes | undefined
	rejected: Rejected
	/** Above the fields. */
	children?: ReactNode
	/** Below the fields, inside the form. */
	beneath?: ReactNode
	button?: string | undefined
	/** Why the form cannot be sent today; then it is not offered. */
	closed?: string | null
}

/** A page of one form about a plan that is being written. */
export function DraftForm(props: DraftFormProps) {
	const { person, member, title, caption, backHref, action, version, fields, notes, rejected } = props
	const { say } = useWords()
	const { asked, errors } = useDraftFields(fields, rejected)
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={backHref}
			errors={errors}
			refusal={rejected?.reason}
		>
			<PageTitle caption={caption}>{title}</PageTitle>
			<StoredNow refusal={rejected?.reason}>
				<StoredFields specs={fields} />
			</StoredNow>
			{props.children}
			{props.closed ? (
				<p className="govuk-body">{props.closed}</p>
			) : (
				<QuestionForm action={action} version={version} button={props.button ?? say('plan-draft.save')}>
					<DraftFields asked={asked} notes={notes} />
					{props.beneath}
				</QuestionForm>
			)}
		</WorkspacePage>
	)
}
