import { useWords } from '#app/components/words.tsx'

/** Where the page's script says when it last kept what is typed (`keep-typed.ts`). Without the script: nothing. */
export function KeptAsTyped({ address }: { address: string }) {
	const { say } = useWords()
	const words = {
		'task.typed.kept': say('task.typed.kept', { time: '{time}' }),
		'task.typed.changed': say('task.typed.changed'),
		'task.typed.failed': say('task.typed.failed'),
		'task.typed.offline': say('task.typed.offline'),
	}
	return (
		<p
			className="app-quiet"
			role="status"
			data-typed-address={address}
			data-typed-words={JSON.stringify(words)}
		/>
	)
}
