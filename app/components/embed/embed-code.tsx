import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import { frameCode } from './frame-code.ts'
import type { Frame } from './frame-code.ts'

type EmbedCodeProps = Frame & {
	/** Unique on the page. */
	id: string
	summary: string
	/** How to keep a state that does not change; absent where there is no such file. */
	snapshot?: string | undefined
}

/** The line that shows something of this site in a page of another. */
export function EmbedCode({ id, summary, address, title, height, snapshot }: EmbedCodeProps) {
	const { say } = useWords()
	return (
		<Details summary={summary}>
			<p className="govuk-body" id={`${id}-hint`}>
				{say('chart.embed.live')}
			</p>
			<label className="govuk-label" htmlFor={id}>
				{say('chart.embed.code')}
			</label>
			<textarea
				id={id}
				className="govuk-textarea"
				rows={4}
				readOnly
				aria-describedby={`${id}-hint`}
				value={frameCode({ address, title, height })}
			/>
			{snapshot === undefined ? null : <p className="govuk-body">{snapshot}</p>}
		</Details>
	)
}
