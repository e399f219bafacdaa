import type { CodingImportOutcome } from '#app/domain/coding-import/commands.server.ts'
import type { Say } from '#app/i18n/translate.ts'
import type { TableFindings } from '#app/import/irm-findings.ts'
import type { ImportProblem } from '#app/import/problem.ts'
import { bothOf, inBoth, jsonOf, linesOf } from './import-lines.ts'

/** What came of the command. */
export type CodingResult =
	| { readonly kind: 'problems'; readonly problems: readonly ImportProblem[] }
	| {
			readonly kind: 'done'
			readonly outcome: CodingImportOutcome
			readonly findings: TableFindings
			readonly dryRun: boolean
	  }
type Done = Extract<CodingResult, { kind: 'done' }>

/** Long lists are shown this far; `--json` has all of them. */
const SHOWN = 12

/** The result for people: every sentence in both languages. */
export function codingLines(result: CodingResult): readonly string[] {
	if (result.kind === 'problems') return linesOf({ ...result, notices: [] })
	return [...placedLines(result), ...ambiguousLines(result), ...countedLines(result)]
}

/** The result for programs: counts, places and every ambiguous cell, with the sentences in both languages. */
export function codingJson(result: CodingResult): object {
	if (result.kind === 'problems') return jsonOf({ ...result, notices: [] })
	const { outcome, findings, dryRun } = result
	return {
		outcome: changesNothing(result) ? 'unchanged' : 'imported',
		dryRun,
		rows: findings.rows,
		...outcome,
		findings,
		message: bothOf((say) => headline(result, say)),
	}
}

function changesNothing({ outcome }: Done): boolean {
	return Object.keys(outcome.added).length === 0 && outcome.noted === 0
}

function headline(result: Done, say: Say): string {
	if (changesNothing(result)) return say('import.codings.unchanged', { rows: result.findings.rows })
	const { added, report } = result.outcome
	return say(result.dryRun ? 'import.codings.would-import' : 'import.codings.imported', {
		members: report.members.new.length,
		plans: added['action-plan.published'] ?? 0,
		commitments: added['commitment.published'] ?? 0,
		codings: added['irm-coding.published'] ?? 0,
	})
}

/** Where the rows went: the four counts add up to all rows. */
function placedLines(result: Done): readonly string[] {
	const { rows, codings } = result.outcome.report
	return [
		...inBoth((say) => headline(result, say)),
		...inBoth((say) => say('import.codings.rows', { ...rows, all: result.findings.rows })),
		...inBoth((say) => say('import.codings.values', codings)),
		...inBoth((say) => say('import.codings.noted', { count: result.outcome.noted })),
	]
}

function ambiguousLines({ outcome: { report }, findings }: Done): readonly string[] {
	const { repeats, here, doubles, unmatched, differing, planYears } = report
	const { fractions, memberNames } = findings
	return [
		...listed('import.codings.here', here, ({ rowId, commitmentId }) => `${rowId} = ${commitmentId}`),
		...listed('import.codings.doubles', doubles, ({ rowId, sameAs }) => `${rowId} = ${sameAs}`),
		...listed(
			'import.codings.unmatched',
			unmatched,
			({ rowId, planId, title }) => `${rowId} (${planId}) ${title}`,
		),
		...listed('import.codings.differing', differing, (each) => {
			const { commitmentId, indicator, before, given } = each
			return `${commitmentId} ${indicator}: ${before} / ${given}`
		}),
		...listed('import.codings.repeats', repeats, ({ planId, number, rowIds }) => {
			return `${planId} ${number}: ${rowIds.join(', ')}`
		}),
		...listed(
			'import.codings.fractions',
			fractions,
			({ rowId, text, number }) => `${rowId} ${text} → ${number}`,
		),
		...listed(
			'import.codings.names',
			memberNames,
			({ memberId, names }) => `${memberId}: ${names.join(', ')}`,
		),
		...listed(
			'import.codings.plan-years',
			planYears,
			({ planId, years }) => `${planId}: ${years.join(', ')}`,
		),
	]
}

function countedLines({ findings }: Done): readonly string[] {
	const { days, noValue, offScale } = findings
	return [
		...inBoth((say) => say('import.codings.days', { ...days, orderUnknown: days.order_unknown })),
		...inBoth((say) => say('import.codings.no-value')),
		...wordLines(noValue),
		...inBoth((say) => say('import.codings.off-scale')),
		...wordLines(offScale),
	]
}

function wordLines(counts: TableFindings['noValue']): readonly string[] {
	return Object.entries(counts).map(([group, words]) => {
		const each = Object.entries(words).map(([word, count]) => `${word} ${String(count)}`)
		return `    ${group}: ${each.join(', ')}`
	})
}

export function listed<Item>(
	key: string,
	items: readonly Item[],
	line: (item: Item) => string,
): readonly string[] {
	if (items.length === 0) return []
	const more = items.length - SHOWN
	return [
		...inBoth((say) => say(key, { count: items.length })),
		...items.slice(0, SHOWN).map((item) => `    ${line(item)}`),
		...(more > 0 ? inBoth((say) => say('import.codings.more', { count: more })) : []),
	]
}
