import { expect, test } from 'vitest'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { modelWithoutFindings } from '#app/domain/report/view.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import type { Content } from '#reports/pdf/block.ts'
import { wordsIn } from '#reports/document/words.ts'
import { aSmallReport, blocksOf, headings, saidBy, withHistory } from '../said.ts'

const site = 'https://renaksi.example.org'
const model: ReportModel = { ...withHistory(aSmallReport({ kind: 'status-report' })), site }

const contentsOf = (given: ReportModel): readonly Content[] =>
	blocksOf(given).flatMap((block) =>
		block.kind === 'fields' ? block.fields.flatMap(({ contents }) => contents) : [],
	)

test.each(['en', 'id'] as const)(
	'its chapters are the five expectations and what belongs to them, in %s',
	(locale) => {
		const { say } = wordsIn(locale)
		expect(headings(blocksOf(model, locale), 1)).toEqual([
			say('report.summary'),
			say('report.draft-round'),
			...EXPECTATIONS.map((code, at) =>
				say('report.details.title', { number: at + 1, title: say(`expectation.${code}`) }),
			),
			say('report.requirements'),
			say('report.status.history'),
			say('report.method'),
		])
	},
)

test('each level stands with its reason, its rule and version, its records, what would change it, and what others say', () => {
	const { say } = wordsIn('en')
	const lists = blocksOf(model).flatMap((block) => (block.kind === 'fields' ? [block.fields] : []))
	const labels = [
		'report.expectations.level',
		'report.expectations.rule',
		'expectation.records',
		'remark.beside',
	]
	for (const code of EXPECTATIONS.keys())
		for (const label of labels) expect(lists[code]?.map((field) => field.label)).toContain(say(label))
	expect(saidBy(blocksOf(model))).toContain('rules, version 2020.1-test.')
})

test('it says nothing of single commitments but which of them stand behind a level', () => {
	expect(saidBy(blocksOf(model))).not.toContain('Seven of ten villages publish.')
})

test('each record is a link to its page, and where there are many the rest is on the page of that day', () => {
	const urls = contentsOf(model).flatMap((content) => (content.kind === 'link' ? [content.url] : []))
	expect(urls).toContain(`${site}/en/records/${model.record.plan.id}`)
	const many = model.expectations.map((one) => ({
		...one,
		records: Array.from({ length: 15 }, (_, at) => `r-${String(at)}`),
	}))
	const said = saidBy(blocksOf({ ...model, expectations: many }))
	expect(said).toContain('and 3 more records')
	expect(said).toContain(`/en/expectations/${model.record.plan.member.id}?on=2026-08-01`)
})

test('the history ends with the day of the report, and names what moved', () => {
	const tables = blocksOf(model).flatMap((block) => (block.kind === 'table' ? [block] : []))
	expect(tables.at(-1)?.rows.map(([day]) => day?.text)).toEqual([
		'31 March 2026',
		'30 June 2026',
		'1 August 2026',
	])
	expect(saidBy(blocksOf(model))).toMatch(/not the same all the time|No level was different/)
})

test('before the first quarter has ended there is no history, and that is said', () => {
	expect(saidBy(blocksOf({ ...model, history: [] }))).toContain('No quarter has ended yet')
})

test('when a finding is withdrawn, neither its record nor the levels of before are told any more', () => {
	const records = ['verification-1']
	const behind = model.expectations.map((one) => (one.code === 'E4_REPORTING' ? { ...one, records } : one))
	const frozen = withHistory({ ...model, expectations: behind })
	expect(frozen.recordKinds?.['verification-1']).toBeDefined()
	const left = modelWithoutFindings(frozen, new Set(records), snapshotId(frozen))
	expect([left.history, left.recordKinds?.['verification-1']]).toEqual([undefined, undefined])
	expect(saidBy(blocksOf(left))).toContain(wordsIn('en').say('report.since.left-out'))
	expect(JSON.stringify(left.recordKinds)).not.toContain('verification-1')
})

test('its code leads to the reports of the plan with the number under which the snapshot is published', () => {
	const code = blocksOf(model).find((block) => block.kind === 'qr')
	expect(code?.kind === 'qr' && code.address).toBe(
		`${site}/en/plans/${model.record.plan.id}/reports?snapshot=${'a'.repeat(32)}`,
	)
	expect(blocksOf(aSmallReport({ kind: 'status-report' })).some(({ kind }) => kind === 'qr')).toBe(false)
})

test('it is read from a file as it was frozen', () => {
	expect(readSnapshot(JSON.parse(JSON.stringify(model)))).toEqual({ model })
})
