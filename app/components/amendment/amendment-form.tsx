import type { ReactNode } from 'react'
import { DraftForm } from '#app/components/plan-draft/draft-form.tsx'
import type { FieldSpec } from '#app/components/plan-draft/field-specs.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AmendmentDraftView } from '#app/domain/amendment-draft/view.ts'
import { amendmentDraftHref } from './addresses.ts'

type AmendmentFormProps = {
	draft: AmendmentDraftView
	person: Signed
	title: string
	action: string
	fields: readonly FieldSpec[]
	rejected: Rejected
	button?: string | undefined
	backHref?: string | undefined
	/** Above the fields. */
	children?: ReactNode
}

/** A page of one form about an amendment that is being written. */
export function AmendmentForm({ draft, backHref, ...form }: AmendmentFormProps) {
	const { say, locale } = useWords()
	return (
		<DraftForm
			{...form}
			member={draft.member}
			caption={<TextIn text={draft.plan.title} />}
			backHref={backHref ?? amendmentDraftHref(locale, draft)}
			version={draft.version}
			button={form.button ?? say('amendment.save')}
			closed={draft.state === 'SUBMITTED' ? say('refusal.draft_already_submitted') : null}
		/>
	)
}
