/** Class names in one text; what is false, undefined or empty is left out. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
	return names.filter(Boolean).join(' ')
}
