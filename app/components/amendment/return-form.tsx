import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { DraftForm } from '#app/components/plan-draft/draft-form.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { AmendmentDraftView } from '#app/domain/amendment-draft/view.ts'
import { amendmentDraftHref } from './addresses.ts'

type ReturnFormProps = { draft: AmendmentDraftView; person: Signed; rejected: Rejected }

/** Why an amendment goes back to whoever writes it. */
export function ReturnForm({ draft, person, rejected }: ReturnFormProps) {
	const { say, locale } = useWords()
	return (
		<DraftForm
			person={person}
			member={draft.member}
			title={say('amendment.return.title')}
			caption={<TextIn text={draft.plan.title} />}
			backHref={amendmentDraftHref(locale, draft)}
			action={amendmentDraftHref(locale, draft, 'return')}
			version={draft.version}
			button={say('amendment.return')}
			fields={[
				{
					name: 'reason',
					kind: 'text',
					label: 'amendment.return.reason',
					hint: 'amendment.return.hint',
					stored: null,
				},
			]}
			rejected={rejected}
		/>
	)
}
