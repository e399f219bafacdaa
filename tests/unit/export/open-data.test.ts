import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import en from '#app/i18n/messages/en.json' with { type: 'json' }
import { codedAs, commitmentLines, updateLines } from '#app/domain/open-data/view.ts'
import { COMMITMENT_COLUMNS } from '#app/export/commitment-columns.ts'
import { openItems, openRows } from '#app/export/open-data.ts'
import { OPEN_TABLES, OPEN_TABLE_NAMES } from '#app/export/open-tables.ts'
import type { OpenWorld } from '#app/export/open-tables.ts'
import { dataCatalogue, searchedDataset } from '#app/export/data-catalogue.ts'
import { dataPackage } from '#app/export/data-package.ts'
import type { Described } from '#app/export/data-package.ts'
import { LICENCE_TEXTS } from '#app/export/licence.ts'
import { LICENCES } from '#app/domain/open-data/rules.ts'
import { UPDATE_COLUMNS } from '#app/export/update-columns.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { sayIn } from '#app/i18n/translate.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlan,
	aPlanRecord,
} from '#tests/factories/plan-record.ts'

const asked = { origin: 'https://renaksi.example', dayOf: () => '2026-08-01' }
const linesOf = (...commitments: Parameters<typeof aCommitmentRecord>[0][]) =>
	commitmentLines([aPlanRecord({ commitments: commitments.map((one) => aCommitmentRecord(one)) })], asked)
const described = (locale: 'en' | 'id'): Described => ({
	...{ locale, say: sayIn(locale), ledgerSize: 7, licence: 'CC-BY-4.0' },
	address: `https://renaksi.example/${locale}/data`,
})
const worldOf = (over: Partial<OpenWorld>): OpenWorld => ({
	...{ records: [], members: [], practices: [], ...asked },
	...over,
})
const itemOf = (over: Parameters<typeof aCommitmentRecord>[0]) =>
	openItems(COMMITMENT_COLUMNS, linesOf(over))[0]

describe('one row per commitment', () => {
	test('begins with OGP’s own columns, under OGP’s names and in OGP’s order', () => {
		expect(COMMITMENT_COLUMNS.slice(0, 21).map(({ name }) => name)).toEqual([
			'Commitment Unique Identifier',
			'Country/Locality',
			'Region',
			'Theme',
			'Year Of Submission',
			'Action Plan Number',
			'Commitment Number',
			'Commitment Title',
			'Short Title',
			'Full Text',
			'Lead Institution',
			'Supporting Institution(s)',
			'URL',
			'OGP Value Access To Information',
			'OGP Value Civic Participation',
			'OGP Value Public Accountability',
			'OGP Value Technology',
			'Specificity',
			'Potential Impact',
			'Completion (Progress Report)',
			'Did It Open Government (Overall)',
		])
	})

	test.each([
		['nothing is known of its values', [], null],
		['it rests on transparency', [{ code: 'TRANSPARENCY', justification: null }], 1],
		['it rests on another value only', [{ code: 'PARTICIPATION', justification: null }], 0],
	])('access to information where %s: %s', (_why, ogpValues, expected) => {
		expect(itemOf({ ogpValues })?.['OGP Value Access To Information']).toBe(expected)
	})

	test('the four judges stand in four columns, and whoever said nothing has an empty cell', () => {
		const milestones = [aMilestoneRecord({ claims: [aClaim({ level: 'COMPLETE' })] })]
		const item = itemOf({ milestones, codings: [] })
		expect([item?.['claimed'], item?.['verified'], item?.['assessed'], item?.['coded']]).toEqual([
			'COMPLETE',
			null,
			null,
			null,
		])
	})

	test('its address is the page of the commitment here', () => {
		expect(itemOf({ id: 'k9' })?.['URL']).toBe('https://renaksi.example/en/commitments/k9')
	})

	test('a demonstration is marked as one', () => {
		const { member } = aPlan()
		const plan = aPlan({ member: { ...member, isDemonstration: true } })
		const lines = commitmentLines([aPlanRecord({ plan, commitments: [aCommitmentRecord()] })], asked)
		expect(openItems(COMMITMENT_COLUMNS, lines)[0]?.['is_demonstration']).toBe(1)
	})
})

