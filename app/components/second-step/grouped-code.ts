/** A code in groups of four, as people copy it. */
export function grouped(code: string): string {
	return code.match(/.{1,4}/g)?.join(' ') ?? ''
}
