import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ChangeInWords } from './change-words.ts'

/** Each number that is another one than before, as its two sentences in each language. */
export function ChangedRules({ changes }: { changes: readonly ChangeInWords[] }) {
	const { say } = useWords()
	if (changes.length === 0) return <p className="govuk-body">{say('rule-version.changes.none')}</p>
	const cell = ({ sentences }: ChangeInWords, which: 'before' | 'after') => (
		<>
			{sentences.map((one) => (
				<p key={one.locale} className="govuk-body" lang={one.locale}>
					{one[which]}
				</p>
			))}
		</>
	)
	return (
		<Table
			id="rules-changed"
			caption={say('rule-version.changes.caption', { count: changes.length })}
			captionSize="s"
			stacks
			columns={[
				{ head: say('rule-version.before'), isWide: true },
				{ head: say('rule-version.after'), isWide: true },
			]}
			rows={changes.map((change) => ({
				key: change.key,
				cells: [cell(change, 'before'), cell(change, 'after')],
			}))}
		/>
	)
}
