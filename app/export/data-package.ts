import type { Licence } from '#app/domain/open-data/rules.ts'
import type { Say } from '#app/i18n/translate.ts'
import { LICENCE_TEXTS } from './licence.ts'
import { OPEN_TABLES, OPEN_TABLE_NAMES } from './open-tables.ts'
import type { OpenTable } from './open-tables.ts'

/** Explanations whose columns hold whole numbers, and those whose columns hold days; everything else is text. */
const WHOLE_NUMBERS: readonly string[] = [
	...['count', 'overdue', 'demonstration', 'value', 'version', 'newest', 'nil', 'divergence-steps'],
	...['evidence-protected', 'submitted', 'joined', 'commitments-published', 'judged-claim-version'],
	...['answered-version', 'answered-reply-version', 'reply-late', 'changed-to', 'coded-year', 'signed-by'],
]
const DAYS: readonly string[] = ['published', 'last-act', 'reply-due', 'assessment-due']

/** What a description of the tables is made of. */
export type Described = {
	readonly locale: 'en' | 'id'
	readonly say: Say
	/** The page that explains them. */
	readonly address: string
	readonly ledgerSize: number
	/** What the host chose. What was published in the tables by others stays theirs, with its source in its row. */
	readonly licence: Licence
}

/**
 * What is in the tables, for programs: a data package as Frictionless Data describes it, with a schema for each table.
 * Source: specs.frictionlessdata.io, Data Package and Table Schema, version 1.
 */
export function dataPackage({ say, address, ledgerSize, licence }: Described) {
	return {
		profile: 'tabular-data-package',
		name: 'renaksi-open-data',
		title: say('open-data.title'),
		description: say('open-data.lead'),
		homepage: address,
		version: String(ledgerSize),
		licenses: [{ name: licence, ...LICENCE_TEXTS[licence] }],
		resources: OPEN_TABLE_NAMES.map((name) => ({
			profile: 'tabular-data-resource',
			name,
			title: say(`open-data.${name}`),
			path: `${name}.csv`,
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			schema: schemaOf(OPEN_TABLES[name], say),
		})),
	}
}

function schemaOf({ columns, key }: OpenTable, say: Say) {
	return {
		fields: columns.map((column) => ({
			name: column.name,
			type: typeOf(column.key),
			description: say(`open-data.column.${column.key}`),
		})),
		missingValues: [''],
		primaryKey: key,
	}
}

function typeOf(key: string): 'integer' | 'date' | 'string' {
	if (WHOLE_NUMBERS.includes(key)) return 'integer'
	return DAYS.includes(key) ? 'date' : 'string'
}
