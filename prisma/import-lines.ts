import type { ImportOutcome } from '#app/domain/action-plan/commands.server.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say, Values } from '#app/i18n/translate.ts'
import type { ImportNotice, ImportProblem } from '#app/import/problem.ts'
import type { UsageFault } from './import-arguments.ts'

/** What came of the command: it was not understood, the file has problems, or the plan took it or not. */
export type ImportResult =
	| { readonly kind: 'usage'; readonly fault: UsageFault }
	| {
			readonly kind: 'problems'
			readonly problems: readonly ImportProblem[]
			readonly notices: readonly ImportNotice[]
	  }
	| {
			readonly kind: 'outcome'
			readonly outcome: ImportOutcome
			readonly dryRun: boolean
			readonly notices: readonly ImportNotice[]
	  }

const LANGUAGES = { en: sayIn('en'), id: sayIn('id') }

/** 0: done, or nothing to do; 1: the file or the plan stands against it; 2: the command was not understood. */
export function exitCodeOf(result: ImportResult): number {
	if (result.kind === 'usage') return 2
	return result.kind === 'outcome' && result.outcome.outcome === 'imported' ? 0 : 1
}

/** The result for people: every sentence in both languages. */
export function linesOf(result: ImportResult): readonly string[] {
	if (result.kind === 'usage') return inBoth((say) => say(result.fault.key, result.fault.values))
	const notices = result.notices.flatMap((notice) => inBoth((say) => noticeLine(notice, say)))
	if (result.kind === 'problems') {
		const count = result.problems.length
		return [
			...result.problems.flatMap((problem) => inBoth((say) => problemLine(problem, say))),
			...notices,
			...inBoth((say) => say('import.result.errors', { count })),
		]
	}
	return [...notices, ...outcomeLines(result.outcome, result.dryRun)]
}

/** The result for programs: codes, places, and the sentences in both languages. */
export function jsonOf(result: ImportResult): object {
	if (result.kind === 'usage')
		return { outcome: 'usage', message: bothOf((say) => say(result.fault.key, result.fault.values)) }
	const notices = result.notices.map((notice) => ({
		...notice,
		message: bothOf((say) => noticeLine(notice, say)),
	}))
	if (result.kind === 'outcome') return { ...result.outcome, dryRun: result.dryRun, problems: [], notices }
	const problems = result.problems.map((problem) => ({
		...problem,
		message: bothOf((say) => sentence(problem, say)),
	}))
	return { outcome: 'problems', problems, notices }
}

function outcomeLines(outcome: ImportOutcome, dryRun: boolean): readonly string[] {
	const { planId: plan } = outcome
	if (outcome.outcome === 'published_here')
		return inBoth((say) => say('import.result.published-here', { plan }))
	if (outcome.outcome === 'differs') {
		return [
			...inBoth((say) => say('import.result.differs', { plan })),
			...outcome.differences.flatMap(({ recordId, field, stored, given }) => {
				const values = { record: recordId, field, stored: short(stored), given: short(given) }
				return inBoth((say) => say('import.result.difference', values))
			}),
		]
	}
	const counts = Object.values(outcome.added)
	const acts = counts.reduce((sum, count) => sum + count, 0)
	if (acts === 0) return inBoth((say) => say('import.result.unchanged', { plan }))
	const values: Values = {
		plan,
		acts,
		commitments: outcome.added['commitment.published'] ?? 0,
		milestones: outcome.added['milestone.published'] ?? 0,
		claims: outcome.added['progress-update.published'] ?? 0,
		codings: outcome.added['irm-coding.published'] ?? 0,
	}
	return inBoth((say) => say(dryRun ? 'import.result.would-import' : 'import.result.imported', values))
}

function problemLine(problem: ImportProblem, say: Say): string {
	return `${placeOf(problem, say)}: ${sentence(problem, say)}`
}

function sentence({ code, row, column, value, detail }: ImportProblem, say: Say): string {
	return say(`import.error.${code}`, {
		row: row ?? '',
		column: column ?? '',
		value: value ?? '',
		detail: detail ?? '',
	})
}

function placeOf({ row, column }: ImportProblem, say: Say): string {
	if (row !== null)
		return say(column === null ? 'import.where.row' : 'import.where.row-column', {
			row,
			column: column ?? '',
		})
	return column === null || column === '' ? say('import.where.file') : say('import.where.column', { column })
}

function noticeLine({ code, detail }: ImportNotice, say: Say): string {
	return say(`import.notice.${code}`, { detail })
}

/** Enough of a value to recognise it. */
function short(value: unknown): string {
	const text = JSON.stringify(value)
	return text.length > 160 ? `${text.slice(0, 159)}…`.toWellFormed() : text
}

/** A line in both languages; one line where they are the same. */
export function inBoth(line: (say: Say) => string): readonly string[] {
	const [en, id] = [line(LANGUAGES.en), line(LANGUAGES.id)]
	return en === id ? [en] : [en, `    ${id}`]
}

/** A sentence in both languages, for programs. */
export function bothOf(line: (say: Say) => string): { en: string; id: string } {
	return { en: line(LANGUAGES.en), id: line(LANGUAGES.id) }
}
