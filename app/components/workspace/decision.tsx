import { useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { PageMember } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type Thing = 'approval' | 'plan-draft'

type DecisionProps = {
	mayApprove: boolean
	version: number
	/** Where an approval is sent to, and where it can be sent back. */
	approveHref: string
	returnHref: string
	/** What the words of approval and return are called by. */
	word: Thing
	/** Why whoever reads it cannot approve it. */
	because: string
}

const WORDS = {
	approval: { lead: 'approval.lead', approve: 'approval.approve', back: 'approval.return' },
	'plan-draft': {
		lead: 'plan-draft.approve.lead',
		approve: 'plan-draft.approve',
		back: 'plan-draft.return',
	},
} as const

/** The end of what a second person reads: approve it or send it back; or why they can only send it back. */
export function Decision({ mayApprove, version, approveHref, returnHref, word, because }: DecisionProps) {
	const { say } = useWords()
	const { lead, approve, back } = WORDS[word]
	const sendBack = (
		<ButtonLink href={returnHref} variant="secondary">
			{say(back)}
		</ButtonLink>
	)
	if (!mayApprove) {
		return (
			<>
				<InsetText>{because}</InsetText>
				{sendBack}
			</>
		)
	}
	return (
		<>
			<p className="govuk-body">{say(lead)}</p>
			<QuestionForm action={approveHref} version={version} button={say(approve)} beside={sendBack} />
		</>
	)
}

type ReturnPageProps = {
	person: Signed
	member: PageMember
	rejected: Rejected
	version: number
	backHref: string
	action: string
	caption: ReactNode
	title: string
	button: string
	/** Absent: the title asks already. */
	label?: string
	hint?: string
}

/** Why something goes back to those who wrote it. */
export function ReturnPage({ person, member, rejected, version, ...page }: ReturnPageProps) {
	const { say } = useWords()
	const { title, caption, backHref, action, button, label, hint } = page
	const [, { reason }] = useForm<{ reason: string }>({ id: 'answer', lastResult: rejected?.reply })
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={backHref}
			errors={errorsOf(rejected, [reason], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={caption}>{title}</PageTitle>
			<QuestionForm action={action} version={version} button={button}>
				<TextArea
					{...fieldFrom(reason, say)}
					label={label ?? <span className="govuk-visually-hidden">{title}</span>}
					hint={hint}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}
