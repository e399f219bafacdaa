/** A link to somewhere else, put there by others: no trust is passed on, and its host is said before it is followed. */
export function SourceLink({ href, text }: { href: string; text: string }) {
	const host = webHost(href)
	if (host === null) {
		return (
			<>
				{text}: <span className="app-address">{href}</span>
			</>
		)
	}
	return (
		<>
			<a className="govuk-link" href={href} rel="noopener noreferrer nofollow ugc">
				{text}
			</a>
			{text === host ? null : ` (${host})`}
		</>
	)
}

/** The host of a web address; null for anything that is not one. */
export function webHost(address: string): string | null {
	if (!URL.canParse(address)) return null
	const { protocol, host } = new URL(address)
	return protocol === 'https:' || protocol === 'http:' ? host : null
}
