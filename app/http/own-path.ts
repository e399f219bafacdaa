/** A path of this site that a link may lead to after signing in; null for anything that could lead elsewhere. */
export function ownPath(text: string | null | undefined): string | null {
	if (!text || text.length > 1_000 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return null
	const url = new URL(text, 'http://own.invalid')
	return url.origin === 'http://own.invalid' && !url.pathname.startsWith('//')
		? url.pathname + url.search
		: null
}

/** The address of a form that goes on to another page of this site after it. */
export function hrefTo(form: string, next: string | null): string {
	return next === null ? form : `${form}?next=${encodeURIComponent(next)}`
}
