import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Key } from '#app/domain/action-plan/schema.ts'
import { publishedTable } from '#app/import/published-table.ts'
import type { PublishedTable } from '#app/import/published-table.ts'
import { ImportMapping } from '#app/import/mapping.ts'
import type { NamedMapping } from '#app/import/read-plan-file.ts'
import { projectFolder } from '#app/project-folder.ts'

/** What the person at the terminal asked for. */
export type ImportArguments = {
	readonly file: string
	readonly bytes: Uint8Array
	readonly planId: string
	readonly memberId: string | null
	readonly mappings: readonly NamedMapping[]
	readonly language: 'en' | 'id' | null
	readonly plan: Readonly<Record<string, string>>
	readonly dryRun: boolean
}

/** A table of OGP that holds many members at once: it says itself whose plans it speaks of. */
export type TableArguments = {
	readonly table: PublishedTable
	readonly bytes: Uint8Array
	readonly dryRun: boolean
}

/** Why the command cannot be understood: a message key and its values. */
export type UsageFault = { readonly key: string; readonly values: Readonly<Record<string, string>> }

const MAPPINGS = join(projectFolder, 'docs', 'import-mappings')

const OPTIONS = {
	plan: { type: 'string' },
	member: { type: 'string' },
	mapping: { type: 'string' },
	title: { type: 'string' },
	lang: { type: 'string' },
	starts: { type: 'string' },
	ends: { type: 'string' },
	source: { type: 'string' },
	'source-url': { type: 'string' },
	'dry-run': { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
} as const

/** Reads the command line and the files it names. */
export function importArguments(argv: readonly string[]): ImportArguments | TableArguments | UsageFault {
	const parsed = parsedArguments(argv)
	const file = parsed?.positionals[0]
	if (!parsed || file === undefined || parsed.positionals.length > 1) return fault('import.usage')
	const bytes = bytesOf(file)
	if (!bytes) return fault('import.usage.file', { file })
	const { values } = parsed
	const table = values.plan === undefined ? publishedTable(bytes) : null
	return table === null ? planArguments(values, file, bytes) : { table, bytes, dryRun: values['dry-run'] }
}

type Values = NonNullable<ReturnType<typeof parsedArguments>>['values']

/** A file of one plan, which must be named. */
function planArguments(values: Values, file: string, bytes: Uint8Array): ImportArguments | UsageFault {
	if (!Key.safeParse(values.plan).success || values.plan === undefined) return fault('import.usage.plan')
	if (values.lang !== undefined && values.lang !== 'en' && values.lang !== 'id')
		return fault('import.usage.lang')
	const mappings = mappingsFor(values.mapping)
	if ('key' in mappings) return mappings
	return {
		file: basename(file),
		bytes,
		planId: values.plan,
		memberId: values.member ?? null,
		mappings: mappings.found,
		language: values.lang ?? null,
		plan: withoutGaps({
			title: values.title,
			startsOn: values.starts,
			endsOn: values.ends,
			source: values.source,
			sourceUrl: values['source-url'],
		}),
		dryRun: values['dry-run'],
	}
}

function parsedArguments(argv: readonly string[]) {
	try {
		return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
	} catch {
		return null
	}
}

function bytesOf(file: string): Uint8Array | null {
	try {
		return new Uint8Array(readFileSync(file))
	} catch {
		return null
	}
}

/** The named mapping, or all known ones: then the first that fits the file's columns is used. */
function mappingsFor(wanted: string | undefined): { found: readonly NamedMapping[] } | UsageFault {
	const known = readdirSync(MAPPINGS)
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.slice(0, -'.json'.length))
		.sort((a, b) => Number(b === DEFAULT_MAPPING) - Number(a === DEFAULT_MAPPING))
	const names = wanted === undefined ? known : [wanted]
	const found: NamedMapping[] = []
	for (const name of names) {
		const text = bytesOf(known.includes(name) ? join(MAPPINGS, `${name}.json`) : name)
		if (!text) return fault('import.usage.mapping', { mapping: name, mappings: known.join(', ') })
		const mapping = mappingFrom(new TextDecoder().decode(text))
		if (typeof mapping === 'string')
			return fault('import.usage.mapping-broken', { mapping: name, detail: mapping })
		found.push({ name, mapping })
	}
	return { found }
}

const DEFAULT_MAPPING = 'ten-columns'

function mappingFrom(text: string): ImportMapping | string {
	let value: unknown
	try {
		value = JSON.parse(text)
	} catch (error) {
		return String(error)
	}
	const parsed = ImportMapping.safeParse(value)
	if (parsed.success) return parsed.data
	return parsed.error.issues
		.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
		.join('; ')
}

function withoutGaps(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	)
}

function fault(key: string, values: Readonly<Record<string, string>> = {}): UsageFault {
	return { key, values }
}
