export type Frame = {
	/** What the frame shows, whole. */
	readonly address: string
	/** What the frame is called for those who do not see it. */
	readonly title: string
	/** Unit: pixels. */
	readonly height: number
	/** Unit: pixels; as wide as its place where none is given. */
	readonly width?: number | undefined
}

/** A frame as HTML. */
export function frameCode({ address, title, height, width }: Frame): string {
	const wide = width === undefined ? '100%' : String(width)
	return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="${wide}" height="${String(height)}" loading="lazy" style="border:0"></iframe>`
}

function quoted(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
}
