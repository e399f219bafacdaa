import { recordHref } from '#app/components/addresses.ts'
import { subjectAddress, standBackHref, verifyCommitmentHref } from '#app/components/finding/addresses.ts'
import { DeclarationForm, useDeclarationForm } from '#app/components/finding/declaration-form.tsx'
import { Declared } from '#app/components/finding/declared.tsx'
import { subjectTitle } from '#app/components/finding/subject-title.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ObservedByPublic } from '#app/components/observation/observations-here.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { missingIn } from '#app/domain/conflict/view.ts'
import type { VerifyView } from '#app/domain/finding-draft/view.ts'
import { findingHref, queueHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import type { Rejected } from './rejection.ts'
import { SubjectClaim } from './subject-claim.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type SubjectProps = { view: VerifyView; person: Signed; rejected: Rejected }

/** What is to be judged, read-only, and the declarations that are made before. */
export function Subject({ view, person, rejected }: SubjectProps) {
	const { say, locale } = useWords()
	const { subject, closedBecause } = view
	const form = useDeclarationForm(rejected)
	const isOpen = closedBecause === null || rejected !== undefined
	return (
		<WorkspacePage
			person={person}
			member={subject.member}
			backHref={queueHref(locale)}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={subjectTitle(subject)} />}>{say('verify.subject.title')}</PageTitle>
			<SubjectClaim subject={subject} judged={subject} />
			<Published view={view} />
			<ObservedByPublic subject={subject} />
			{closedBecause === null ? null : <WarningText>{say(`refusal.${closedBecause}`)}</WarningText>}
			{isOpen ? <Declarations view={view} form={form} /> : null}
			<p className="govuk-body">
				<a className="govuk-link" href={verifyCommitmentHref(locale, subject.commitment.id)}>
					{say('verify.elsewhere')}
				</a>
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={standBackHref(locale, subject.commitment.id)}>
					{say('recusal.title')}
				</a>
			</p>
		</WorkspacePage>
	)
}

/** That there is a finding on it already, which a new one would follow. */
function Published({ view: { published } }: { view: VerifyView }) {
	const { say, locale, format } = useWords()
	if (published === null) return null
	return (
		<InsetText>
			{say('verify.published')}{' '}
			<a className="govuk-link" href={recordHref(locale, published.recordId)}>
				{say('verify.published.link', { on: format.day(published.publishedOn) })}
			</a>
		</InsetText>
	)
}

type DeclarationsProps = { view: VerifyView; form: ReturnType<typeof useDeclarationForm> }

function Declarations({ view, form }: DeclarationsProps) {
	const { say, locale } = useWords()
	const { subject, conflict, draftId } = view
	const asks = (
		<DeclarationForm
			action={subjectAddress(locale, subject)}
			commitmentId={subject.commitment.id}
			conflict={conflict}
			form={form}
		/>
	)
	return (
		<>
			<h2 className="govuk-heading-m">{say('verify.declaration')}</h2>
			<Declared conflict={conflict} />
			{missingIn(conflict.declarations).length > 0 ? (
				asks
			) : (
				<>
					{draftId ? (
						<ButtonLink href={findingHref(locale, draftId, 'finding')}>{say('verify.go-on')}</ButtonLink>
					) : (
						<QuestionForm action={subjectAddress(locale, subject, 'begin')} button={say('verify.begin')} />
					)}
					<Details summary={say('verify.declare-again')} isOpen={form.errors.length > 0}>
						{asks}
					</Details>
				</>
			)}
		</>
	)
}
