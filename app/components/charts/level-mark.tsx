import { levelMark } from '#app/charts/level-mark.ts'
import { INK, JUDGE_COLOURS } from '#app/charts/palette.ts'
import type { Judge } from '#app/charts/palette.ts'
import { useWords } from '#app/components/words.tsx'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

type LevelMarkProps = { level: CompletionLevel | null; judge?: Judge | undefined }

/** The drawn mark of a level. It never stands without the level's word beside it. */
export function LevelMark({ level, judge }: LevelMarkProps) {
	const mark = levelMark(level, 7)
	const colour = judge ? JUDGE_COLOURS[judge] : INK
	return (
		<svg
			className="app-mark"
			width="16"
			height="16"
			viewBox="-8 -8 16 16"
			aria-hidden="true"
			focusable="false"
		>
			{mark.hatch ? <path d={mark.hatch} stroke={colour} strokeWidth="1.25" /> : null}
			{mark.fill ? <path d={mark.fill} fill={colour} /> : null}
			<path
				d={mark.outline}
				fill="none"
				stroke={colour}
				strokeWidth="1.5"
				strokeDasharray={mark.isDashed ? '2.5 2' : undefined}
			/>
		</svg>
	)
}

type LevelWordProps = LevelMarkProps & {
	/** What is said instead of the level's own word, such as "No report". */
	word?: string | undefined
}

/** A level: mark and word. Without a level it says that nothing was assessed, or what `word` says. */
export function LevelWord({ level, judge, word }: LevelWordProps) {
	const { say } = useWords()
	return (
		<span className="app-word">
			<LevelMark level={level} judge={judge} />
			<span>{word ?? say(`level.${level ?? 'NOT_ASSESSED'}`)}</span>
		</span>
	)
}
