import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { actsFromImport, codingAct, countByKind } from '#app/domain/plan-import/view.ts'
import type { ActCounts, ImportSetting } from '#app/domain/plan-import/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findRuleSetOn } from '#app/domain/rule-set/queries.server.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import type { Member } from '#prisma/generated/client.ts'
import { findStoredRecord } from './queries.server.ts'
import type { CodedMember, CodedRow } from './schema.ts'
import { placeRows } from './view.ts'
import type { Placing, PlacingReport } from './view.ts'

/** Where members come from that such a table is the first to name. */
const MEMBER_SOURCE = "OGP's table of commitments"

/** What an import of a table did or, in a dry run, would do. */
export type CodingImportOutcome = { readonly added: ActCounts; readonly report: PlacingReport }

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
			const placing = placeRows(rows, await findStoredRecord(tx), utcDay(ctx.now))
			const importer = importingOrganization(ctx.actor, placing, rows)
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
				const members = placing.members.map((member) => memberRow(member, ctx.now))
				const writing = insertTables(tx, [['Member', members], ...tablesOf(acts)])
				const [leaves] = await Promise.all([hashed(acts.map(actFrom)), writing])
				await appendActs(tx, leaves)
			}
			return { added: countByKind(acts), report: placing.report }
		},
		{ timeout: 120_000, maxWait: 120_000 },
	)
}

/** The organization in whose name the actor may import for every member of the table. */
function importingOrganization(actor: Actor, { plans }: Placing, rows: readonly CodedRow[]): string {
	const memberIds = new Set([
		...rows.map(({ member }) => member.id),
		...plans.map(({ plan }) => plan.memberId),
	])
	const holding = actor.appointments.find((appointment) =>
		[...memberIds].every((memberId) =>
			may({ ...actor, appointments: [appointment] }, 'plan.import', { memberId }),
		),
	)
	if (!holding?.organizationId) throw new Refusal('not_allowed')
	return holding.organizationId
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

function memberRow(member: CodedMember, at: Date): Member {
	const { id, countryCode, nameEn, nameId, timeZone } = member
	return {
		id,
		level: 'NATIONAL',
		localType: null,
		countryCode,
		nameEn,
		nameId,
		timeZone,
		participationMode: null,
		joinedYear: null,
		isDemonstration: false,
		notes: [],
		source: MEMBER_SOURCE,
		createdAt: at,
	}
}
