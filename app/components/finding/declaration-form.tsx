import { useForm } from '@conform-to/react'
import { commitmentHref } from '#app/components/addresses.ts'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { chosenIn } from '#app/components/workspace/chosen-in.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { STATEMENT_MAX_CHARACTERS } from '#app/domain/conflict/rules.ts'
import type { Scope } from '#app/domain/conflict/rules.ts'
import { INTEREST_CHOICES } from '#app/domain/conflict/schema.ts'
import { missingIn } from '#app/domain/conflict/view.ts'
import type { ConflictView } from '#app/domain/conflict/view.ts'

type DeclarationText = {
	personInterests: string[]
	personStatement: string
	organizationInterests: string[]
	organizationStatement: string
}

/** The form of a declaration, with what is wrong with it. */
export function useDeclarationForm(rejected: Rejected) {
	const { say } = useWords()
	const [, fields] = useForm<DeclarationText>({ id: 'answer', lastResult: rejected?.reply })
	const { personInterests, personStatement, organizationInterests, organizationStatement } = fields
	const inOrder = [personInterests, personStatement, organizationInterests, organizationStatement]
	return { fields, errors: errorsOf(rejected, inOrder, say) }
}

type DeclarationFormProps = {
	action: string
	commitmentId: string
	conflict: ConflictView
	form: ReturnType<typeof useDeclarationForm>
}

/** Asks for the interests of the monitor and, where nobody has declared them, of the organization. */
export function DeclarationForm({ action, commitmentId, conflict, form }: DeclarationFormProps) {
	const { say, locale, format } = useWords()
	const missing = missingIn(conflict.declarations)
	const asked = (scope: Scope) => missing.length === 0 || missing.includes(scope)
	const { isNamed, officeUntil } = conflict.ties
	return (
		<QuestionForm action={action} button={say('verify.declaration.send')}>
			{asked('PERSON') ? (
				<>
					{officeUntil === null ? null : (
						<InsetText>{say('verify.declaration.office', { on: format.day(officeUntil) })}</InsetText>
					)}
					<Part scope="PERSON" conflict={conflict} form={form} />
				</>
			) : null}
			{asked('ORGANIZATION') ? (
				<>
					{isNamed ? (
						<InsetText>
							{say('verify.declaration.named')}{' '}
							<a className="govuk-link" href={commitmentHref(locale, commitmentId)}>
								{say('verify.declaration.named.where')}
							</a>
						</InsetText>
					) : null}
					<Part scope="ORGANIZATION" conflict={conflict} form={form} />
				</>
			) : null}
		</QuestionForm>
	)
}

type PartProps = Pick<DeclarationFormProps, 'conflict' | 'form'> & { scope: Scope }

function Part({ scope, conflict, form: { fields } }: PartProps) {
	const { say, format } = useWords()
	const isPerson = scope === 'PERSON'
	const interests = fieldFrom(isPerson ? fields.personInterests : fields.organizationInterests, say)
	const statement = isPerson ? fields.personStatement : fields.organizationStatement
	const months = format.count(conflict.employmentMonths)
	return (
		<>
			<Checkboxes
				{...interests}
				defaultValue={chosenIn(interests.defaultValue)}
				label={say(`verify.declaration.${scope}`)}
				hint={say(`verify.declaration.${scope}.hint`)}
				size="s"
				items={INTEREST_CHOICES.map((code) => ({
					value: code,
					label: say(`interest-choice.${scope}.${code}`, { months }),
				}))}
			/>
			<TextArea
				{...fieldFrom(statement, say)}
				label={say(`verify.declaration.${scope}.statement`)}
				rows={3}
				maxLength={STATEMENT_MAX_CHARACTERS}
			/>
		</>
	)
}