test('of several codings of an indicator the newest counts, and one that is missing is not read from another scale', () => {
	const codings = [
		aCoding({ indicator: 'SPECIFICITY', value: 'LOW', year: 2014 }),
		aCoding({ indicator: 'SPECIFICITY', value: 'HIGH', year: 2018 }),
	]
	expect(codedAs(codings, 'SPECIFICITY')).toBe('HIGH')
	expect(codedAs(codings, 'VERIFIABLE')).toBeNull()
})

describe('one row per report on a milestone', () => {
	test('a milestone without a report has none, and one with two has both, the newest marked', () => {
		const two = [aClaim({ recordId: 'new' }), aClaim({ recordId: 'old' })]
		const milestones = [aMilestoneRecord({ claims: [] }), aMilestoneRecord({ claims: two })]
		const lines = updateLines([aPlanRecord({ commitments: [aCommitmentRecord({ milestones })] })])
		const items = openItems(UPDATE_COLUMNS, lines)
		expect(items.map((item) => [item['record'], item['is_newest']])).toEqual([
			['new', 1],
			['old', 0],
		])
	})

	test('of protected evidence only the number leaves', () => {
		const hidden = { visibility: 'PROTECTED', id: 'e-9', kind: 'PHOTO', embargoUntil: null } as const
		const open = { kind: 'REPORT', url: 'https://example.org/a', title: null, stance: null } as const
		const milestones = [aMilestoneRecord({ claims: [aClaim({ evidence: [hidden, open] })] })]
		const lines = updateLines([aPlanRecord({ commitments: [aCommitmentRecord({ milestones })] })])
		const [item] = openItems(UPDATE_COLUMNS, lines)
		expect([item?.['evidence_public'], item?.['evidence_protected']]).toEqual(['https://example.org/a', 1])
		expect(JSON.stringify(item)).not.toContain('e-9')
	})
})

test('a title that a spreadsheet would run is text in the table, and the same title in JSON', () => {
	const hostile = '=cmd|calc'
	const lines = linesOf({ title: { en: hostile, id: null } })
	const csv = writeCsv(openRows(COMMITMENT_COLUMNS, lines))
	expect(csv.startsWith('\ufeff')).toBe(true)
	expect(csv).not.toContain(`"${hostile}"`)
	expect(openItems(COMMITMENT_COLUMNS, lines)[0]?.['Commitment Title']).toBe(hostile)
})

test('every column is explained, and no name stands twice in one file', () => {
	for (const { columns, key } of Object.values(OPEN_TABLES)) {
		expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...key]))
		expect(columns.filter(({ key }) => !(`open-data.column.${key}` in en))).toEqual([])
		expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
	}
})

test('what a data package says of a column is so in every row', () => {
	const milestones = [aMilestoneRecord({ claims: [aClaim()] })]
	const records = [aPlanRecord({ commitments: [aCommitmentRecord({ milestones, codings: [aCoding()] })] })]
	const { resources } = dataPackage(described('id'))
	const isOf = {
		integer: (value: unknown) => Number.isInteger(value),
		date: (value: unknown) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
		string: (value: unknown) => typeof value === 'string',
	}
	for (const { name, schema } of resources) {
		const items = OPEN_TABLES[name].items(worldOf({ records }))
		for (const { name: column, type, description } of schema.fields) {
			expect(description).not.toContain('open-data.')
			const values = items.map((item) => item[column]).filter((value) => value !== null)
			expect(
				values.filter((value) => !isOf[type](value)),
				`${name}.${column}`,
			).toEqual([])
		}
	}
	expect(OPEN_TABLES.milestones.items(worldOf({ records }))).toHaveLength(1)
})

