import type { Bilingual } from '#app/domain/bilingual.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import type { Described } from './data-package.ts'
import { LICENCE_TEXTS } from './licence.ts'
import { OPEN_TABLE_NAMES } from './open-tables.ts'
import type { OpenWorld } from './open-tables.ts'

/** The formats of a table: the ending of its file, and its kind as IANA registers it. */
const FORMATS = [
	{ ending: 'csv', type: 'text/csv' },
	{ ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
	{ ending: 'json', type: 'application/json' },
	{ ending: 'jsonl', type: 'application/jsonl' },
] as const

const CONTEXT = {
	dcat: 'http://www.w3.org/ns/dcat#',
	dct: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
}

type Spans = Pick<OpenWorld, 'records' | 'members' | 'origin'>

/**
 * The tables as a catalogue that portals of open data collect: one data set for each table, in each of its formats.
 * Source: W3C, Data Catalog Vocabulary (DCAT), version 3.
 */
export function dataCatalogue(described: readonly Described[], world: Spans) {
	const { origin } = world
	const [first] = described
	const site = { '@id': origin, '@type': 'foaf:Agent', 'foaf:name': new URL(origin).host }
	const shared = {
		'dct:publisher': site,
		'dct:license': first ? { '@id': LICENCE_TEXTS[first.licence].path } : null,
		'dcat:version': String(first?.ledgerSize ?? 0),
	}
	return {
		'@context': CONTEXT,
		'@id': `${origin}/files/open-data/catalogue.jsonld`,
		'@type': 'dcat:Catalog',
		'dct:title': inEach(described, 'open-data.title'),
		'dct:description': inEach(described, 'open-data.lead'),
		...shared,
		'foaf:homepage': described.map(({ address }) => ({ '@id': address })),
		'dcat:dataset': OPEN_TABLE_NAMES.map((name) => ({
			'@id': `${first?.address ?? origin}#${name}`,
			'@type': 'dcat:Dataset',
			'dct:identifier': name,
			'dct:title': inEach(described, `open-data.${name}`),
			'dct:description': inEach(described, `open-data.${name}.lead`),
			...shared,
			'dct:spatial': placesOf(world),
			'dct:temporal': periodOf(world),
			'dcat:landingPage': described.map(({ address }) => ({ '@id': address })),
			'dcat:distribution': FORMATS.map((format) => distribution(`${origin}/files/open-data/${name}`, format)),
		})),
	}
}

function distribution(address: string, { ending, type }: (typeof FORMATS)[number]) {
	return {
		'@id': `${address}.${ending}`,
		'@type': 'dcat:Distribution',
		'dct:title': ending.toUpperCase(),
		'dcat:accessURL': { '@id': `${address}.${ending}` },
		'dcat:downloadURL': { '@id': `${address}.${ending}` },
		'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` },
	}
}

function inEach(described: readonly Described[], key: MessageKey) {
	return described.map(({ say, locale }) => ({ '@value': say(key), '@language': locale }))
}

/** The members that the tables speak of; those that are invented name no place. */
function placesOf({ members }: Spans) {
	return members
		.filter(({ isDemonstration }) => !isDemonstration)
		.map(({ name }) => ({ '@type': 'dct:Location', 'rdfs:label': named(name) }))
}

function named(name: Bilingual) {
	return (['en', 'id'] as const).flatMap((locale) => {
		const text = name[locale]
		return text === null ? [] : [{ '@value': text, '@language': locale }]
	})
}

/** From the first to the last year of all plans; nothing where no plan says when it runs. */
function periodOf({ records }: Spans) {
	const years = records
		.flatMap(({ plan }) => [plan.startsOn, plan.endsOn])
		.flatMap((day) => (day === null ? [] : [day.slice(0, 4)]))
		.sort()
	const [first, last] = [years[0], years.at(-1)]
	if (first === undefined || last === undefined) return null
	const year = (value: string) => ({ '@value': value, '@type': 'xsd:gYear' })
	return { '@type': 'dct:PeriodOfTime', 'dcat:startDate': year(first), 'dcat:endDate': year(last) }
}

/** The tables as a data set that search engines know. Source: schema.org, Dataset and DataDownload. */
export function searchedDataset({ say, address, locale, licence }: Omit<Described, 'ledgerSize'>) {
	const { origin } = new URL(address)
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		name: say('open-data.title'),
		description: say('open-data.lead'),
		url: address,
		inLanguage: locale,
		isAccessibleForFree: true,
		license: LICENCE_TEXTS[licence].path,
		creator: { '@type': 'Organization', name: new URL(origin).host, url: origin },
		distribution: OPEN_TABLE_NAMES.flatMap((name) =>
			FORMATS.map(({ ending, type }) => ({
				'@type': 'DataDownload',
				name: say(`open-data.${name}`),
				encodingFormat: type,
				contentUrl: `${origin}/files/open-data/${name}.${ending}`,
			})),
		),
	}
}
