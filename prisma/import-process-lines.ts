import type { ProcessReport } from '#app/domain/process-finding/schema.ts'
import type { Say } from '#app/i18n/translate.ts'
import type { ImportProblem } from '#app/import/problem.ts'
import { listed } from './import-codings-lines.ts'
import { bothOf, inBoth, jsonOf, linesOf } from './import-lines.ts'

/** What came of importing the process database. */
export type ProcessResult =
	| { readonly kind: 'problems'; readonly problems: readonly ImportProblem[] }
	| { readonly kind: 'done'; readonly report: ProcessReport; readonly dryRun: boolean }
type Done = Extract<ProcessResult, { kind: 'done' }>

/** Whether nothing was written because a row says something else than before. */
export function differs(result: ProcessResult): boolean {
	return result.kind === 'done' && result.report.differing.length > 0
}

/** The result for people: every sentence in both languages. */
export function processLines(result: ProcessResult): readonly string[] {
	if (result.kind === 'problems') return linesOf({ ...result, notices: [] })
	const { newPlans, years, differing } = result.report
	return [
		...inBoth((say) => headline(result, say)),
		...listed('import.process.differing', differing, ({ row, planId }) => `${String(row)}: ${planId}`),
		...listed('import.process.new-plans', newPlans, (id) => id),
		...listed(
			'import.process.years',
			years,
			({ planId, before, given }) => `${planId}: ${before} / ${given}`,
		),
	]
}

/** The result for programs, with the sentence in both languages. */
export function processJson(result: ProcessResult): object {
	if (result.kind === 'problems') return jsonOf({ ...result, notices: [] })
	return {
		outcome: outcomeOf(result),
		dryRun: result.dryRun,
		...result.report,
		message: bothOf((say) => headline(result, say)),
	}
}

function outcomeOf({ report }: Done): 'differs' | 'unchanged' | 'imported' {
	if (report.differing.length > 0) return 'differs'
	return report.rows.new === 0 ? 'unchanged' : 'imported'
}

function headline(result: Done, say: Say): string {
	const { rows, newMembers, newPlans } = result.report
	const outcome = outcomeOf(result)
	if (outcome === 'differs') return say('import.process.differs')
	if (outcome === 'unchanged') return say('import.process.unchanged', { rows: rows.same })
	return say(result.dryRun ? 'import.process.would-import' : 'import.process.imported', {
		rows: rows.new,
		same: rows.same,
		members: newMembers.length,
		plans: newPlans.length,
	})
}
