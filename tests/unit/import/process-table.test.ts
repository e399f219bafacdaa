import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMemberNames } from '#app/domain/member-name/queries.server.ts'
import { PROCESS_QUESTIONS } from '#app/domain/process-finding/rules.ts'
import { placeProcess } from '#app/domain/process-finding/view.ts'
import { publishedTable } from '#app/import/published-table.ts'
import { readProcessTable } from '#app/import/process-table.ts'

const names = readMemberNames()
const bytesOf = (file: string) => new Uint8Array(readFileSync(`prisma/seed/data/${file}`))
const text = readFileSync('prisma/seed/data/ogp_process_database_2016.csv', 'utf8')
const readText = (changed: string) => readProcessTable(new TextEncoder().encode(changed), names)
const read = readText(text)
const rows = 'rows' in read ? read.rows : []

test.each([
	['ogp_commitments_multicountry.csv', 'COMMITMENTS'],
	['ogp_process_database_2016.csv', 'PROCESS'],
	['us_nap5_commitments.csv', null],
])('the file %s is told by its header: %s', (file, kind) => {
	expect(publishedTable(bytesOf(file))).toBe(kind)
})

test('all 87 rows are read with every answer as published', () => {
	expect(rows).toHaveLength(87)
	const albania = rows.find(({ member, planNumber }) => member.id === 'albania' && planNumber === '2')
	expect(albania?.answers).toMatchObject({ NOTICE_DAYS: '17', STEPS_FOLLOWED: '4', REPORT_PUBLISHED: 'Yes' })
	expect(rows.every(({ answers }) => Object.keys(answers).length === PROCESS_QUESTIONS.length)).toBe(true)
})

test('a plan of which only this database speaks gets its number and year, and no commitments', () => {
	const { plans, members, report } = placeProcess(
		rows,
		{ members: [], plans: [], findings: [] },
		'2026-11-22',
	)
	expect(members).toHaveLength(46)
	expect(plans).toHaveLength(87)
	expect(report).toMatchObject({ rows: { new: 87, same: 0 }, differing: [] })
	const last = plans.find(({ plan }) => plan.id === 'az-nap2')
	expect(last).toMatchObject({ plan: { submittedOn: '2016', status: 'ENDED' }, commitments: [] })
})

test('a year that differs from the plan’s own is said, and neither is changed', () => {
	const plan = { id: 'mx-nap1', memberId: 'mexico', number: '1', submittedOn: '2011' }
	const { report } = placeProcess(rows, { members: [], plans: [plan], findings: [] }, '2026-11-22')
	expect(report.years).toEqual([{ planId: 'mx-nap1', before: '2011', given: '2012' }])
})

test.each([
	[
		'Albania,1,',
		'Atlantis,1,',
		{ code: 'member_unknown', row: 2, column: 'Country name', value: 'Atlantis' },
	],
	['Albania,1,', 'Albania,,', { code: 'value_missing', row: 2, column: 'Action Plan Number' }],
	['Albania,1,', 'Albania,?,', { code: 'key_unusable', row: 2, column: 'Action Plan Number' }],
	['Albania,2,', 'Albania,1,', { code: 'key_twice', row: 3, detail: '2' }],
	['Change of executive', 'Changes', { code: 'column_missing', column: 'Change of executive' }],
])('%s changed into %s stops the file and is named', (from, to, fault) => {
	const found = readText(text.replace(from, to))
	expect('problems' in found && found.problems[0]).toMatchObject(fault)
})
