import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { memberRow } from '#app/domain/member-name/view.ts'
import { importerFor } from '#app/domain/plan-import/rules.ts'
import { actsFromImport } from '#app/domain/plan-import/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findRuleSetOn } from '#app/domain/rule-set/queries.server.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { findStoredProcess } from './queries.server.ts'
import type { ProcessReport, ProcessRow } from './schema.ts'
import { PROCESS_SOURCE, placeProcess } from './view.ts'
import type { ProcessPlacing } from './view.ts'

/**
 * Imports OGP's process database, all of it or nothing: a finding for each plan, and members and plans of which only
 * it speaks. The same table again changes nothing; a row that says something else than before stops it.
 *
 * Refuses  with `not_allowed`, `not_found` (no rule set for national plans).
 */
export async function importProcess(
	ctx: Context,
	rows: readonly ProcessRow[],
	{ dryRun = false }: { dryRun?: boolean } = {},
): Promise<ProcessReport> {
	return ctx.db.$transaction(
		async (tx) => {
			const today = utcDay(ctx.now)
			const placing = placeProcess(rows, await findStoredProcess(tx), today)
			const importer = importerFor(ctx.actor, placing.memberIds)
			if (importer === null) throw new Refusal('not_allowed')
			const ruleSet = await findRuleSetOn(tx, 'NATIONAL', today)
			if (!ruleSet) throw new Refusal('not_found')
			if (dryRun || placing.report.differing.length > 0) return placing.report
			const setting = {
				ruleSetId: ruleSet.id,
				actorOrganizationId: importer,
				importedById: importer,
				on: today,
				at: ctx.now,
			}
			const acts = placing.plans.flatMap((plan) => actsFromImport(plan, setting))
			const members = placing.members.map((member) => memberRow(member, PROCESS_SOURCE, ctx.now))
			await insertTables(tx, [['Member', members], ...tablesOf(acts)])
			if (acts.length > 0) await appendActs(tx, await hashed(acts.map(actFrom)))
			await insertTables(tx, [['ProcessFinding', findingRows(placing, { importer, today })]])
			return placing.report
		},
		{ timeout: 120_000, maxWait: 120_000 },
	)
}

function findingRows({ findings }: ProcessPlacing, { importer, today }: { importer: string; today: string }) {
	return findings.map(({ planId, row }) => ({
		actionPlanId: planId,
		source: PROCESS_SOURCE,
		locator: `row ${String(row.number)}`,
		yearSubmitted: row.yearSubmitted,
		answers: row.answers,
		importedById: importer,
		importedOn: today,
	}))
}
