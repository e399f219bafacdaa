/** A signed note, byte for byte as it was published. */
export function SignedNote({ text, label }: { text: string; label: string }) {
	return (
		<figure className="app-note">
			<figcaption className="govuk-body-s">{label}</figcaption>
			<pre className="app-note__text" translate="no">
				{text}
			</pre>
		</figure>
	)
}
