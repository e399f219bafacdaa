import type { ReactNode } from 'react'
import { Page } from '#app/components/layout/page.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { secondStepHref } from '#app/components/second-step/addresses.ts'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'

/** Who is signed in, as pages of the workspace get it. */
export type Signed = { readonly name: string; readonly isDemonstration?: boolean }

type WorkspacePageProps = {
	children: ReactNode
	person: Signed
	member?: PageMember | null | undefined
	backHref?: string | undefined
	errors?: readonly FieldError[] | undefined
	/** Why the domain did not take the form; said first, like what is wrong with a field. */
	refusal?: RefusalReason | null | undefined
}

/** The frame of a page for people who are signed in. What is wrong comes first. */
export function WorkspacePage({
	children,
	person,
	member,
	backHref,
	errors = [],
	refusal,
}: WorkspacePageProps) {
	const { say, locale } = useWords()
	const refused = refusal ? [{ href: '#content', text: say(`refusal.${refusal}`) }] : []
	return (
		<Page member={member} person={person} backHref={backHref}>
			<ErrorSummary errors={[...refused, ...errors]} />
			{refusal === 'confirm_again' ? <ConfirmAgain /> : null}
			{children}
			<p className="app-quiet">
				{say('workspace.signed-in', { name: person.name })}{' '}
				<a className="govuk-link" href={`/${locale}/sign-out`}>
					{say('account.sign-out.title')}
				</a>
			</p>
		</Page>
	)
}

/** Beside a form that stays as it was typed: another tab takes the second step. */
function ConfirmAgain() {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a
				className="govuk-link"
				href={secondStepHref(locale, 'check', secondStepHref(locale))}
				target="_blank"
				rel="noopener"
			>
				{say('second-step.again')}
			</a>
		</p>
	)
}
