import { useWords } from '#app/components/words.tsx'
import { SCOPES } from '#app/domain/conflict/rules.ts'
import type { ConflictView, DeclarationView } from '#app/domain/conflict/view.ts'

/** What is declared of the monitor and of their organization, and until when it holds; of one, nothing yet. */
export function Declared({ conflict }: { conflict: ConflictView }) {
	const { say } = useWords()
	return (
		<>
			{SCOPES.map((scope) => {
				const declaration = conflict.declarations[scope]
				return declaration === null ? null : (
					<p className="govuk-body" key={scope}>
						<strong>{say(`interest-scope.${scope}`)}</strong>
						<br />
						<Declaration declaration={declaration} />
					</p>
				)
			})}
		</>
	)
}

function Declaration({ declaration }: { declaration: DeclarationView }) {
	const { say, format } = useWords()
	const { interests, statement, declaredOn, validUntilOn } = declaration
	const values = { on: format.day(declaredOn), until: format.day(validUntilOn) }
	if (!declaration.hasInterest) return <>{say('verify.declared.no', values)}</>
	const named = format.list(interests.map((code) => say(`interest.${code}`)))
	return (
		<>
			{say('verify.declared.yes', {
				...values,
				interests: interests.length === 0 ? say('interest.OTHER') : named,
			})}
			{statement === null ? null : <span className="app-remark">{statement}</span>}
		</>
	)
}