describe('the catalogue for data portals', () => {
	const each = z
		.array(z.strictObject({ '@value': z.string().min(3), '@language': z.enum(['en', 'id']) }))
		.length(2)
	const link = z.strictObject({ '@id': z.url() })
	const year = z.strictObject({ '@value': z.string().regex(/^\d{4}$/), '@type': z.literal('xsd:gYear') })
	/** What DCAT 3 and its profile for Europe ask of each class, and no property beyond what is written here. */
	const Shared = {
		'@id': z.url(),
		'dct:title': each,
		'dct:description': each,
		'dct:publisher': z.strictObject({
			'@id': z.url(),
			'@type': z.literal('foaf:Agent'),
			'foaf:name': z.string(),
		}),
		'dct:license': link,
		'dcat:version': z.string().regex(/^\d+$/),
	}
	const Distribution = z.strictObject({
		'@id': z.url(),
		'@type': z.literal('dcat:Distribution'),
		'dct:title': z.string(),
		'dcat:accessURL': link,
		'dcat:downloadURL': link,
		'dcat:mediaType': z.strictObject({
			'@id': z.string().startsWith('https://www.iana.org/assignments/media-types/'),
		}),
	})
	const Dataset = z.strictObject({
		...Shared,
		'@type': z.literal('dcat:Dataset'),
		'dct:identifier': z.enum(OPEN_TABLE_NAMES),
		'dct:spatial': z.array(
			z.strictObject({ '@type': z.literal('dct:Location'), 'rdfs:label': z.array(z.unknown()).min(1) }),
		),
		'dct:temporal': z
			.strictObject({ '@type': z.literal('dct:PeriodOfTime'), 'dcat:startDate': year, 'dcat:endDate': year })
			.nullable(),
		'dcat:landingPage': z.array(link).length(2),
		'dcat:distribution': z.array(Distribution).length(4),
	})
	const Catalogue = z.strictObject({
		...Shared,
		'@context': z.record(z.string(), z.url()),
		'@type': z.literal('dcat:Catalog'),
		'foaf:homepage': z.array(link).length(2),
		'dcat:dataset': z.array(Dataset),
	})
	const records = [aPlanRecord({ plan: aPlan({ startsOn: '2023-05', endsOn: '2025-12-31' }) })]
	const members = records.map(({ plan }) => ({ ...plan.member, isDemonstration: false }))

	test('has every property that DCAT asks for, in both languages, for every table', () => {
		const catalogue = dataCatalogue([described('en'), described('id')], worldOf({ records, members }))
		expect(Catalogue.parse(catalogue)['dcat:dataset'].map((one) => one['dct:identifier'])).toEqual([
			...OPEN_TABLE_NAMES,
		])
		const used = new Set(
			[...JSON.stringify(catalogue).matchAll(/"([a-z]+):[A-Za-z]+"/g)].map(([, prefix]) => prefix),
		)
		expect([...used].sort()).toEqual(Object.keys(catalogue['@context']).sort())
	})

	test('names the years of the plans; without a plan, none', () => {
		const [first] = dataCatalogue([described('en')], worldOf({ records }))['dcat:dataset']
		expect(first?.['dct:temporal']).toMatchObject({
			'dcat:startDate': { '@value': '2023' },
			'dcat:endDate': { '@value': '2025' },
		})
		expect(dataCatalogue([described('en')], worldOf({}))['dcat:dataset'][0]?.['dct:temporal']).toBeNull()
	})

	test.each(LICENCES)(
		'and the data package and search engines say the licence that the host chose: %s',
		(licence) => {
			const said = { ...described('en'), licence }
			const { path } = LICENCE_TEXTS[licence]
			expect(dataCatalogue([said], worldOf({}))['dct:license']).toEqual({ '@id': path })
			expect(dataPackage(said).licenses).toEqual([{ name: licence, ...LICENCE_TEXTS[licence] }])
			expect(searchedDataset(said)).toMatchObject({ '@type': 'Dataset', license: path, url: said.address })
		},
	)
})
