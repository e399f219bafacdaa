import { expectationMark } from '#app/charts/expectation-mark.ts'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'

/** The level of an expectation or a requirement: mark and word. Without one it says that none is recorded. */
export function ExpectationLevelWord({ level }: { level: ExpectationLevel | null }) {
	const { say } = useWords()
	const known = level ?? 'NOT_RECORDED'
	return <LevelWord level={expectationMark(known)} word={say(`expectation-level.${known}`)} />
}
