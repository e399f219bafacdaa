import type { Transaction } from '#app/domain/context.ts'
import { actsFromImport, institutionsOf } from '#app/domain/plan-import/view.ts'
import type { ImportSetting } from '#app/domain/plan-import/view.ts'
import type { PlanImport } from '#app/domain/action-plan/schema.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { Database } from '#app/db.server.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { readSeedData } from './seed/data-files.ts'
import { demonstration } from './seed/demonstration.ts'
import { DEMONSTRATION_MEMBER } from './seed/demonstration-people.ts'
import { realMemberActs } from './seed/good-practices.ts'
import { realPlans } from './seed/real-plans.ts'
import { HOST, seedReference } from './seed/reference.ts'

/** What a first start loads: only what every site needs, or also real plans and the demonstration. */
export type SeedSet = 'reference' | 'demonstration'

/** Where a site stands that nobody gave an address. */
const LOCAL_SITE = 'http://localhost:3000'

/**
 * Loads the first data in one transaction; what is there already stays as it is. A prepared database brings
 * everything but the demonstration, whose days depend on the day of the first start.
 */
export async function seed(
	database: Pick<Database, 'db'>,
	{ set, now, baseUrl = LOCAL_SITE }: { set: SeedSet; now: Date; baseUrl?: string },
): Promise<void> {
	await database.db.$transaction(async (tx) => {
		const published = await publishedPlans(tx)
		if (published.real === 0) await seedPublished(tx, { set, now })
		if (set === 'demonstration' && !published.demonstration) await seedDemonstration(tx, { now, baseUrl })
	})
}

/** What does not depend on the day: policy areas, rule sets, members and, in the demonstration set, the real plans. */
export async function seedPublished(
	tx: Transaction,
	{ set, now }: { set: SeedSet; now: Date },
): Promise<void> {
	const data = readSeedData()
	await seedReference(tx, data, now)
	if (set === 'reference') return
	const plans = realPlans(data, utcDay(now))
	const acts = [...plans.flatMap((plan) => importedActs(plan, now)), ...realMemberActs(data, now)]
	await insertTables(tx, [
		['Organization', plans.flatMap((plan) => organizationsOf(plan, now))],
		...tablesOf(acts),
	])
	await appendActs(tx, acts.map(actFrom))
}

async function publishedPlans(tx: Transaction): Promise<{ real: number; demonstration: boolean }> {
	const rows = await tx.actionPlan.groupBy({ by: ['memberId'], _count: true })
	const demonstration = rows.some(({ memberId }) => memberId === DEMONSTRATION_MEMBER)
	return { real: rows.length - Number(demonstration), demonstration }
}

async function seedDemonstration(
	tx: Transaction,
	{ now, baseUrl }: { now: Date; baseUrl: string },
): Promise<void> {
	const { size } = await tx.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	const { people, texts, aroundTexts, said } = demonstration(now, { logSize: size, baseUrl })
	await insertTables(tx, [...people, ...tablesOf(texts), ...aroundTexts, ...tablesOf(said)])
	await appendActs(tx, [...texts, ...said].map(actFrom))
}

function importedActs(plan: PlanImport, now: Date): readonly ActRows[] {
	const local = plan.plan.memberId !== 'indonesia' && plan.plan.memberId !== 'united-states'
	const setting: ImportSetting = {
		ruleSetId: local ? 'ogp-local-2022.1' : 'ogp-national-2022.1',
		actorOrganizationId: HOST,
		importedById: HOST,
		on: utcDay(now),
		at: now,
	}
	return actsFromImport(plan, setting)
}

function organizationsOf(plan: PlanImport, createdAt: Date) {
	const own = { isDemonstration: false, reviewsFindings: false, createdAt }
	return institutionsOf(plan).map((institution) => ({ ...institution, ...own }))
}
