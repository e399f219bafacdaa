import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'

/** The drawn mark of each level: as full as it is met, hatched without evidence, dashed where nothing is said. */
const MARKS: { readonly [L in ExpectationLevel]: CompletionLevel | null } = {
	MET: 'COMPLETE',
	PARTIAL: 'SUBSTANTIAL',
	NOT_MET: 'NOT_STARTED',
	NO_EVIDENCE: 'NO_EVIDENCE',
	NOT_YET_DUE: null,
	NOT_APPLICABLE: null,
	NOT_RECORDED: null,
}

/** The level of an expectation or a requirement: mark and word. Without one it says that none is recorded. */
export function ExpectationLevelWord({ level }: { level: ExpectationLevel | null }) {
	const { say } = useWords()
	const known = level ?? 'NOT_RECORDED'
	return <LevelWord level={MARKS[known]} word={say(`expectation-level.${known}`)} />
}
