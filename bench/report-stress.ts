import { snapshotId } from '#app/domain/report/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import { progressReportDocument } from '#reports/progress-report/render.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { planOf } from './report/large-plan.ts'

/**
 * Progress reports of plans that no plan should be like, one after the other in one process: how many pages, how long,
 * and the most memory the process took so far.
 */
const CASES: Readonly<Record<string, () => PlanRecord>> = {
	'an empty plan': () => planOf(0),
	'500 commitments, six milestones each': () => planOf(500, 6),
	'10,000 milestones in one commitment': () => planOf(1, 10_000),
	'a commitment whose title is a word of a million letters': () => titled('x'.repeat(1_000_000)),
	'titles of 663 letters, 200 commitments': () =>
		titled('Budgets in the open, '.repeat(32).slice(0, 663), 200),
	'200 commitments in Chinese': () =>
		titled('開放政府國家行動方案，包括五項承諾：「公開資料」。'.repeat(12), 200),
	'switches of direction and emoji, 200 commitments': () => titled('a\u202e\u2066b 🏗️ جلسات عامة (12)', 200),
}

function titled(title: string, commitments = 1): PlanRecord {
	const record = planOf(commitments, 2)
	return {
		...record,
		commitments: record.commitments.map((commitment) => ({
			...commitment,
			title: { en: title, id: null },
			description: { en: title, id: null },
		})),
	}
}

const asked = process.argv.slice(2).find((arg) => !arg.startsWith('--'))
for (const [name, recordOf] of Object.entries(CASES)) {
	if (asked !== undefined && !name.includes(asked)) continue
	const model = aProgressReport(recordOf(), { asOfOn: '2026-11-21' })
	const { blocks, frame } = progressReportDocument({ model, snapshotId: snapshotId(model), locale: 'en' })
	const start = performance.now()
	const bytes = await drawDocument(blocks, frame)
	const seconds = (performance.now() - start) / 1000
	const pages =
		Buffer.from(bytes)
			.toString('latin1')
			.match(/\/Type \/Page\b/g)?.length ?? 0
	const memory = process.resourceUsage().maxRSS / 1024
	process.stdout.write(
		`${name.padEnd(58)}${String(pages).padStart(7)} pages${seconds.toFixed(1).padStart(8)} s${(bytes.length / 2 ** 20).toFixed(1).padStart(8)} MiB${memory.toFixed(0).padStart(7)} MiB memory\n`,
	)
}
