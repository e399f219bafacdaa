import type { Described } from './data-package.ts'
import { licenceSentence } from './licence.ts'
import { OPEN_TABLES } from './open-tables.ts'
import type { OpenTableName } from './open-tables.ts'
import type { WorkbookPlan } from './workbook.ts'

/** A table as a workbook: what stands in each column above its name, and a page with the rules of reading. */
export function openWorkbook(
	name: OpenTableName,
	[, ...rows]: readonly (readonly string[])[],
	{ say, licence }: Pick<Described, 'say' | 'licence'>,
): WorkbookPlan {
	const { columns } = OPEN_TABLES[name]
	const column = { width: 24, isLocked: true, list: null, isStrict: false }
	const rules = ['unknown', 'scales'] as const
	return {
		sheets: [
			{
				kind: 'table',
				name: say(`open-data.${name}`).slice(0, 31),
				columns: columns.map(() => column),
				heads: [columns.map(({ key }) => say(`open-data.column.${key}`)), columns.map((one) => one.name)],
				rows,
				room: rows.length,
			},
			{
				kind: 'text',
				name: say('open-data.title').slice(0, 31),
				lines: [
					{ text: say('open-data.title'), isHeading: true },
					...rules.map((rule) => ({ text: say(`open-data.rule.${rule}`), isHeading: false })),
					{ text: licenceSentence(say, licence), isHeading: false },
				],
			},
		],
		lists: new Map(),
	}
}
