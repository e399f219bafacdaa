import { expect, test } from 'vitest'
import { Approvals } from '#app/components/workspace/approvals.tsx'
import { ApprovalsDone } from '#app/components/workspace/approvals-done.tsx'
import type { NamedOutcome, OfferedReport } from '#app/domain/progress-batch/view.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { render, textOf } from '../render.ts'

const name = {
	milestoneTitle: { en: 'A portal', id: 'Sebuah portal' },
	commitmentTitle: { en: 'Village budgets', id: 'Anggaran desa' },
	checkpointCode: 'B06',
}
const report = (draftId: string, over: Partial<OfferedReport> = {}): OfferedReport => ({
	...name,
	draftId,
	version: 3,
	isNil: false,
	level: 'SUBSTANTIAL',
	done: { en: 'Opened.', id: 'Dibuka.' },
	evidenceCount: 2,
	submittedBy: 'An officer',
	submittedOn: '2026-07-10',
	dueOn: '2026-06-30',
	...over,
})
const page = { member: null, person: { name: 'A lead' } }
const locales = ['en', 'id'] as const

test.each(locales)(
	'each report has a box, its claim, its evidence and the way to all of it: %s',
	(locale) => {
		const offer = {
			offered: [report('one'), report('two', { level: null, isNil: true })],
			waiting: 2,
			ownReports: 0,
		}
		const html = render(<Approvals offer={offer} {...page} />, { locale })
		expect([...html.matchAll(/value="([^"]+@\d+)"/g)].map((box) => box[1])).toEqual(['one@3', 'two@3'])
		expect(html).toContain(`action="/${locale}/tasks/approvals/approve"`)
		expect(html).toContain(`href="/${locale}/approvals/one"`)
		const said = textOf(html)
		expect(said).toContain(sayIn(locale)('level.SUBSTANTIAL'))
		expect(said).toContain(sayIn(locale)('claim.nil-level'))
		expect(said).toContain(sayIn(locale)('approvals.evidence', { count: 2, number: '2' }))
	},
)

test('where nothing waits there is no form, and reports of one’s own are named', () => {
	const html = render(<Approvals offer={{ offered: [], waiting: 0, ownReports: 1 }} {...page} />)
	expect(html).not.toContain('<form')
	expect(textOf(html)).toContain('1 report is not offered because you sent it yourself')
})

test.each(locales)('what was published leads to its receipt, and what was refused says why: %s', (locale) => {
	const outcomes: readonly NamedOutcome[] = [
		{ id: 'one', reason: null, name },
		{ id: 'two', reason: 'same_person', name },
		{ id: 'three', reason: 'not_found', name: null },
	]
	const html = render(<ApprovalsDone outcomes={outcomes} waiting={4} {...page} />, { locale })
	expect(html).toContain(`href="/${locale}/receipts/one"`)
	expect(html).not.toContain(`href="/${locale}/receipts/two"`)
	const said = textOf(html)
	for (const reason of ['same_person', 'not_found'])
		expect(said).toContain(textOf(sayIn(locale)(`refusal.${reason}`)))
	expect(html).toContain(`href="/${locale}/tasks/approvals"`)
})
