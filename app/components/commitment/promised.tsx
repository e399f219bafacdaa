import { OriginText } from '#app/components/plan/plan-facts.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { SourceNoteView } from '#app/domain/source-note/view.ts'
import { CommitmentFacts } from './commitment-facts.tsx'
import { SourceNotes } from './source-notes.tsx'

type PromisedProps = { commitment: CommitmentRecord; sourceNotes: readonly SourceNoteView[] }

/** What was promised, where the text comes from, and what that source leaves open. */
export function Promised({ commitment, sourceNotes }: PromisedProps) {
	const { say } = useWords()
	return (
		<>
			<h2 className="govuk-heading-l">{say('commitment.promised')}</h2>
			<CommitmentFacts commitment={commitment} />
			<p className="govuk-body">
				<OriginText origin={commitment.origin} />
			</p>
			<SourceNotes rows={sourceNotes} />
		</>
	)
}
