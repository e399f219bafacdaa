import { useWords } from '#app/components/words.tsx'

type ProseProps = {
	/** Stem of the messages: `<stem>.title`, then `<stem>.1`, `<stem>.2` … */
	stem: string
	paragraphs: number
}

/** A section of explanation: its heading and its paragraphs. */
export function Prose({ stem, paragraphs }: ProseProps) {
	const { say } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-m">{say(`${stem}.title`)}</h2>
			{Array.from({ length: paragraphs }, (_, at) => (
				<p key={at} className="govuk-body">
					{say(`${stem}.${at + 1}`)}
				</p>
			))}
		</section>
	)
}
