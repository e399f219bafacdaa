import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ProposalView } from '#app/domain/commitment-level/view.ts'
import { StoredText } from './stored-text.tsx'

/** A proposed level beside what the milestones came to when it was proposed. */
export function ProposalSummary({ draft }: { draft: ProposalView }) {
	const { say } = useWords()
	const suggested = draft.suggested === null ? say('level.NOT_ASSESSED') : say(`level.${draft.suggested}`)
	return (
		<SummaryList
			rows={[
				{ key: say('commitment-level.level'), value: <LevelWord level={draft.level} judge="claimed" /> },
				{ key: say('commitment-level.from-milestones'), value: suggested },
				{ key: say('commitment-level.sentence'), value: <StoredText text={draft.sentence} /> },
			]}
		/>
	)
}
