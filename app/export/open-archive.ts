import { strToU8, zipSync } from 'fflate'
import { dataCatalogue } from './data-catalogue.ts'
import { dataPackage } from './data-package.ts'
import type { Described } from './data-package.ts'
import { licenceSentence } from './licence.ts'
import { OPEN_TABLES, OPEN_TABLE_NAMES } from './open-tables.ts'
import type { OpenWorld } from './open-tables.ts'
import { writeCsv } from './write-csv.ts'

type Sealed = {
	/** In each language: the ending of its files, and its description. */
	readonly told: readonly { readonly ending: string; readonly described: Described }[]
	/** The log's signed checkpoint; empty where none is published. */
	readonly checkpoint: string
}

/** Files of a ZIP carry a time; a fixed one makes the same content the same bytes. ZIP counts from 1980. */
const FIXED_TIME = '1980-01-01T00:00:00'

/** All tables with what stands in their columns and the log's checkpoint, as one ZIP. The same records give the same bytes. */
export function openArchive(world: OpenWorld, { told, checkpoint }: Sealed): Uint8Array<ArrayBuffer> {
	const explained = told.flatMap(({ ending, described }) => [
		[`datapackage${ending}.json`, asJson(dataPackage(described))] as const,
		[`README${ending}.txt`, strToU8(`${readme(described)}\n`)] as const,
	])
	const tables = OPEN_TABLE_NAMES.map(
		(name) => [`${name}.csv`, strToU8(writeCsv(OPEN_TABLES[name].rows(world)))] as const,
	)
	const catalogue = [
		'catalogue.jsonld',
		asJson(
			dataCatalogue(
				told.map(({ described }) => described),
				world,
			),
		),
	] as const
	const files = [...tables, ...explained, catalogue, ['checkpoint.txt', strToU8(checkpoint)] as const]
	return zipSync(Object.fromEntries(files), { mtime: FIXED_TIME, os: 3 })
}

function asJson(value: object): Uint8Array {
	return strToU8(`${JSON.stringify(value, null, '\t')}\n`)
}

function readme({ say, address, licence }: Described): string {
	return [
		...[say('open-data.title'), say('open-data.lead'), say('open-data.rule.unknown')],
		...[say('open-data.rule.text'), say('open-data.rule.scales'), licenceSentence(say, licence)],
		...[say('open-data.archive.checkpoint'), address],
	].join('\n\n')
}
