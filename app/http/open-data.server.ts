import { dayIn } from '#app/domain/calendar.ts'
import { findOpenRecords } from '#app/domain/open-data/queries.server.ts'
import { OpenDataQuery } from '#app/domain/open-data/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { dataCatalogue } from '#app/export/data-catalogue.ts'
import { dataPackage } from '#app/export/data-package.ts'
import type { Described } from '#app/export/data-package.ts'
import { openArchive } from '#app/export/open-archive.ts'
import { OPEN_TABLES, OPEN_TABLE_NAMES } from '#app/export/open-tables.ts'
import type { OpenTableName, OpenWorld } from '#app/export/open-tables.ts'
import { openWorkbook } from '#app/export/open-workbook.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { apiAnswer, apiQuery, withDifferences } from './api-answer.server.ts'
import type { Visit } from './guard.server.ts'
import { newestCheckpoint } from './log-answer.server.ts'
import { csvAnswer, xlsxAnswer } from './table-answer.server.ts'

const TABLE_FILE = /^([a-z-]+)\.(csv|xlsx|json|jsonl)$/
const PACKAGE_FILE = /^datapackage(\.id)?\.json$/
const SITE_FILE = /^site(?:-(0|[1-9]\d{0,8}))?\.zip$/

/**
 * The open data that an address asks for: a table as `.csv`, `.xlsx`, `.json` or `.jsonl`, what is in the tables as
 * `datapackage.json` (`datapackage.id.json` in Indonesian) and for portals as `catalogue.jsonld`, or all of it at once as
 * `site-<length of the log>.zip`; `site.zip` leads to the newest. Refuses with `not_found`, also where the log has
 * another length by now.
 */
export async function openDataAnswer(visit: Visit): Promise<Response> {
	const { file = '' } = visit.params
	if (SITE_FILE.test(file)) return siteAnswer(visit, SITE_FILE.exec(file)?.[1])
	if (PACKAGE_FILE.test(file)) return packageAnswer(visit, file.includes('.id.') ? 'id' : 'en')
	if (file === 'catalogue.jsonld') return catalogueAnswer(visit)
	const [, asked, format] = TABLE_FILE.exec(file) ?? []
	const name = OPEN_TABLE_NAMES.find((known) => known === asked)
	if (name === undefined) throw new Refusal('not_found')
	return tableAnswer(visit, name, format)
}

async function tableAnswer(visit: Visit, name: OpenTableName, format: string | undefined): Promise<Response> {
	const { lang = 'en', ...narrowed } = apiQuery(visit, OpenDataQuery)
	const world = await worldOf(visit, narrowed)
	const { rows, items } = OPEN_TABLES[name]
	if (format === 'json') return apiAnswer(visit, { items: items(world), next: null })
	if (format === 'jsonl') return withDifferences(visit, linesAnswer(items(world), `${name}.jsonl`))
	if (format === 'csv') return withDifferences(visit, csvAnswer(writeCsv(rows(world)), `${name}.csv`))
	const workbook = openWorkbook(name, rows(world), describedIn(visit, lang, 0))
	return withDifferences(visit, xlsxAnswer(writeXlsx(workbook), `${name}.xlsx`))
}

async function worldOf(visit: Visit, narrowed: Pick<OpenDataQuery, 'plan' | 'member'>): Promise<OpenWorld> {
	return {
		...(await findOpenRecords(visit.ctx, narrowed)),
		origin: visit.url.origin,
		dayOf: ({ member }) => dayIn(member.timeZone, visit.ctx.now),
	}
}

async function packageAnswer(visit: Visit, lang: 'en' | 'id'): Promise<Response> {
	const { size } = await newestCheckpoint(visit)
	return forEverySite(dataPackage(describedIn(visit, lang, size)), 'application/json')
}

async function catalogueAnswer(visit: Visit): Promise<Response> {
	const { size } = await newestCheckpoint(visit)
	const described = LOCALES.map((locale) => describedIn(visit, locale, size))
	return forEverySite(dataCatalogue(described, await worldOf(visit, {})), 'application/ld+json')
}

function describedIn({ url, load }: Visit, locale: Locale, ledgerSize: number): Described {
	const address = `${url.origin}/${locale}/data`
	return { ...{ locale, say: sayIn(locale), address, ledgerSize }, licence: load.config.openDataLicence }
}

function forEverySite(value: object, type: string): Response {
	const headers = { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }
	return new Response(JSON.stringify(value), { headers })
}

/** Everything at once. It is made anew where the log has grown, and kept with the other public pages until then. */
async function siteAnswer(visit: Visit, asked: string | undefined): Promise<Response> {
	const { size, text } = await newestCheckpoint(visit)
	const name = `site-${String(size)}.zip`
	if (asked === undefined) {
		return new Response(null, { status: 302, headers: { Location: `/files/open-data/${name}` } })
	}
	if (asked !== String(size)) throw new Refusal('not_found')
	const world = await worldOf(visit, {})
	const told = LOCALES.map((locale) => ({
		ending: locale === 'en' ? '' : `.${locale}`,
		described: describedIn(visit, locale, size),
	}))
	const archive = openArchive(world, { told, checkpoint: text })
	return withDifferences(visit, savedAs(archive, 'application/zip', name))
}

function linesAnswer(items: readonly object[], fileName: string): Response {
	return savedAs(
		items.map((item) => `${JSON.stringify(item)}\n`).join(''),
		'application/jsonl; charset=utf-8',
		fileName,
	)
}

function savedAs(body: string | Uint8Array<ArrayBuffer>, type: string, fileName: string): Response {
	const headers = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` }
	return new Response(body, { headers })
}
