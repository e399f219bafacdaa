import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { importerFor } from '#app/domain/plan-import/rules.ts'
import { actsFromImport, codingAct, countByKind } from '#app/domain/plan-import/view.ts'
import type { ActCounts, ImportSetting } from '#app/domain/plan-import/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findRuleSetOn } from '#app/domain/rule-set/queries.server.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { memberRow } from '#app/domain/member-name/view.ts'
import { noteRows } from '#app/domain/source-note/view.ts'
import { findStoredRecord } from './queries.server.ts'
import type { CodedRow, PlacingReport } from './schema.ts'
import { placeRows } from './view.ts'
import type { Placing } from './view.ts'

/** Where members come from that such a table is the first to name. */
const MEMBER_SOURCE = "OGP's table of commitments"

/** What an import of a table did or, in a dry run, would do. */
export type CodingImportOutcome = {
	readonly added: ActCounts
	/** Rows of which it is newly kept what they leave open. */
	readonly noted: number
	readonly report: PlacingReport
}

/**
 * Imports OGP's table of commitments, all of it or nothing: new members and plans with their commitments and what the
 * IRM said of them; of commitments that are here already only the IRM's values. The same table again changes nothing.
 *
 * Refuses  with `not_allowed`, `not_found` (no rule set for national plans).
 */
export async function importCodings(
	ctx: Context,
	rows: readonly CodedRow[],
	{ dryRun = false }: { dryRun?: boolean } = {},
): Promise<CodingImportOutcome> {
	return ctx.db.$transaction(
		async (tx) => {
			const stored = await findStoredRecord(tx)
			const placing = placeRows(rows, stored, utcDay(ctx.now))
			const notes = noteRows(placing.located, placing.report.repeats, stored.noted)
			const importer = importerFor(ctx.actor, memberIdsOf(placing, rows))
			if (importer === null) throw new Refusal('not_allowed')
			const ruleSet = await findRuleSetOn(tx, 'NATIONAL', utcDay(ctx.now))
			if (!ruleSet) throw new Refusal('not_found')
			const acts = actsOf(placing, {
				ruleSetId: ruleSet.id,
				actorOrganizationId: importer,
				importedById: importer,
				on: utcDay(ctx.now),
				at: ctx.now,
			})
			if (!dryRun && acts.length > 0) {
				const members = placing.members.map((member) => memberRow(member, MEMBER_SOURCE, ctx.now))
				const writing = insertTables(tx, [['Member', members], ...tablesOf(acts)])
				const [leaves] = await Promise.all([hashed(acts.map(actFrom)), writing])
				await appendActs(tx, leaves)
			}
			if (!dryRun) await insertTables(tx, [['SourceNoteRow', notes]])
			return { added: countByKind(acts), noted: notes.length, report: placing.report }
		},
		{ timeout: 120_000, maxWait: 120_000 },
	)
}

function memberIdsOf({ plans }: Placing, rows: readonly CodedRow[]): readonly string[] {
	return [...new Set([...rows.map(({ member }) => member.id), ...plans.map(({ plan }) => plan.memberId)])]
}

function actsOf({ plans, additions, codings }: Placing, setting: ImportSetting): readonly ActRows[] {
	return [
		...plans.flatMap((plan) => actsFromImport(plan, setting)),
		...additions.flatMap(({ plan, given }) =>
			actsFromImport(given, setting).flatMap((act): readonly ActRows[] => {
				if (act.kind === 'action-plan.published') return []
				if (act.kind !== 'commitment.published') return [act]
				const position = act.commitment.position + plan.lastPosition
				return [{ ...act, commitment: { ...act.commitment, position } }]
			}),
		),
		...codings.map(({ coding, ...about }) => codingAct(coding, about, setting)),
	]
}
