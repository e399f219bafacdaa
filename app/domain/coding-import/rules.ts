import type { CodedRow } from './schema.ts'

/** A commitment that a row may speak of: stored here, or made from an earlier row of the same table. */
export type Candidate = {
	readonly ogpId: string | null
	readonly number: string | null
	readonly titleKey: string
	/** Which row of which source speaks of it already. */
	readonly rows: ReadonlyMap<string, string>
}

/**
 * A title without what numbers it: `2.1 Land Affairs` and `Land affairs` are the same title.
 *
 * Source  our own: data sets write numbers, capitals and punctuation of one title in several ways.
 */
export function titleKey(title: string | null): string {
	const plain = (title ?? '')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
	return plain.replace(/^(?:(?:commitment|n|no|[a-z]?\d+[a-z]?) )+/, '') || plain
}

/**
 * The one commitment that a row surely speaks of: the one made from this very row, the one with OGP's id, or the only
 * one with the same title of which the row's source has not spoken yet. Where several have the title the number decides.
 *
 * Returns  null where there is none or more than one: nothing is guessed.
 */
export function sureMatch<C extends Candidate>(row: CodedRow, candidates: readonly C[]): C | null {
	const { ogpId, number, titleEn } = row.commitment
	const own = candidates.find((each) => each.rows.get(row.source) === row.rowId)
	if (own) return own
	const open = candidates.filter((each) => !each.rows.has(row.source))
	const byId = open.filter((each) => ogpId !== null && each.ogpId === ogpId)
	if (byId.length > 0) return single(byId)
	const key = titleKey(titleEn)
	const titled = open.filter((each) => each.titleKey === key && (ogpId === null || each.ogpId === null))
	const numbered = titled.filter((each) => number !== null && each.number === number)
	return single(numbered.length > 0 ? numbered : titled)
}

/** Whether two published values say the same: the same step of a scale or, off the scale, the same word. */
export function saysTheSame(a: Coded, b: Coded): boolean {
	if (a.indicator !== b.indicator) return false
	if (a.value !== null && b.value !== null) return a.value === b.value
	return plainWord(a.valueAsPublished) === plainWord(b.valueAsPublished)
}

/** A value as far as it can be compared. */
export type Coded = {
	readonly indicator: string
	readonly value: string | null
	readonly valueAsPublished: string
}

/** The longest a plan lasts after it was submitted. Unit: years. Source: OGP's rules for national action plans (2 or 4). */
const LONGEST_PLAN = 4

/** The stage of life of a plan of which the table gives only years. */
export function statusFrom(
	submittedOn: string | null,
	endsOn: string | null,
	today: string,
): 'ENDED' | 'IN_IMPLEMENTATION' | 'SUBMITTED' {
	const thisYear = Number(today.slice(0, 4))
	if (submittedOn === null && endsOn === null) return 'SUBMITTED'
	const last = endsOn === null ? Number(submittedOn) + LONGEST_PLAN : Number(endsOn)
	return last < thisYear ? 'ENDED' : 'IN_IMPLEMENTATION'
}

/** How the source of a plan begins that was made from a table of commitments. */
export const OF_TABLE = "OGP's table of commitments: "

/** How the source of a plan begins of which only the process database speaks. */
export const OF_PROCESS = "OGP's process database: "

/** Whether a plan was made from a published table, so that a later table may add commitments to it. */
export function isOfTable(source: string): boolean {
	return source.startsWith(OF_TABLE) || source.startsWith(OF_PROCESS)
}

/** The row of a source a text names: `Vizzuality/ogp ogpirm_live_data.csv, row V0003`. */
export function rowNamedIn(source: string): { readonly source: string; readonly rowId: string } | null {
	const found = /^(.+), row (\S+)$/s.exec(source)
	return found ? { source: found[1] ?? '', rowId: found[2] ?? '' } : null
}

function single<C>(list: readonly C[]): C | null {
	return list.length === 1 ? (list[0] ?? null) : null
}

function plainWord(word: string): string {
	return word
		.trim()
		.toLowerCase()
		.replace(/^[a-e]\.\s*/, '')
}
