import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PlanFiles } from '#app/components/plan-file/plan-files.tsx'
import { PlanPreviewPage } from '#app/components/plan-file/plan-preview.tsx'
import { UpdateFiles } from '#app/components/plan-file/update-files.tsx'
import { UpdatesPreviewPage } from '#app/components/plan-file/updates-preview.tsx'
import { WordsProvider } from '#app/components/words.tsx'
import { PLAN_FILE_AIMS, planPreview } from '#app/domain/plan-file/view.ts'
import { ROW_VERDICTS } from '#app/domain/update-file/rules.ts'
import { fileProblem } from '#app/import/file-problem.ts'
import { PROBLEM_CODES } from '#app/import/problem.ts'
import { aPlanFile } from '#tests/factories/plan-file.ts'

const person = { name: 'Point of contact' }
const LOCALES = ['en', 'id'] as const

function page(element: ReactElement, locale: 'en' | 'id' = 'en'): string {
	const html = renderToStaticMarkup(
		<WordsProvider locale={locale} path={`/${locale}/poc/files`}>
			{element}
		</WordsProvider>,
	)
	// A sentence whose gap nothing fills keeps its braces.
	expect(html).not.toMatch(/\{\{|undefined|\[object/)
	return html
}

const stored = (file: ReturnType<typeof aPlanFile>) => ({
	plan: { ...file.plan, fields: { ...file.plan.fields } },
	commitments: file.commitments.map((row) => ({ ...row, fields: { ...row.fields } })),
	milestones: file.milestones.map((row) => ({ ...row, fields: { ...row.fields } })),
})

describe.each(LOCALES)('in %s', (locale) => {
	test('every fault of a file has a sentence beside its cell', () => {
		const problems = PROBLEM_CODES.map((code) =>
			fileProblem(code, { place: 'Commitments!F12', value: 'x', detail: 'y' }),
		)
		const html = page(
			<PlanFiles plans={[]} drafts={[]} members={[]} withoutRules={[]} problems={problems} person={person} />,
			locale,
		)
		expect(html.split('Commitments!F12').length - 1).toBeGreaterThanOrEqual(PROBLEM_CODES.length)
		expect(html).toContain('href="#problems-caption"')
		expect(html).toContain('id="problems-caption"')
	})

	test.each(PLAN_FILE_AIMS)('a file that becomes %s says what changes, and has one button', (aim) => {
		const there = stored(aPlanFile('Before'))
		const file = { ...stored(aPlanFile('After\nsecond line')), milestones: [] }
		const preview = planPreview({ id: 'p', fileName: 'plan.xlsx' }, { aim, memberId: 'm', there, file })
		const html = page(<PlanPreviewPage preview={preview} person={person} refusal={null} />, locale)
		expect(html).toContain('After\nsecond line')
		expect(html.match(/<button/g)).toHaveLength(1)
	})

	test('an unchanged file has no button', () => {
		const there = stored(aPlanFile('Same'))
		const content = { aim: 'AMENDMENT' as const, memberId: 'm', there, file: there }
		const preview = planPreview({ id: 'p', fileName: 'plan.xlsx' }, content)
		const html = page(<PlanPreviewPage preview={preview} person={person} refusal={null} />, locale)
		expect(html).not.toContain('<button')
	})

	test('each row of a file of reports has its result, before and after it is taken', () => {
		const rows = ROW_VERDICTS.map((verdict) => ({
			key: verdict,
			name: 'Milestone',
			place: 'Updates!A3',
			verdict,
			level: 'LIMITED',
			faults: verdict === 'FAULTY' ? [{ place: 'Updates!H3', message: 'task.missing.DONE', values: {} }] : [],
		}))
		const before = { id: 'p', fileName: 'updates.xlsx', rows, taken: null }
		expect(page(<UpdatesPreviewPage preview={before} person={person} />, locale)).toContain('Updates!H3')
		const taken = { READY: null, CHANGED: 'changed_meanwhile' }
		const after = page(<UpdatesPreviewPage preview={{ ...before, taken }} person={person} />, locale)
		expect(after).not.toContain('<button')
		page(<UpdateFiles open={2} problems={[]} person={person} />, locale)
	})
})
