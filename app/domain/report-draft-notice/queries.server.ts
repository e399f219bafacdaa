import { readPlans } from '#app/domain/action-plan/queries.server.ts'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { dayIn, utcDay, addDays } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { listAskedPeople } from '#app/domain/report-draft/queries.server.ts'
import { draftItem } from '#app/domain/report-draft/view.ts'
import type { DraftLetter, DraftNews } from './view.ts'

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>

/**
 * Letters about drafts that are shared now, to everyone who may dissent from them: each draft is told once, also to
 * whoever is appointed while it is shared. They are no reminders, so nobody ends them with those.
 */
export async function listDraftLetters(world: World): Promise<readonly DraftLetter[]> {
	const rows = await world.db.reportDraft.findMany({
		where: { closesOn: { gte: addDays(utcDay(world.now), -1) } },
		orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
		omit: { model: true },
	})
	if (rows.length === 0) return []
	const ids = [...new Set(rows.map(({ actionPlanId }) => actionPlanId))]
	const ctx: Context = { ...world, actor: PUBLIC_ACTOR, requestId: 'report-draft-letters' }
	const { plans } = await readPlans(ctx, { ids })
	const drafts: (DraftNews & { readonly personId: string })[] = []
	for (const row of rows) {
		const plan = plans.find(({ id }) => id === row.actionPlanId)
		const draft = plan && draftItem(row, plan, dayIn(plan.member.timeZone, world.now))
		if (!draft?.isOpen || !plan) continue
		const people = await listAskedPeople(world, plan.member.id)
		drafts.push(...people.map(({ personId }) => ({ personId, key: `report-draft.${row.id}`, draft })))
	}
	return unsent(world, drafts)
}

/** One letter for each person, without what they were told before. */
async function unsent(
	{ db }: World,
	drafts: readonly (DraftNews & { readonly personId: string })[],
): Promise<readonly DraftLetter[]> {
	const where = { id: { in: [...new Set(drafts.map(({ personId }) => personId))] } }
	const [people, sent] = await Promise.all([
		db.person.findMany({ where, orderBy: { id: 'asc' } }),
		db.notice.findMany({
			where: { personId: where.id, key: { startsWith: 'report-draft.' } },
			select: { personId: true, key: true },
		}),
	])
	const told = new Set(sent.map(({ personId, key }) => `${personId} ${key}`))
	return people.flatMap(({ id, email, locale }): DraftLetter[] => {
		const own = drafts.filter(({ personId, key }) => personId === id && !told.has(`${id} ${key}`))
		const news = own
			.filter(({ key }, at) => own.findIndex((other) => other.key === key) === at)
			.map(({ personId: _personId, ...one }) => one)
		return news.length === 0 ? [] : [{ personId: id, email, locale, news }]
	})
}
