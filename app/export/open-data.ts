import type { EvidenceView } from '#app/domain/evidence/view.ts'

/** A value of the export: null is unknown, never zero. */
export type OpenValue = string | number | null

/** A column: its name in the file, the key of its explanation, and what stands in it. */
export type OpenColumn<Line> = {
	readonly name: string
	/** Its explanation stands under `open-data.column.<key>`. */
	readonly key: string
	readonly value: (line: Line) => OpenValue
}

/** A column of lines of one kind. */
export function openColumn<Line>(
	name: string,
	key: string,
	value: (line: Line) => OpenValue,
): OpenColumn<Line> {
	return { name, key, value }
}

/** Lines as a table of text, the names of the columns first. What is not known is empty. */
export function openRows<Line>(
	columns: readonly OpenColumn<Line>[],
	lines: readonly Line[],
): readonly (readonly string[])[] {
	const text = (value: OpenValue) => (value === null ? '' : String(value))
	return [
		columns.map(({ name }) => name),
		...lines.map((line) => columns.map(({ value }) => text(value(line)))),
	]
}

/** The same lines as objects for programs. */
export function openItems<Line>(
	columns: readonly OpenColumn<Line>[],
	lines: readonly Line[],
): readonly Readonly<Record<string, OpenValue>>[] {
	return lines.map((line) => Object.fromEntries(columns.map(({ name, value }) => [name, value(line)])))
}

/** A list in one cell. */
export function listed(values: readonly string[]): string | null {
	return values.length === 0 ? null : values.join('; ')
}

/** The addresses of the evidence that is public, in one cell. */
export function publicAddresses(evidence: readonly EvidenceView[]): string | null {
	return listed(evidence.flatMap((piece) => (piece.visibility === 'PROTECTED' ? [] : [piece.url])))
}

/** How many pieces of evidence are protected. */
export function protectedPieces(evidence: readonly EvidenceView[]): number {
	return evidence.filter(({ visibility }) => visibility === 'PROTECTED').length
}
