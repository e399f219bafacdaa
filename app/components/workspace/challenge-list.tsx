import { useWords } from '#app/components/words.tsx'
import type { Challenge } from '#app/domain/progress-update/rules.ts'

type ChallengeListProps = {
	answers: { readonly challenges: readonly Challenge[]; readonly challengeText: string | null }
}

/** What stands in the way, as a sentence part. */
export function ChallengeList({ answers }: ChallengeListProps) {
	const { say, format } = useWords()
	if (answers.challenges.length === 0) return <>{say('workspace.not-given')}</>
	const list = format.list(answers.challenges.map((code) => say(`challenge.${code}`)))
	return (
		<>
			{answers.challengeText === null
				? list
				: say('claim.challenges.text', { list, text: answers.challengeText })}
		</>
	)
}
