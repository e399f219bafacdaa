import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Details } from '#app/components/ui/details.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { DeclarationView, VerifyView } from '#app/domain/verification/view.ts'
import { findingHref, queueHref, subjectHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { SubjectClaim } from './subject-claim.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type SubjectProps = { view: VerifyView; person: Signed; rejected: Rejected }

/** A claim, read-only, and the declaration a monitor makes before judging it. */
export function Subject({ view, person, rejected }: SubjectProps) {
	const { say, locale } = useWords()
	const { subject, declaration, draftId, published } = view
	const form = useDeclarationForm(rejected)
	return (
		<WorkspacePage
			person={person}
			member={subject.member}
			backHref={queueHref(locale)}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={subject.milestone.title} />}>{say('verify.subject.title')}</PageTitle>
			<SubjectClaim claim={subject.claim} />
			{published ? <InsetText>{say('verify.published')}</InsetText> : null}
			<h2 className="govuk-heading-m">{say('verify.declaration')}</h2>
			{declaration ? (
				<>
					<Declared declaration={declaration} />
					{draftId ? (
						<ButtonLink href={findingHref(locale, draftId, 'finding')}>{say('verify.go-on')}</ButtonLink>
					) : (
						<QuestionForm action={subjectHref(locale, keyOf(view), 'begin')} button={say('verify.begin')} />
					)}
					<Details summary={say('verify.declare-again')} isOpen={form.errors.length > 0}>
						<DeclarationForm view={view} form={form} />
					</Details>
				</>
			) : (
				<DeclarationForm view={view} form={form} />
			)}
		</WorkspacePage>
	)
}

function keyOf({ subject }: VerifyView) {
	return { claimRecordId: subject.claim?.recordId ?? null, milestoneId: subject.milestone.id }
}

function useDeclarationForm(rejected: Rejected) {
	const { say } = useWords()
	const [, fields] = useForm<{ hasInterest: string; statement: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
	})
	const { hasInterest, statement } = fields
	return { fields, errors: errorsOf(rejected, [hasInterest, statement], say) }
}

type DeclarationFormProps = { view: VerifyView; form: ReturnType<typeof useDeclarationForm> }

function DeclarationForm({ view, form }: DeclarationFormProps) {
	const { say, locale } = useWords()
	const { hasInterest, statement } = form.fields
	return (
		<QuestionForm action={subjectHref(locale, keyOf(view))} button={say('verify.declaration.send')}>
			<Radios
				{...fieldFrom(hasInterest, say)}
				label={say('verify.declaration.interest')}
				hint={say('verify.declaration.hint')}
				size="s"
				items={[
					{ value: 'no', label: say('verify.declaration.no') },
					{ value: 'yes', label: say('verify.declaration.yes'), hint: say('verify.declaration.yes.hint') },
				]}
			/>
			<TextArea {...fieldFrom(statement, say)} label={say('verify.declaration.statement')} rows={3} />
		</QuestionForm>
	)
}

/** What the monitor declared, and until when it holds. */
export function Declared({ declaration }: { declaration: DeclarationView }) {
	const { say, format } = useWords()
	const values = { on: format.day(declaration.declaredOn), until: format.day(declaration.validUntilOn) }
	return (
		<p className="govuk-body">
			{declaration.hasInterest
				? say('verify.declared.yes', { ...values, statement: declaration.statement ?? '' })
				: say('verify.declared.no', values)}
		</p>
	)
}
