/** Kinds of things that a search finds, in the order in which it shows them. */
export const FOUND_KINDS = [
	'COMMITMENT',
	'MILESTONE',
	'CLAIM',
	'FINDING',
	'REPLY',
	'PRACTICE',
	'DOCUMENT',
	'MEMBER',
	'ORGANIZATION',
] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** Of each kind on a page of all kinds, and on a page of one kind alone. Source: our own. */
export const FOUND_AT_ONCE = { ofEach: 5, ofOne: 20 }

/** Around what matches: signs that no published text has, since none may hold a control character. */
export const MATCH_MARKS = { start: '\u0002', end: '\u0003' } as const

/** A part of a text, and whether it is what was searched for. */
export type TextPart = { readonly text: string; readonly isMatch: boolean }

/** The parts of a text in which what matches stands between marks. */
export function partsOf(marked: string): readonly TextPart[] {
	return marked.split(MATCH_MARKS.start).flatMap((piece, at) => {
		const [first = '', rest = ''] = piece.split(MATCH_MARKS.end)
		const parts = at === 0 ? [{ text: first + rest, isMatch: false }] : matched(first, rest)
		return parts.filter(({ text }) => text !== '')
	})
}

function matched(match: string, after: string): readonly TextPart[] {
	return [
		{ text: match, isMatch: true },
		{ text: after, isMatch: false },
	]
}
