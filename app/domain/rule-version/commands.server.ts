import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { RuleSet, RuleSetPublication } from '#prisma/generated/client.ts'
import { changesOf, findRow, hostOf } from './queries.server.ts'
import { StoredNumbers } from './schema.ts'
import type { RuleVersionAnswer } from './schema.ts'
import { publicationRow, ruleVersionContent, versionFrom } from './view.ts'

/**
 * Publishes a version of the rules, as a row of its own beside those there are. Plans keep the version that they are
 * pinned to. A form that is sent again is the act that it was.
 *
 * Refuses  with `not_allowed`, `not_found`, `rule_version_known`, `rule_day_known`, `rule_day_past`, `rules_unchanged`.
 */
export async function publishRuleVersion(
	ctx: Context,
	ruleSetId: string,
	answer: RuleVersionAnswer,
): Promise<{ readonly recordId: string }> {
	const hostId = hostOf(ctx)
	if (!may(ctx.actor, 'rule-set.publish', { hostId })) throw new Refusal('not_allowed')
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		// Of two people who publish at once, the second reads what the first has written.
		await tx.$queryRawUnsafe('SELECT "size" FROM "LedgerHead" WHERE "id" = 1 FOR UPDATE')
		const ruleSet = versionFrom(await findRow(tx, ruleSetId), answer)
		const by = { hostId, personId: ctx.actor.personId ?? '', at: ctx.now, ...salts }
		const row = publicationRow(ruleSet.id, answer, by)
		if (await isPublished(tx, row, ruleSet)) return { recordId: row.recordId }
		await changesOf({ db: tx, now: ctx.now }, ruleSet)
		await tx.ruleSet.create({ data: columnsOf(ruleSet) })
		await tx.ruleSetPublication.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'rule-set.published', row, ruleSet }))
		return { recordId: row.recordId }
	})
}

/** Whether the same person has published this very version already. */
async function isPublished(tx: Transaction, row: RuleSetPublication, ruleSet: RuleSet): Promise<boolean> {
	const known = await tx.ruleSetPublication.findFirst({ where: { recordId: row.recordId } })
	const stored = await tx.ruleSet.findUnique({ where: { id: ruleSet.id } })
	if (known?.submittedById !== row.submittedById || !stored) return false
	const { publishedOn, publishedAt, privateSalt } = known
	const again = { ...row, publishedOn, publishedAt, privateSalt }
	return (
		canonicalJson(ruleVersionContent(again, ruleSet)) === canonicalJson(ruleVersionContent(known, stored))
	)
}

function columnsOf({ rules, cycle, process, verification, ...row }: RuleSet) {
	return {
		...row,
		rules: StoredNumbers.parse(rules),
		cycle: StoredNumbers.parse(cycle),
		process: StoredNumbers.parse(process),
		verification: StoredNumbers.parse(verification),
	}
}
