import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { differencesBetween, importerFor } from '#app/domain/plan-import/rules.ts'
import type { ImportDifference } from '#app/domain/plan-import/rules.ts'
import { actsFromImport, countByKind, institutionsOf } from '#app/domain/plan-import/view.ts'
import type { ActCounts } from '#app/domain/plan-import/view.ts'
import { actFrom, contentOf } from '#app/domain/record/view.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findRuleSetOn } from '#app/domain/rule-set/queries.server.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import type { Member } from '#prisma/generated/client.ts'
import type { PlanImport } from './schema.ts'

/** What an import did or, in a dry run, would do. */
export type ImportOutcome =
	/** `added` counts the new acts by kind; all absent: the same import came before and nothing changed. */
	| { readonly outcome: 'imported'; readonly planId: string; readonly added: ActCounts }
	/** A change to a published text is an amendment; nothing was written. */
	| {
			readonly outcome: 'differs'
			readonly planId: string
			readonly differences: readonly ImportDifference[]
	  }
	/** The plan was published on this site, so no file may add to it; nothing was written. */
	| { readonly outcome: 'published_here'; readonly planId: string }

/**
 * Imports a plan, or what is new in it, as acts of the importing organization. The same import again changes
 * nothing. Refuses with `not_found` (member) or `not_allowed`.
 */
export async function importPlan(
	ctx: Context,
	given: PlanImport,
	{ dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportOutcome> {
	const planId = given.plan.id
	const member = await ctx.db.member.findUnique({ where: { id: given.plan.memberId } })
	if (!member) throw new Refusal('not_found')
	const importer = importerFor(ctx.actor, [member.id])
	if (importer === null) throw new Refusal('not_allowed')
	const said = actsFromImport(given, {
		ruleSetId: given.plan.ruleSetId ?? (await newestRuleSet(ctx, member)),
		actorOrganizationId: importer,
		importedById: importer,
		on: utcDay(ctx.now),
		at: ctx.now,
	})
	return ctx.db.$transaction(async (tx) => {
		const stored = await storedActs(tx, planId)
		const plan = stored.get(planId)
		if (plan?.kind === 'action-plan.published' && plan.row.importedById === null)
			return { outcome: 'published_here', planId }
		const differences = differencesBetween(stored, said)
		if (differences.length > 0) return { outcome: 'differs', planId, differences }

		const fresh = newActs(stored, said)
		if (!dryRun && fresh.length > 0) {
			const organizations = await newOrganizations(tx, given, { member, at: ctx.now })
			const writing = insertTables(tx, [['Organization', organizations], ...tablesOf(fresh)])
			const [acts] = await Promise.all([hashed(fresh.map(actFrom)), writing])
			await appendActs(tx, acts)
		}
		return { outcome: 'imported', planId, added: countByKind(fresh) }
	})
}

async function newestRuleSet(ctx: Context, member: Pick<Member, 'level'>): Promise<string> {
	const ruleSet = await findRuleSetOn(ctx.db, member.level, utcDay(ctx.now))
	if (!ruleSet) throw new Refusal('not_found')
	return ruleSet.id
}

/** The newest version of every act of a plan's text, claims and codings, by record. */
async function storedActs(tx: Transaction, actionPlanId: string): Promise<ReadonlyMap<string, ActRows>> {
	const plan = await tx.actionPlan.findUnique({ where: { id: actionPlanId } })
	if (!plan) return new Map()
	const oldestFirst = { orderBy: { version: 'asc' } } as const
	const plans = await tx.actionPlanVersion.findMany({ where: { actionPlanId }, ...oldestFirst })
	const commitments = await tx.commitmentVersion.findMany({
		where: { commitment: { actionPlanId } },
		include: { commitment: true },
		...oldestFirst,
	})
	const milestones = await tx.milestoneVersion.findMany({
		where: { milestone: { commitment: { actionPlanId } } },
		include: { milestone: true },
		...oldestFirst,
	})
	const codings = await tx.irmCoding.findMany({ where: { actionPlanId }, ...oldestFirst })
	const claims = await tx.progressUpdate.findMany({
		where: { milestone: { commitment: { actionPlanId } } },
		...oldestFirst,
	})
	const evidence = await tx.evidence.findMany({
		where: { recordId: { in: claims.map((claim) => claim.recordId) } },
	})
	const acts: readonly ActRows[] = [
		...plans.map((row) => ({ kind: 'action-plan.published' as const, row, plan })),
		...commitments.map((row) => ({ kind: 'commitment.published' as const, row, commitment: row.commitment })),
		...milestones.map((row) => ({ kind: 'milestone.published' as const, row, milestone: row.milestone })),
		...codings.map((row) => ({ kind: 'irm-coding.published' as const, row })),
		...claims.map((row) => ({
			kind: 'progress-update.published' as const,
			row,
			evidence: evidence.filter((e) => e.recordId === row.recordId && e.recordVersion === row.version),
		})),
	]
	return new Map(acts.map((act) => [contentOf(act).recordId, act]))
}

/** The acts that are not there yet; new commitments and milestones stand behind those that are. */
function newActs(stored: ReadonlyMap<string, ActRows>, acts: readonly ActRows[]): readonly ActRows[] {
	if (stored.size === 0) return acts
	const last = new Map<string, number>()
	const next = (parent: string) => {
		const position = (last.get(parent) ?? 0) + 1
		last.set(parent, position)
		return position
	}
	for (const act of stored.values()) {
		if (act.kind === 'commitment.published') raise(last, act.commitment.actionPlanId, act.commitment.position)
		if (act.kind === 'milestone.published') raise(last, act.milestone.commitmentId, act.milestone.position)
	}
	const fresh = acts.filter((act) => !stored.has(contentOf(act).recordId))
	return fresh.map((act) => {
		if (act.kind === 'commitment.published') {
			return { ...act, commitment: { ...act.commitment, position: next(act.commitment.actionPlanId) } }
		}
		if (act.kind !== 'milestone.published') return act
		return { ...act, milestone: { ...act.milestone, position: next(act.milestone.commitmentId) } }
	})
}

function raise(last: Map<string, number>, parent: string, position: number): void {
	last.set(parent, Math.max(last.get(parent) ?? 0, position))
}

async function newOrganizations(
	tx: Transaction,
	given: PlanImport,
	{ member, at }: { member: Member; at: Date },
) {
	const institutions = institutionsOf(given)
	const known = await tx.organization.findMany({
		where: { id: { in: institutions.map((institution) => institution.id) } },
		select: { id: true },
	})
	const ids = new Set(known.map(({ id }) => id))
	return institutions
		.filter(({ id }) => !ids.has(id))
		.map((institution) => ({
			...institution,
			isDemonstration: member.isDemonstration,
			reviewsFindings: false,
			createdAt: at,
		}))
}
