import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'

/** What a commitment is called, with its number in the plan. */
export function CommitmentTitle({ commitment, text }: { commitment: CommitmentRecord; text: string }) {
	const { say } = useWords()
	return (
		<PageTitle
			caption={
				commitment.number === null
					? say('commitment.one')
					: say('commitment.numbered', { number: commitment.number })
			}
			text={text}
		>
			<TextIn text={commitment.title} missing={say('commitment.untitled')} />
		</PageTitle>
	)
}
