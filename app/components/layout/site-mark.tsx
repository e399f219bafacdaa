/** The mark of the site: a claim and a finding, and the line between them. */
export function SiteMark() {
	return (
		<svg width="32" height="24" viewBox="0 0 32 24" aria-hidden="true" focusable="false">
			<path d="M12 11h8v2h-8z" fill="#1c2a2e" />
			<path d="M0 6h12v12H0z" fill="#2f4b8f" />
			<circle cx="26" cy="12" r="6" fill="#a64b00" />
		</svg>
	)
}
