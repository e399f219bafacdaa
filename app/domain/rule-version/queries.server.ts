import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { levelDifferences } from '#app/domain/level-difference/rules.ts'
import { ProcessRules } from '#app/domain/process-rules/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { listRuleSets } from '#app/domain/rule-set/queries.server.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import { listAllFacts } from '#app/domain/standing/queries.server.ts'
import type { RuleSet } from '#prisma/generated/client.ts'
import { changesBetween, neighboursOf, reasonNotToPublish } from './rules.ts'
import type { RuleVersionAnswer } from './schema.ts'
import { numbersOf, versionFrom } from './view.ts'
import type { KeptPlan, RuleBase, RuleVersionPreview } from './view.ts'

/** All versions, for whoever may publish another. Refuses with `not_allowed`. */
export async function listWritableRuleSets(ctx: Context): Promise<readonly RuleSetView[]> {
	if (!may(ctx.actor, 'rule-set.publish', { hostId: hostOf(ctx) })) throw new Refusal('not_allowed')
	return listRuleSets(ctx)
}

/** The version that a new one is written from. Refuses with `not_allowed`, `not_found`. */
export async function findRuleBase(ctx: Context, ruleSetId: string): Promise<RuleBase> {
	if (!may(ctx.actor, 'rule-set.publish', { hostId: hostOf(ctx) })) throw new Refusal('not_allowed')
	const row = await findRow(ctx.db, ruleSetId)
	return { ruleSet: named(ruleSetView(row)), ...numbersOf(row), today: utcDay(ctx.now) }
}

/**
 * What a version would change, and nothing is written.
 *
 * Refuses  with `not_allowed`, `not_found`, and for what `reasonNotToPublish` names.
 */
export async function previewRuleVersion(
	ctx: Context,
	ruleSetId: string,
	answer: RuleVersionAnswer,
): Promise<RuleVersionPreview> {
	if (!may(ctx.actor, 'rule-set.publish', { hostId: hostOf(ctx) })) throw new Refusal('not_allowed')
	const wanted = versionFrom(await findRow(ctx.db, ruleSetId), answer)
	const { today, ...found } = await changesOf(ctx, wanted)
	const { track } = ruleSetView(wanted)
	const rules = { id: wanted.id, version: wanted.version, rules: ProcessRules.parse(wanted.process) }
	const facts = (await listAllFacts(ctx, utcDay(ctx.now))).filter(({ member }) => member.level === track)
	return {
		track,
		...found,
		...(await keptBy(ctx, track)),
		today,
		members: facts.length,
		levels: levelDifferences(facts, rules),
	}
}

/**
 * The numbers that a version changes against the one that it follows.
 *
 * Refuses  for what `reasonNotToPublish` names, and with `rules_unchanged` where there are none.
 */
export async function changesOf(
	{ db, now }: { readonly db: Pick<Transaction, 'ruleSet'>; readonly now: Date },
	wanted: RuleSet,
) {
	const rows = await db.ruleSet.findMany({ where: { track: wanted.track } })
	const versions = rows.map((row) => named(ruleSetView(row)))
	const own = named(ruleSetView(wanted))
	const reason = reasonNotToPublish(own, { versions, today: utcDay(now) })
	if (reason) throw new Refusal(reason)
	const { before, after } = neighboursOf(versions, own)
	const previous = rows.find(({ id }) => id === before?.id)
	const changes = previous ? changesBetween(numbersOf(previous), numbersOf(wanted)) : []
	if (previous && changes.length === 0) throw new Refusal('rules_unchanged')
	const today = neighboursOf(versions, { track: own.track, validFrom: `${utcDay(now)}~` }).before
	return { before, after, today, changes }
}

/** The version that another is written from, as it is stored. Refuses with `not_found`. */
export async function findRow(db: Pick<Transaction, 'ruleSet'>, ruleSetId: string): Promise<RuleSet> {
	const row = await db.ruleSet.findUnique({ where: { id: ruleSetId } })
	if (!row) throw new Refusal('not_found')
	return row
}

/** The organization for which the actor administers the site; an empty text for everybody else. */
export function hostOf({ actor }: Pick<Context, 'actor'>): string {
	return actor.appointments.find((held) => held.role === 'INSTANCE_ADMIN')?.organizationId ?? ''
}

function named({ id, track, version, validFrom }: RuleSetView) {
	return { id, track, version, validFrom }
}

/** What keeps the version it has: plans of the track, public ones by name, others by their number. */
async function keptBy(ctx: Context, track: RuleSetView['track']) {
	const plans = await listPlans(ctx)
	const rows = await ctx.db.actionPlan.findMany({
		where: { ruleSet: { track } },
		include: { ruleSet: true },
	})
	const drafts = await ctx.db.planDraft.findMany({ select: { id: true, ruleSetId: true } })
	const ofTrack = await ctx.db.ruleSet.findMany({ where: { track }, select: { id: true } })
	const kept = plans.flatMap(({ id, title }): readonly KeptPlan[] => {
		const row = rows.find((one) => one.id === id)
		return row ? [{ id, title, ruleSet: named(ruleSetView(row.ruleSet)) }] : []
	})
	const begun = drafts.filter(({ ruleSetId }) => ofTrack.some(({ id }) => id === ruleSetId))
	return { plans: kept, drafts: begun.filter(({ id }) => kept.every((plan) => plan.id !== id)).length }
}
