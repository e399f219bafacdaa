import { useWords } from '#app/components/words.tsx'
import type { NamedInterest } from '#app/domain/conflict/rules.ts'

/** What ties whom to the commitment that is judged; nothing where nothing does. */
export function InterestList({ interests }: { interests: readonly NamedInterest[] | undefined }) {
	const { say } = useWords()
	if (interests === undefined || interests.length === 0) return null
	return (
		<ul className="app-plain-list">
			{interests.map(({ scope, code }) => (
				<li key={`${scope}.${code}`}>
					{say('verification.interest', {
						who: say(`interest-scope.${scope}`),
						interest: say(`interest.${code}`),
					})}
				</li>
			))}
		</ul>
	)
}
