import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { keepPaper, publishPaper } from '#app/domain/paper-contribution/commands.server.ts'
import { findPaperPreview } from '#app/domain/paper-contribution/queries.server.ts'
import { listContributions } from '#app/domain/public-contribution/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { paperTemplate, readPaperFile } from '#app/http/paper-file.server.ts'
import { consult } from '#tests/factories/consultation.ts'
import { anyone } from '#tests/factories/observation.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const FILE = `Nomor;Diterima pada;Isi;Sektor;Nama
1;2026-07-10;Perbaiki jalan ke pasar.;Komunitas;
2;11-7-2026;Buka data anggaran desa.;CSO;Kelompok tani
`

let database: Database
let place: { memberId: string; consultationId: string }
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	place = { memberId: 'example', consultationId: await consult(database) }
})
afterEach(() => database.close())

const keep = (text: string, who: PersonName = 'poc') =>
	keepPaper(as(database, who), place, { fileName: 'kertas.csv', rows: readPaperFile(bytes(text)).rows })
const previewOf = (id: string) => findPaperPreview(as(database, 'poc'), place, id)
const given = () => listContributions(anyone(database), place.consultationId)
const leaves = () => database.db.ledgerEntry.count()

describe('contributions on paper', () => {
	test('are published from a file, each with its place in the log, once', async () => {
		const { id } = await keep(FILE)
		expect(await previewOf(id)).toMatchObject({ count: 2, faulty: [], isTaken: false })
		expect((await given()).contributions).toEqual([])
		await Promise.all([
			publishPaper(as(database, 'poc'), place, id),
			publishPaper(as(database, 'poc'), place, id),
		])
		await publishPaper(as(database, 'poc'), place, id)
		const { contributions } = await given()
		expect(contributions).toHaveLength(2)
		expect(contributions.map(({ said }) => [said?.paperNumber, said?.channel]).sort()).toEqual([
			['1', 'PAPER'],
			['2', 'PAPER'],
		])
		const record = await findRecord(anyone(database), contributions[0]?.recordId ?? '')
		expect([record.matchesEntry, record.entry.actorOrganization]).toEqual([true, 'secretariat'])
		expect(await previewOf(id)).toMatchObject({ isTaken: true, faulty: [] })
	})

	test('of which one line is wrong are stored not at all, and the line says why', async () => {
		const { id } = await keep(`${FILE}3;2026-08-10;Terlambat sekali masuknya.;;\n`)
		expect((await previewOf(id)).faulty).toMatchObject([
			{ row: { line: 4 }, faults: [{ column: 'receivedOn', message: 'paper.received-on.future' }] },
		])
		const before = await leaves()
		await expect(publishPaper(as(database, 'poc'), place, id)).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
		expect([(await given()).contributions.length, await leaves()]).toEqual([0, before])
	})

	test('that were taken in before are not taken in again', async () => {
		await publishPaper(as(database, 'poc'), place, (await keep(FILE)).id)
		const again = await keep(FILE)
		expect((await previewOf(again.id)).faulty).toHaveLength(2)
		await expect(publishPaper(as(database, 'poc'), place, again.id)).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
		expect((await given()).contributions).toHaveLength(2)
	})

	test('are one person’s file: for others it is not there', async () => {
		const { id } = await keep(FILE)
		await expect(publishPaper(as(database, 'secretariat'), place, id)).rejects.toMatchObject({
			reason: 'not_found',
		})
		for (const who of ['officer', 'monitor', 'admin', 'owner'] as const) {
			await expect(publishPaper(as(database, who), place, id)).rejects.toMatchObject({
				reason: 'not_allowed',
			})
			await expect(keep(FILE, who)).rejects.toMatchObject({ reason: 'not_found' })
		}
	})

	test('2,000 of them come in at once', async () => {
		const lines = Array.from(
			{ length: 2000 },
			(_, at) => `${String(at)},2026-07-10,Usul nomor ${String(at)} ini,,`,
		)
		const { id } = await keep(`number,receivedOn,text,sector,name\n${lines.join('\n')}\n`)
		await publishPaper(as(database, 'poc'), place, id)
		expect((await given()).pages).toBe(100)
	})
})

describe('a file', () => {
	test.each(['en', 'id'] as const)('made from the template in %s is understood', (locale) => {
		const { rows, problems } = readPaperFile(
			bytes(`${paperTemplate(locale)}1,2026-07-10,"Usul, dengan koma",Media,'=A\n`),
		)
		expect(problems).toEqual([])
		expect(rows).toEqual([
			{
				line: 2,
				number: '1',
				receivedOn: '2026-07-10',
				text: 'Usul, dengan koma',
				sector: 'MEDIA',
				name: '=A',
			},
		])
	})

	test.each([
		['nothing', '', ['file_empty']],
		['a header alone', 'number,received on,text\n', ['file_empty']],
		['no text column', 'Number,Received on\n1,2026-07-10\n', ['column_missing']],
		['broken quotes', 'Number,Received on,Text\n1,2026-07-10,"x\n', ['quotes_broken']],
		[
			'5,001 lines',
			`Number,Received on,Text\n${'1,2026-07-10,Usul kami semua\n'.repeat(5001)}`,
			['rows_too_many'],
		],
	])('with %s has its sentence', (_what, text, codes) => {
		expect(readPaperFile(bytes(text)).problems.map(({ code }) => code)).toEqual(codes)
	})
})
