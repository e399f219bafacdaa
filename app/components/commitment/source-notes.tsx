import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import type { SourceNoteView } from '#app/domain/source-note/view.ts'

/** What the table that a commitment was read from leaves open of it, in the table's own words; nothing where it was not. */
export function SourceNotes({ rows }: { rows: readonly SourceNoteView[] }) {
	const { say, format } = useWords()
	if (rows.length === 0) return null
	const count = rows.flatMap(({ notes }) => notes).length
	return (
		<Details summary={say('source-note.title', { count })}>
			{rows.map(({ rowId, source, notes }) => (
				<div key={rowId}>
					<p className="govuk-body">{say('source-note.row', { row: rowId, source })}</p>
					<ul className="govuk-list govuk-list--bullet">
						{notes.map(({ code, text, columns }, at) => (
							<li key={at}>{say(`source-note.${code}`, { text, columns: format.list(columns) })}</li>
						))}
					</ul>
				</div>
			))}
		</Details>
	)
}
