import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'

/** Says which parts of the address were not understood, and that the page was drawn without them. */
export function NotUnderstood({ parts }: { parts: readonly string[] }) {
	const { say } = useWords()
	if (parts.length === 0) return null
	return <WarningText>{say('query.not-understood', { parts: parts.join(', ') })}</WarningText>
}
