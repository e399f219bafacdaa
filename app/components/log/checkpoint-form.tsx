import { Button } from '#app/components/ui/button.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'

/** Takes a checkpoint that somebody kept. */
export function CheckpointForm({ action, given }: { action: string; given: string }) {
	const { say } = useWords()
	return (
		<form method="get" action={action}>
			<TextArea
				id="checkpoint"
				name="checkpoint"
				label={say('log.consistency.given')}
				hint={say('log.consistency.given.hint')}
				rows={6}
				defaultValue={given}
				spellCheck={false}
				autoComplete="off"
				required
			/>
			<Button>{say('log.consistency.check')}</Button>
		</form>
	)
}
