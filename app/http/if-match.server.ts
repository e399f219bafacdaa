/** The tag of a draft's version, for programs that save it. */
export function draftTag(version: number): string {
	return `"draft-${String(version)}"`
}

/**
 * The version that a program says it changes (`If-Match`), before the one in its form.
 *
 * Returns  the form's version without the header; null where the header names no version of a draft.
 */
export function matchedVersion(request: Request, version: number): number | null {
	const tag = request.headers.get('If-Match')
	if (tag === null) return version
	const named = /^"draft-(\d{1,9})"$/.exec(tag)?.[1]
	return named === undefined ? null : Number(named)
}

/** What a conflict is answered with: a precondition failed where one was named, else a conflict (409). */
export function conflictStatus(request: Request): 409 | 412 {
	return request.headers.has('If-Match') ? 412 : 409
}
