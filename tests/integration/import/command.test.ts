import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { problem } from '#app/import/problem.ts'
import { importArguments } from '#prisma/import-arguments.ts'
import { exitCodeOf, jsonOf, linesOf } from '#prisma/import-lines.ts'
import { importTable } from '#prisma/import-tables.ts'
import type { ImportResult } from '#prisma/import-lines.ts'
import { aTenColumnFile } from '#tests/factories/import-file.ts'

const place = mkdtempSync(join(tmpdir(), 'renaksi-import-'))
afterAll(() => {
	rmSync(place, { recursive: true })
})

const file = join(place, 'plan.csv')
writeFileSync(file, aTenColumnFile('1;;A;;;31/02/2014;;;;', '2;;;;;;;;;'))

test('the file, the plan and what is said of it are understood', () => {
	const asked = importArguments([
		file,
		'--plan',
		'id-nap8',
		'--title',
		'Eight',
		'--ends',
		'2028-12',
		'--lang',
		'id',
		'--dry-run',
	])
	expect(asked).toMatchObject({
		file: 'plan.csv',
		planId: 'id-nap8',
		memberId: null,
		language: 'id',
		plan: { title: 'Eight', endsOn: '2028-12' },
		dryRun: true,
	})
})

test.each([
	['ogp_commitments_multicountry.csv', 'COMMITMENTS'],
	['ogp_process_database_2016.csv', 'PROCESS'],
])('OGP’s table %s is told by its header and needs no plan', (name, table) => {
	const path = `prisma/seed/data/${name}`
	expect(importArguments([path, '--dry-run'])).toMatchObject({ table, dryRun: true })
	expect(importArguments([path, '--plan', 'id-nap8'])).toMatchObject({ planId: 'id-nap8' })
})

test('another file without a plan asks for the plan', () => {
	expect(importArguments([file])).toMatchObject({ key: 'import.usage.plan' })
})

test('a name that is in no table stops OGP’s table, and the line says row, column, name and what to do', async () => {
	const text = readFileSync('prisma/seed/data/ogp_process_database_2016.csv', 'utf8')
	const bytes = new TextEncoder().encode(text.replace('Albania,1,', 'Atlantis,1,'))
	const said = await importTable({ table: 'PROCESS', bytes, dryRun: false }, new Date(0), () =>
		Promise.reject(new Error('a database was opened')),
	)
	expect(said.exitCode).toBe(1)
	expect(said.lines[0]).toBe(
		"Row 2, “Country name”: “Atlantis” is not in the table of members' names. Add the name to prisma/seed/data/member-names.csv with the member it stands for, or correct it.",
	)
})

test('without a mapping the known ones are tried, our own layout first', () => {
	const asked = importArguments([file, '--plan', 'id-nap8'])
	expect('mappings' in asked && asked.mappings.map(({ name }) => name)).toEqual([
		'ten-columns',
		'canada-nap5-indicators',
		'us-nap5-subcommitments',
	])
})

test.each([
	['nothing at all', [], 'import.usage'],
	['an unknown option', [file, '--plan', 'id-nap8', '--force'], 'import.usage'],
	['two files', [file, file, '--plan', 'id-nap8'], 'import.usage'],
	['no plan', [file], 'import.usage.plan'],
	['a plan with capitals', [file, '--plan', 'NAP8'], 'import.usage.plan'],
	['a third language', [file, '--plan', 'id-nap8', '--lang', 'fr'], 'import.usage.lang'],
	['a file that is not there', [join(place, 'no.csv'), '--plan', 'id-nap8'], 'import.usage.file'],
	['an unknown mapping', [file, '--plan', 'id-nap8', '--mapping', 'eleven-columns'], 'import.usage.mapping'],
	['a mapping that is none', [file, '--plan', 'id-nap8', '--mapping', file], 'import.usage.mapping-broken'],
])('%s is answered with a sentence on how to ask', (_what, argv, key) => {
	const asked = importArguments(argv)
	expect(asked).toMatchObject({ key })
	const result: ImportResult = { kind: 'usage', fault: 'key' in asked ? asked : { key: '', values: {} } }
	expect([exitCodeOf(result), linesOf(result).length]).toEqual([2, 2])
})

test('a problem is told with row, column, value and what to do, in both languages', () => {
	const found = problem('day_impossible', {
		row: 2,
		column: 'Start date',
		value: '31/02/2014',
		detail: 'DMY',
	})
	const result: ImportResult = { kind: 'problems', problems: [found], notices: [] }
	expect(linesOf(result)).toEqual([
		expect.stringMatching(/^Row 2, “Start date”: There is no day “31\/02\/2014”/),
		expect.stringMatching(/^ +Baris 2, “Start date”: Tidak ada tanggal “31\/02\/2014”/),
		'1 problem. Nothing was saved.',
		expect.stringMatching(/Tidak ada yang disimpan/),
	])
	expect(jsonOf(result)).toMatchObject({
		problems: [{ code: 'day_impossible', row: 2, message: { en: expect.any(String) } }],
	})
	expect(exitCodeOf(result)).toBe(1)
})

test.each([
	[
		'what is new',
		{ outcome: 'imported', planId: 'p', added: { 'commitment.published': 2 } },
		0,
		'2 commitments',
	],
	['that nothing is new', { outcome: 'imported', planId: 'p', added: {} }, 0, 'Nothing changed'],
	['that the plan is not for files', { outcome: 'published_here', planId: 'p' }, 1, 'published on this site'],
	[
		'each difference',
		{
			outcome: 'differs',
			planId: 'p',
			differences: [{ recordId: 'p-1', field: 'titleEn', stored: 'A', given: 'B' }],
		},
		1,
		'p-1, titleEn: published "A"; in the file "B"',
	],
] as const)('the command says %s', (_what, outcome, exitCode, sentence) => {
	const result: ImportResult = { kind: 'outcome', outcome, dryRun: false, notices: [] }
	expect(linesOf(result).join('\n')).toContain(sentence)
	expect(exitCodeOf(result)).toBe(exitCode)
})

test('the command itself, on an empty folder: a dry run names every problem and ends with 1', () => {
	const env = {
		PATH: process.env.PATH ?? '',
		NODE_ENV: 'test' as const,
		DATA_DIR: join(place, 'data'),
		SEED: 'reference',
	}
	const argv = ['--import', 'tsx', 'prisma/import.ts', file, '--plan', 'id-nap8', '--dry-run', '--json']
	const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
		env,
		encoding: 'utf8',
		timeout: 60_000,
	})
	expect(status, stderr).toBe(1)
	expect(JSON.parse(stdout)).toMatchObject({
		outcome: 'problems',
		problems: [
			{ row: 2, column: 'Start date', code: 'day_impossible' },
			{ row: 3, column: 'Commitment', code: 'value_missing' },
		],
	})
}, 90_000)
