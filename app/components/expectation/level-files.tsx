import { useWords } from '#app/components/words.tsx'

/** Where the levels of a page are had as files: a table, and for programs. */
export function LevelFiles({ csv, json }: { csv: string; json: string }) {
	const { say } = useWords()
	return (
		<p className="govuk-body">
			{say('expectations.files')}{' '}
			<a className="govuk-link" href={csv}>
				{say('expectations.files.csv')}
			</a>
			{', '}
			<a className="govuk-link" href={json}>
				{say('expectations.files.json')}
			</a>
		</p>
	)
}
