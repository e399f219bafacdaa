import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import { useWords } from '#app/components/words.tsx'
import type { KeyView } from '#app/domain/passkey/view.ts'

/** How a key stands, in a sentence; one that is not a person's first says so as long as nobody confirmed it. */
export function keyStateWord({ state, isReset }: Pick<KeyView, 'state' | 'isReset'>, { say }: Words): string {
	return say(state === 'UNCONFIRMED' && isReset ? 'key.state.UNCONFIRMED.reset' : `key.state.${state}`)
}

/** A key, before something is done about it. */
export function KeyFacts({ shown }: { shown: KeyView }) {
	const words = useWords()
	const { say, format } = words
	return (
		<SummaryList
			rows={[
				{ key: say('key.name'), value: shown.nickname },
				{ key: say('key.owner'), value: shown.owner },
				{ key: say('key.organization'), value: <TextIn text={shown.organization.name} /> },
				{ key: say('key.added'), value: format.day(shown.addedOn) },
				{ key: say('key.mark'), value: <code>{shown.mark}</code> },
				{ key: say('key.state'), value: keyStateWord(shown, words) },
			]}
		/>
	)
}
