import { useWords } from '#app/components/words.tsx'
import type { ThreadState } from '#app/domain/finding-thread/rules.ts'

type ThreadSummaryProps = { counts: readonly { readonly state: ThreadState; readonly count: number }[] }

/** In one sentence each: how many findings wait for a reply, met silence, were answered, maintained or withdrawn. */
export function ThreadSummary({ counts }: ThreadSummaryProps) {
	const { say, format } = useWords()
	if (counts.length === 0) return null
	return (
		<ul className="govuk-list govuk-list--bullet">
			{counts.map(({ state, count }) => (
				<li key={state}>{say(`thread.count.${state}`, { count, shown: format.count(count) })}</li>
			))}
		</ul>
	)
}
