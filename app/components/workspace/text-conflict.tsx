import { Radios } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { KEPT_TEXTS } from '#app/domain/progress-update/schema.ts'

/** After two people answered at once: whose texts stay. Asked in the form that still holds what this person typed. */
export function TextConflict({ refusal }: { refusal: RefusalReason | null | undefined }) {
	const { say } = useWords()
	if (refusal !== 'changed_meanwhile') return null
	return (
		<Radios
			id="answer-keep"
			name="keep"
			label={say('task.keep')}
			size="s"
			defaultValue="MINE"
			items={KEPT_TEXTS.map((code) => ({
				value: code,
				label: say(`task.keep.${code}`),
				hint: say(`task.keep.${code}.hint`),
			}))}
		/>
	)
}
