import { KEY_COLUMNS, OPEN_KINDS } from '#app/domain/plan-file/schema.ts'
import type { CellKind, Choices, FileColumn } from '#app/domain/plan-file/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Say } from '#app/i18n/translate.ts'
import { worded } from './cells-of.ts'
import type { SheetColumn, TextSheet } from './workbook.ts'

/** Name of the sheet that says how the file is filled in. */
export const GUIDE_SHEET = 'Instructions'

/** The words of a column: of numbered ones with their number, and of what goes on with its part. */
export function columnWords(key: string, say: Say): string {
	const [name = '', part] = key.split('~')
	const [, stem = name, number = '', ending = ''] =
		/^(ogpValue|policyArea|support|challenge|evidence)(\d+)([A-Z]\w*)?$/.exec(name) ?? []
	const words = say(`plan-file.column.${stem}${ending}`, { number })
	return part === undefined ? words : say('plan-file.column.part', { column: words, part })
}

/** The lists that cells are chosen from, in one language. */
export function listsOf(choices: Choices, locale: Locale): ReadonlyMap<string, readonly string[]> {
	return new Map(
		KINDS_WITH_LIST.map((kind) => [
			kind,
			(choices[kind] ?? []).map(({ code, name }) =>
				OPEN_KINDS.includes(kind) ? (name[locale] ?? code) : worded(code, kind, { choices, locale }),
			),
		]),
	)
}

const KINDS_WITH_LIST: readonly CellKind[] = [
	'scheme',
	'ogp-value',
	'policy-area',
	'institution',
	'level',
	'challenge',
	'evidence-kind',
]

type Columns = { readonly columns: readonly FileColumn[]; readonly keys: readonly string[] }

/** How the columns of a table look and what they take. `locked`: keys of columns that only tell. */
export function sheetColumns(
	{ columns, keys }: Columns,
	lists: ReadonlyMap<string, readonly string[]>,
	locked: readonly string[] = KEY_COLUMNS,
): readonly SheetColumn[] {
	return columns.map(({ kind }, at) => {
		const key = keys[at] ?? ''
		return {
			width: KEY_COLUMNS.some((known) => known === key) ? 12 : (WIDTHS[kind] ?? 32),
			isLocked: locked.includes(key),
			list: lists.has(kind) ? kind : null,
			isStrict: !OPEN_KINDS.includes(kind),
		}
	})
}

/** Unit: characters. */
const WIDTHS: { readonly [K in CellKind]?: number } = { day: 14, commitment: 22, text: 40 }

type Guide = { readonly say: Readonly<Record<Locale, Say>>; readonly notes: readonly string[] }

/** The sheet that says in both languages how the file is filled in and sent. */
export function guideSheet(stem: string, lines: readonly string[], { say, notes }: Guide): TextSheet {
	return {
		kind: 'text',
		name: GUIDE_SHEET,
		lines: [say.id, say.en].flatMap((words) => [
			{ text: words(`${stem}.title`), isHeading: true },
			...lines.map((line) => ({ text: words(`${stem}.${line}`), isHeading: false })),
			...notes.map((note) => ({ text: words(note), isHeading: false })),
			{ text: '', isHeading: false },
		]),
	}
}
